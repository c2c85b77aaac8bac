import { allAccounts, giveRole } from '../../repositories/accounts.ts'
import { decideProposal, type ProposalRecord } from '../../repositories/proposals.ts'
import { audit } from '../audit/audit.ts'
import { type Context, now, today } from '../context.ts'
import { refusePost } from './check-change.ts'

/** Who approved, and how it came to that; `decidedBy` is nothing where nobody could, for the first post of a company. */
interface Approval {
  readonly decidedBy: number | null
  readonly decisionReason: string | null
  readonly facts?: Readonly<Record<string, string>>
}

/**
 * Carries an open proposal out, inside the caller's transaction: a post is held from now on, matrix and terms begin on the day they
 * asked for but not before today.
 * @throws CallFailure as `refusePost`, since the account may have changed after the proposal
 */
export function approveChange(
  context: Context,
  { id, change, proposedBy }: ProposalRecord,
  { decidedBy, decisionReason, facts }: Approval,
): void {
  const { db } = context
  const at = now(context)
  const day = today(context)
  const startsOn = change.kind === 'post' ? null : change.startsOn > day ? change.startsOn : day
  if (change.kind === 'post') {
    const { account, post } = change
    refusePost(allAccounts(db), change)
    giveRole(db, account, { role: post, since: at, givenBy: proposedBy })
    const object = `account:${account}`
    audit(context, { action: 'account.givePost', object, facts: { post, proposal: String(id), ...facts } })
  }
  decideProposal(db, id, { state: 'approved', decidedBy, decidedAt: at, startsOn, decisionReason })
}
