import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { ImportCheck, ImportLook, LookedTable } from '../../shared/contract/import-calls.ts'
import type { Output } from '../../shared/contract/contract.ts'
import type { ImportView } from '../../shared/domain/imports.ts'
import type { Caller, Desk } from './desk.ts'

/** Somebody who imports at a desk. */
export interface Importer {
  readonly backend: Desk['backend']
  readonly caller: Caller
}

/** Hands a file over; answers the id of the upload. */
async function upload({ backend }: Pick<Importer, 'backend'>, bytes: string | Uint8Array): Promise<string> {
  const outcome = await backend.receiveUpload([typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes])
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value.upload
}

/** A table as a text file with a head. */
export function table(...rows: readonly (readonly string[])[]): string {
  return rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
}

interface Checked {
  readonly tables: ImportLook['tables']
  /** Those of the first sheet. */
  readonly columns: LookedTable['columns']
  readonly check: ImportCheck
}

/** Looks at a file and checks it with the boxes that its heads suggest, and those that the test chooses instead, by head. */
export async function checkFile(
  importer: Importer,
  bytes: string | Uint8Array,
  boxes: Readonly<Record<string, string | null>> = {},
): Promise<Checked> {
  const { caller } = importer
  const file = { upload: await upload(importer, bytes), fileName: '客户.xlsx' }
  const unsaid = { sheet: null, headRow: null, kind: null }
  const { tables } = await caller.ask('imports.look', { requestId: randomUUID(), ...file, ...unsaid })
  const chosen = tables.map(({ sheet, kind, headRow, columns }) => ({
    sheet,
    kind,
    headRow,
    mapping: columns.map(({ column, head, path }) => ({
      column,
      path: Object.hasOwn(boxes, head) ? (boxes[head] ?? null) : path,
    })),
  }))
  const order = { requestId: randomUUID(), ...file, tables: chosen, key: 'auto' } as const
  const check = await caller.ask('imports.check', order)
  return { tables, columns: tables[0]?.columns ?? [], check }
}

/** The rows of a sheet of a check that became something; of the first sheet, unless another is named by its place. */
export async function rowsOf(caller: Caller, { check }: ImportCheck, view: ImportView | null = null, place = 0) {
  const page = await caller.ask('imports.rows', { check, table: place, state: view, offset: 0, limit: 500 })
  expect(page.rows).toHaveLength(page.total)
  return page.rows
}

/** Checks a file and writes it. */
export async function importFile(
  importer: Importer,
  bytes: string | Uint8Array,
  boxes: Readonly<Record<string, string | null>> = {},
): Promise<Output<'imports.commit'>> {
  const { check } = await checkFile(importer, bytes, boxes)
  return importer.caller.ask('imports.commit', { requestId: randomUUID(), check: check.check })
}
