import type { CallName } from '../../../shared/contract/contract.ts'

/** The calls whose answers are old once a change was decided or called back. */
export const changedByDecision: readonly CallName[] = [
  'changes.list',
  'changes.past',
  'today.summary',
  'today.rows',
  'customers.open',
  'customers.list',
  'customers.history',
  'limits.ofCustomer',
]
