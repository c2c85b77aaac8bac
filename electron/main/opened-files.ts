import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { failed } from '../../shared/contract/failed.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import { attachmentLimit } from '../../shared/contract/uploads.ts'
import type { OpenedFile } from '../../shared/contract/window.ts'

/** Keeps the workbook that was opened with the program until a page takes it. A later one takes the place of an earlier one. */
export interface OpenedFiles {
  /** Nothing happens without a file. */
  open(file: string | undefined): void
  /** Hands the file out once. `file-unreadable` when it can not be read, `file-too-large` when no packet is that large. */
  take(): Promise<Outcome<OpenedFile | null>>
}

/** @param opened is called whenever a file waits */
export function keepOpenedFiles(opened: () => void): OpenedFiles {
  let waiting: string | undefined
  return {
    open(file) {
      if (file === undefined) return
      waiting = file
      opened()
    },
    async take() {
      if (waiting === undefined) return { ok: true, value: null }
      const file = waiting
      waiting = undefined
      return read(file)
    },
  }
}

/**
 * The first workbook among the words of a command line, as an absolute path; the other words belong to Chromium or to the
 * system. Linux names files as addresses.
 * @param folder where the words were typed
 */
export function workbookIn(words: readonly string[], folder: string): string | undefined {
  const word = words.find((named, place) => /^[^-].*\.xlsx$/i.test(named) && words[place - 1] !== '--data-dir')
  if (word === undefined) return undefined
  if (!word.startsWith('file:')) return path.resolve(folder, word)
  try {
    return fileURLToPath(word)
  } catch {
    // An address on another machine, or one that means no file.
    return undefined
  }
}

async function read(file: string): Promise<Outcome<OpenedFile | null>> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return failed('file-unreadable', randomUUID())
    if (found.size > attachmentLimit) return failed('file-too-large', randomUUID())
    return { ok: true, value: { fileName: path.basename(file), bytes: new Uint8Array(await readFile(file)) } }
  } catch {
    // Gone, not ours to read, or on a drive that was taken away: the person has to look for it in any case.
    return failed('file-unreadable', randomUUID())
  }
}
