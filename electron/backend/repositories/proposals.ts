import type { PolicyChange } from '../../../shared/contract/policy-calls.ts'
import { all, type Connection } from '../database/connection.ts'

/** A change of the rules of the house that somebody asked for. */
export interface ProposalRecord {
  readonly id: number
  readonly change: PolicyChange
  readonly state: 'open' | 'approved' | 'refused'
  readonly proposedBy: number
  readonly proposedAt: string
  readonly decidedBy: number | null
  readonly decidedAt: string | null
  readonly startsOn: string | null
  readonly reason: string | null
}

interface StoredProposal extends Omit<ProposalRecord, 'change'> {
  readonly content: string
}

const select = `
  SELECT id, content, state, proposed_by AS proposedBy, proposed_at AS proposedAt, decided_by AS decidedBy,
    decided_at AS decidedAt, starts_on AS startsOn, reason FROM proposals ORDER BY id DESC`

/** Every proposal, newest first. Throws SqliteError. */
export function allProposals(db: Connection): ProposalRecord[] {
  return all<StoredProposal>(db, select).map(({ content, ...proposal }) => ({
    ...proposal,
    change: JSON.parse(content) as PolicyChange,
  }))
}
