import { isPost } from '../../../../shared/domain/roles.ts'
import type { AccountRecord } from '../../repositories/accounts.ts'
import type { ProposalRecord } from '../../repositories/proposals.ts'

/**
 * Who may decide a proposal: every active 总经理 but whoever proposed it or would get the post by it. Where that leaves nobody, every
 * other active holder of a post decides about posts, so that there can be a general manager who decides about the rest. By person
 * id (rules 1, 2).
 */
export function decidersOf(
  accounts: readonly AccountRecord[],
  { change, proposedBy }: Pick<ProposalRecord, 'change' | 'proposedBy'>,
): ReadonlySet<number> {
  const holders = activeHolders(accounts).filter(
    ({ id }) => id !== proposedBy && !(change.kind === 'post' && change.account === id),
  )
  const generalManagers = holders.filter(({ roles }) => roles.some(({ role }) => role === 'generalManager'))
  const areWanting = generalManagers.length === 0 && change.kind === 'post'
  return new Set((areWanting ? holders : generalManagers).map(({ id }) => id))
}

/** The active accounts that hold any post. */
export function activeHolders(accounts: readonly AccountRecord[]): AccountRecord[] {
  return accounts.filter(({ disabled, roles }) => !disabled && roles.some(({ role }) => isPost(role)))
}
