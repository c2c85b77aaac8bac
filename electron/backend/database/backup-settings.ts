import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { flush } from './backup-file.ts'
import { privateMode } from './private.ts'
import { sealLock } from './sealed/seal-lock.ts'
import { errorCode } from './start-failure.ts'

const shape = z.object({
  /** What backups for other places are sealed with. */
  lock: sealLock.optional(),
  /** The folder of the second copies, of this machine. */
  place: z.string().optional(),
  /** The last second copy that was read back to its end: the backup it is of, and when it was made. */
  lastCopy: z.object({ file: z.string(), at: z.iso.datetime() }).optional(),
  /** Papers that lie there still and are kept no more: they go with the last copy that is older than this. */
  gone: z.record(z.string(), z.string()).optional(),
})

/** What is known about backups beside the database: a restore must not turn it back, and another machine has places of its own. */
export type BackupSettings = z.infer<typeof shape>

const fileOf = (dir: string) => path.join(dir, 'backup.json')

/** The settings of a data folder; a file that can not be read as such says nothing, and the screen asks anew. Throws what the file system says. */
export function backupSettings(dir: string): BackupSettings {
  try {
    return shape.safeParse(JSON.parse(readFileSync(fileOf(dir), 'utf8'))).data ?? {}
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return {}
    throw error
  }
}

/** Changes settings in one step. Throws what the file system says. */
export function putBackupSettings(dir: string, settings: BackupSettings): void {
  const unfinished = `${fileOf(dir)}.part`
  writeFileSync(unfinished, JSON.stringify({ ...backupSettings(dir), ...settings }), { mode: privateMode })
  flush(unfinished)
  renameSync(unfinished, fileOf(dir))
}
