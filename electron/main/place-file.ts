import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ErrorCode } from '../../shared/contract/errors.ts'

const longest = 10 * 60_000 // ms that no disk, however slow, leaves a file untouched while it is placed

/**
 * Puts a file where a person wants it: written beside the target, forced to the disk and renamed, so that the target is
 * either the old file or the whole new one. Answers the reason when it could not be done; nothing half-written stays.
 * @param write fills the temporary file whose path it is given
 */
export async function placeFile(
  target: string,
  write: (temporary: string) => Promise<void>,
): Promise<ErrorCode | undefined> {
  // A short name of its own: the target's with something added could be too long for the file system.
  const temporary = path.join(path.dirname(target), `.kehu-${randomUUID().slice(0, 8)}.tmp`)
  let step: 'write' | 'rename' = 'write'
  try {
    await write(temporary)
    await flush(temporary)
    step = 'rename'
    await rename(temporary, target)
    return undefined
  } catch (error) {
    await rm(temporary, { force: true })
    return reason(error, step)
  }
}

/** Removes what a program that was killed while it placed a file has left in a folder; what was touched of late may be at work elsewhere. */
export async function dropUnplaced(folder: string, now: Date): Promise<void> {
  const left = (await readdir(folder)).filter(name => /^\.kehu-[\da-f]{8}\.tmp$/.test(name))
  for (const file of left.map(name => path.join(folder, name))) {
    const { mtimeMs } = await stat(file)
    if (now.getTime() - mtimeMs > longest) await rm(file, { force: true })
  }
}

async function flush(file: string) {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

// Beside the target we could write, so what resists the rename is the target itself: open in another program.
function reason(error: unknown, step: 'write' | 'rename'): ErrorCode {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full'
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return step === 'rename' ? 'target-locked' : 'target-not-writable'
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
    case 'ENOTEMPTY':
    case 'ENAMETOOLONG':
      return 'target-not-writable'
    default:
      return 'unexpected'
  }
}
