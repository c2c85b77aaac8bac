import type { ErasureScope } from '../../../../shared/domain/erasure.ts'

/** Whom an erasure is about, how far it reaches, and why; `papers` are ids of copies of identity cards. */
export interface Asked {
  readonly customerId: number
  readonly subject: string
  readonly scope: ErasureScope
  readonly papers?: readonly number[] | undefined
  readonly reason: string
}
