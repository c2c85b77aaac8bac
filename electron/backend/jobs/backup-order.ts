import type { StartProblem } from '../../../shared/contract/errors.ts'
import type { BackupReason } from '../../../shared/domain/backups.ts'
import type { TakenBackup } from '../database/backup.ts'
import type { BroughtIn } from '../database/bring-in.ts'
import type { SealProblem } from '../database/sealed/seal-failure.ts'
import type { GonePapers, Sealing } from '../database/second-copy.ts'

/** A backup to be taken and checked. */
export interface TakeOrder {
  readonly kind: 'take'
  readonly database: string
  readonly dataDir: string
  /** UTC instant. */
  readonly at: string
  readonly reason: BackupReason
}

/** A backup whose every page is to be looked at before it is put back over the database. */
interface CheckOrder {
  readonly kind: 'check'
  readonly database: string
  readonly dataDir: string
  readonly file: string
}

/** The database itself, every page and its log of which are to be looked at. */
interface ExamineOrder {
  readonly kind: 'examine'
  readonly database: string
}

/** A backup to be sealed into a second place. */
export interface CopyOrder extends Sealing {
  readonly kind: 'copy'
  readonly place: string
  readonly gone: GonePapers
}

/** A backup to be sealed with all kept files into one file. */
export interface PackOrder extends Sealing {
  readonly kind: 'pack'
  readonly target: string
}

/** A sealed file to be opened into the backups of a data folder. */
export interface OpenOrder {
  readonly kind: 'open'
  readonly source: string
  readonly secret: string
  readonly dataDir: string
  /** UTC instant. */
  readonly at: string
}

/** The database itself, of which nothing that was deleted is to stay readable. */
export interface CompactOrder {
  readonly kind: 'compact'
  readonly database: string
}

export type BackupOrder = TakeOrder | CheckOrder | ExamineOrder | CopyOrder | PackOrder | OpenOrder | CompactOrder

/** What each order answers: the file that it was about, and what else was seen. */
export interface BackupAnswers {
  readonly take: TakenBackup
  readonly check: { readonly file: string }
  readonly examine: { readonly file: string }
  readonly copy: { readonly file: string; readonly gone: GonePapers }
  readonly pack: { readonly file: string }
  readonly open: BroughtIn
  readonly compact: { readonly file: string }
}

/** What the thread says when it ends; what nobody foresaw reaches the caller as an error instead. */
export type BackupResult<K extends keyof BackupAnswers> =
  | { readonly ok: true; readonly value: BackupAnswers[K] }
  | { readonly ok: false; readonly start: StartProblem; readonly detail: string }
  | { readonly ok: false; readonly seal: SealProblem }
