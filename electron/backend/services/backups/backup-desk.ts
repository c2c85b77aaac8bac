import type { Backup } from '../../../../shared/contract/shapes.ts'
import type { BackupReason } from '../../../../shared/domain/backups.ts'
import { type BackupContents, listBackups } from '../../database/backup.ts'
import type { DataFolder } from '../../database/data-folder.ts'
import { runBackup } from '../../jobs/run-backup.ts'

/** The backups of the open data folder: one is taken at a time, each in a thread of its own. */
export interface BackupDesk {
  /** From now on it is about this folder, which has nothing to be saved yet. */
  begin(folder: Pick<DataFolder, 'file' | 'mark'>): void
  list(): Backup[]
  /** Whether the database was changed since the last backup, or since it was opened. */
  isChanged(): boolean
  /** Takes a backup and checks it; answers its name. Throws StartFailure `disk-full`, `data-read-only`, `data-damaged`, … */
  take(reason: BackupReason): Promise<string>
  /** Looks at every page of a backup. Throws StartFailure `data-damaged` when it is damaged or not there. */
  check(file: string): Promise<void>
}

interface DeskOptions {
  readonly dataDir: string
  readonly workerPath: string
  readonly clock: () => Date
}

export function createBackupDesk({ dataDir, workerPath, clock }: DeskOptions): BackupDesk {
  const known: BackupContents = new Map()
  let inHand: Pick<DataFolder, 'file' | 'mark'> | undefined
  let saved: string | undefined
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
  const folderInHand = () => {
    if (!inHand) throw new Error('no folder is open')
    return inHand
  }
  return {
    begin(folder) {
      inHand = folder
      saved = folder.mark()
    },
    list: () => listBackups(dataDir, known),
    isChanged: () => inHand !== undefined && inHand.mark() !== saved,
    take: reason =>
      inTurn(async () => {
        const { file: database, mark } = folderInHand()
        const state = mark()
        const { file } = await runBackup(workerPath, {
          kind: 'take',
          database,
          dataDir,
          at: clock().toISOString(),
          reason,
        })
        saved = state
        return file
      }),
    check: file =>
      inTurn(async () => {
        await runBackup(workerPath, { kind: 'check', database: folderInHand().file, dataDir, file })
      }),
  }
}
