import type { CallName } from '../../../shared/contract/contract.ts'

/** The answers that are old after something happened to an application. */
export const changedByApproval: readonly CallName[] = [
  'applications.open',
  'applications.list',
  'today.summary',
  'today.rows',
  'limits.ofCustomer',
  'customers.open',
  'customers.list',
  'packets.waiting',
]
