import type { CallName } from '../../../../shared/contract/contract.ts'

/** The calls whose answers are old once a change was asked for or taken back. */
export const changedByRequest: readonly CallName[] = ['changes.list', 'today.summary', 'today.rows']
