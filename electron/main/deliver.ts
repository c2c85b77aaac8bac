import { randomUUID } from 'node:crypto'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import type { ErrorCode, Outcome } from '../../shared/contract/errors.ts'
import { failed } from '../../shared/contract/failed.ts'
import type { Delivered } from '../../shared/contract/shapes.ts'
import { placeFile } from './place-file.ts'

/** The finished files of the data process. */
export interface Outbox {
  file(download: string): Promise<Outcome<{ path: string; fileName: string } | null>>
  drop(download: string): Promise<Outcome<unknown>>
}

/** Asks the person where a file shall go; undefined when the dialog was closed. */
export type ChooseTarget = (suggestedName: string) => Promise<string | undefined>

/** Takes a finished file out of the outbox to where the person wants it. The copy in the outbox goes in any case. */
export async function deliver(download: string, outbox: Outbox, choose: ChooseTarget): Promise<Outcome<Delivered>> {
  const found = await outbox.file(download)
  if (!found.ok) return found
  const { value } = found
  if (!value) return fail('not-found')
  try {
    return await saveAs(value.fileName, choose, temporary => copyFile(value.path, temporary))
  } finally {
    await outbox.drop(download)
  }
}

/** Lets the person choose a place and writes there. */
export async function saveAs(
  fileName: string,
  choose: ChooseTarget,
  write: (temporary: string) => Promise<void>,
): Promise<Outcome<Delivered>> {
  const savedTo = await choose(fileName)
  if (savedTo === undefined) return fail('cancelled')
  const problem = await placeFile(savedTo, write)
  return problem ? fail(problem) : { ok: true, value: { fileName: path.basename(savedTo), savedTo } }
}

const fail = (code: ErrorCode) => failed(code, randomUUID())
