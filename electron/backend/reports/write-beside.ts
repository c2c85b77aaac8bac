import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { ReportError, type ReportErrorCode } from './report-error.ts'

const full = ['ENOSPC', 'EDQUOT']
// What Windows answers when a spreadsheet program holds the file.
const held = ['EBUSY', 'EPERM', 'EACCES']
const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'EEXIST', 'ENAMETOOLONG']

/** A name for the unfinished file in the folder of the target, so that the last step is a rename. */
export function temporaryBeside(target: string): string {
  return path.join(path.dirname(target), `.kehu-${randomBytes(6).toString('hex')}.tmp`)
}

/**
 * Lets `write` fill the temporary file, then puts it in the place of the target in one step: whoever looks sees the old file or
 * the whole new one. On failure nothing half is left.
 * @throws ReportError target-locked, target-not-writable or disk-full; any other failure as it came.
 */
export async function writeBeside(
  target: string,
  write: (file: string) => Promise<void>,
  temporary: string = temporaryBeside(target),
): Promise<void> {
  try {
    await orExplain(
      async () => {
        await write(temporary)
        await toDisk(temporary)
      },
      unwritable,
      'target-not-writable',
    )
    await orExplain(() => rename(temporary, target), held, 'target-locked')
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function orExplain(step: () => Promise<void>, codes: readonly string[], code: ReportErrorCode): Promise<void> {
  try {
    await step()
  } catch (error) {
    const system = errorCodeOf(error)
    if (full.includes(system)) throw new ReportError('disk-full', error)
    if (codes.includes(system)) throw new ReportError(code, error)
    if (unwritable.includes(system)) throw new ReportError('target-not-writable', error)
    throw error
  }
}

function errorCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
