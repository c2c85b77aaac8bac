import { stat } from 'node:fs/promises'
import type { SecondCopies } from '../../../../shared/contract/backup-calls.ts'
import type { Backup } from '../../../../shared/contract/shapes.ts'
import type { BackupReason, DiskEncryption } from '../../../../shared/domain/backups.ts'
import { type BackupContents, listBackups } from '../../database/backup.ts'
import { backupNames } from '../../database/backup-names.ts'
import { backupSettings, putBackupSettings } from '../../database/backup-settings.ts'
import type { BroughtIn } from '../../database/bring-in.ts'
import type { DataFolder } from '../../database/data-folder.ts'
import { diskEncryption } from '../../database/disk-encryption.ts'
import type { LogBreak } from '../../database/log-chain.ts'
import type { SealLock } from '../../database/sealed/seal-lock.ts'
import { errorCode, StartFailure } from '../../database/start-failure.ts'
import { runBackup } from '../../jobs/run-backup.ts'
import { CallFailure } from '../call-failure.ts'

/** The backups of the open data folder: one thing is done at a time, each in a thread of its own. */
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
  /** Looks at every page of the data and follows the log. Throws StartFailure when that can not be done. */
  examine(): Promise<Finding>
  /** What the last such look found, if there was one since the program was started. */
  examined(): (Finding & { readonly at: string }) | undefined
  /** What the system says of the encryption of the disk; asked once. */
  disk(): Promise<DiskEncryption>
  /** What is known of the second copies. */
  second(): Promise<SecondCopies>
  /** Whether there is a second place, it can be reached, and it does not have the newest backup yet. */
  isCopyDue(): Promise<boolean>
  /** Copies the newest backup to the second place; answers its name. Throws CallFailure `place-unfit`, `passphrase-missing`; StartFailure. */
  copy(): Promise<string>
  /** Takes a backup and seals it with all kept files into one file. Throws CallFailure `passphrase-missing`; StartFailure. */
  pack(target: string): Promise<void>
  /** Opens a sealed file into the backups. Throws SealFailure, StartFailure. */
  bringIn(source: string, secret: string): Promise<BroughtIn>
}

/** Whether the data are sound; `detail` says what is not. */
interface Finding {
  readonly isSound: boolean
  readonly detail: string
}

interface DeskOptions {
  readonly dataDir: string
  readonly workerPath: string
  readonly clock: () => Date
  /** Is told where the log of the data is broken, whenever a backup comes upon it: the work of the office is kept all the same. */
  readonly onLogBreak: (broken: LogBreak) => void
}

export function createBackupDesk({ dataDir, workerPath, clock, onLogBreak }: DeskOptions): BackupDesk {
  const known: BackupContents = new Map()
  let inHand: Pick<DataFolder, 'file' | 'mark'> | undefined
  let saved: string | undefined
  let last: Promise<unknown> = Promise.resolve()
  let examined: (Finding & { readonly at: string }) | undefined
  let disk: Promise<DiskEncryption> | undefined
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
  const folderInHand = () => {
    if (!inHand) throw new Error('no folder is open')
    return inHand
  }
  const at = () => clock().toISOString()
  const take = async (reason: BackupReason) => {
    const { file: database, mark } = folderInHand()
    const state = mark()
    const { file, broken } = await runBackup(workerPath, { kind: 'take', database, dataDir, at: at(), reason })
    saved = state
    if (broken) onLogBreak(broken)
    return file
  }
  return {
    begin(folder) {
      inHand = folder
      saved = folder.mark()
    },
    list: () => listBackups(dataDir, known),
    isChanged: () => inHand !== undefined && inHand.mark() !== saved,
    take: reason => inTurn(() => take(reason)),
    check: file =>
      inTurn(async () => {
        await runBackup(workerPath, { kind: 'check', database: folderInHand().file, dataDir, file })
      }),
    examine: () =>
      inTurn(async () => {
        const finding = await soundness(runBackup(workerPath, { kind: 'examine', database: folderInHand().file }))
        examined = { ...finding, at: at() }
        return finding
      }),
    examined: () => examined,
    disk: () => (disk ??= diskEncryption(dataDir)),
    async second() {
      const { lock, place, lastCopy } = backupSettings(dataDir)
      const [here, there] = await Promise.all([dataDir, place].map(deviceOf))
      return {
        isLocked: lock !== undefined,
        place: place ?? null,
        isThere: there !== undefined,
        isSameDisk: here === undefined || there === undefined ? null : here === there,
        lastCopy: lastCopy?.at ?? null,
      }
    },
    async isCopyDue() {
      const { place, lastCopy } = backupSettings(dataDir)
      const [newest] = backupNames(dataDir)
      return newest !== undefined && newest !== lastCopy?.file && (await deviceOf(place)) !== undefined
    },
    copy: () =>
      inTurn(async () => {
        const { place, gone = {} } = backupSettings(dataDir)
        if (place === undefined || (await deviceOf(place)) === undefined) throw new CallFailure('place-unfit')
        const file = backupNames(dataDir)[0] ?? (await take('manual'))
        const left = await runBackup(workerPath, { kind: 'copy', dataDir, file, lock: lockOf(dataDir), place, gone })
        putBackupSettings(dataDir, { lastCopy: { file, at: at() }, gone: left.gone })
        return file
      }),
    pack: target =>
      inTurn(async () => {
        const lock = lockOf(dataDir)
        await runBackup(workerPath, { kind: 'pack', dataDir, file: await take('manual'), lock, target })
      }),
    bringIn: (source, secret) =>
      inTurn(() => runBackup(workerPath, { kind: 'open', source, secret, dataDir, at: at() })),
  }
}

async function soundness(look: Promise<unknown>): Promise<Finding> {
  try {
    await look
    return { isSound: true, detail: '' }
  } catch (error) {
    if (error instanceof StartFailure && error.code === 'data-damaged') return { isSound: false, detail: error.detail }
    throw error
  }
}

function lockOf(dataDir: string): SealLock {
  const { lock } = backupSettings(dataDir)
  if (!lock) throw new CallFailure('passphrase-missing')
  return lock
}

/** The disk that a folder lies on; nothing where there is no such folder. A share that is away lets nobody else wait for its answer. */
async function deviceOf(folder: string | undefined): Promise<number | undefined> {
  if (folder === undefined) return undefined
  try {
    const found = await stat(folder)
    return found.isDirectory() ? found.dev : undefined
  } catch (error) {
    if (errorCode(error).startsWith('E')) return undefined
    throw error
  }
}
