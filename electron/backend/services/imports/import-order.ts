import type { ImportKey, TableKind } from '../../../../shared/domain/imports.ts'
import type {
  ImportCheck,
  ImportLook,
  ImportUndone,
  LookedColumn,
  LookedTable,
  MappedTable,
} from '../../../../shared/contract/import-calls.ts'
import type { ErrorCode } from '../../../../shared/contract/errors.ts'
import type { ExtraBox } from '../../../../shared/domain/extra-box.ts'
import type { ImportCounts } from '../../../../shared/domain/imports.ts'

/** A file to be looked at; `wanted` is what the person has chosen. */
export interface LookOrder {
  readonly kind: 'look'
  /** The uploaded file. */
  readonly upload: string
  readonly wanted: {
    readonly sheet: string | null
    readonly headRow: number | null
    readonly kind: TableKind | null
  }
  /** The boxes of the company that are in use. */
  readonly extras: readonly ExtraBox[]
  /** ISO day that anchors two-digit years. */
  readonly today: string
}

/** A file to be held against the database, row by row, into a staging file. */
export interface CheckOrder {
  readonly kind: 'check'
  /** The uploaded file. */
  readonly upload: string
  readonly fileName: string
  /** Customers, where the file has some, before their people and products. */
  readonly tables: readonly MappedTable[]
  readonly key: ImportKey
  /** The boxes of the company that are in use. */
  readonly extras: readonly ExtraBox[]
  readonly database: string
  readonly staging: string
  readonly actorId: number
  /** ISO day that anchors two-digit years. */
  readonly today: string
}

/** Who writes, when and where, and under which request the answer is kept. */
export interface WritingOrder {
  readonly database: string
  readonly dataDir: string
  readonly actorId: number
  readonly machine: string
  readonly at: string
  readonly call: string
  readonly requestId: string
}

/** A checked file to be written. */
export interface CommitOrder extends WritingOrder {
  readonly kind: 'commit'
  readonly staging: string
}

/** An import to be taken back. */
export interface UndoOrder extends WritingOrder {
  readonly kind: 'undo'
  readonly importId: number
}

export type ImportOrder = LookOrder | CheckOrder | CommitOrder | UndoOrder

/** What an import answers when it is written. */
export interface Committed {
  readonly id: number
  readonly counts: ImportCounts
}

/** A sheet as it was found, before anybody is asked what it was the last time. */
export type FoundTable = Omit<LookedTable, 'isRemembered' | 'columns'> & {
  readonly columns: readonly Omit<LookedColumn, 'isBarred'>[]
}

/** A sheet that was checked: how many rows of each kind it has, and its heads from the first column on. */
export type CheckedTable = ImportCheck['tables'][number] & { readonly heads: readonly string[] }

/** What each order answers. */
export interface ImportAnswers {
  readonly look: Pick<ImportLook, 'sheets'> & { readonly tables: readonly FoundTable[] }
  readonly check: Pick<ImportCheck, 'counts' | 'leftOut'> & { readonly tables: readonly CheckedTable[] }
  readonly commit: Committed
  readonly undo: ImportUndone
}

/** What the thread says when it ends. */
export type ImportResult<K extends keyof ImportAnswers> =
  | { readonly ok: true; readonly value: ImportAnswers[K] }
  | { readonly ok: false; readonly code: ErrorCode; readonly fields: readonly string[] }
