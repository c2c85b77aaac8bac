import type { StartProblem } from '../../../shared/contract/errors.ts'
import type { BackupReason } from '../../../shared/domain/backups.ts'

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
export interface CheckOrder {
  readonly kind: 'check'
  readonly database: string
  readonly dataDir: string
  readonly file: string
}

export type BackupOrder = TakeOrder | CheckOrder

/** What each order answers. */
export interface BackupAnswers {
  readonly take: { readonly file: string }
  readonly check: { readonly file: string }
}

/** What the thread says when it ends; what nobody foresaw reaches the caller as an error instead. */
export type BackupResult<K extends keyof BackupAnswers> =
  | { readonly ok: true; readonly value: BackupAnswers[K] }
  | { readonly ok: false; readonly code: StartProblem; readonly detail: string }
