import type { PolicyChange } from '../../../shared/contract/policy-calls.ts'
import { defaultTerms } from '../../../shared/domain/policy.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

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
  readonly decisionReason: string | null
}

/** How a proposal ended; `startsOn` is the first day on which it holds, nothing where no day is asked for. */
export type ProposalDecision = Pick<ProposalRecord, 'state' | 'decidedBy' | 'decidedAt' | 'startsOn' | 'decisionReason'>

interface StoredProposal extends Omit<ProposalRecord, 'change'> {
  readonly content: string
}

const select = `
  SELECT id, content, state, proposed_by AS proposedBy, proposed_at AS proposedAt, decided_by AS decidedBy,
    decided_at AS decidedAt, starts_on AS startsOn, reason, decision_reason AS decisionReason FROM proposals`

/** Every proposal, newest first. Throws SqliteError. */
export function allProposals(db: Connection): ProposalRecord[] {
  return all<StoredProposal>(db, `${select} ORDER BY id DESC`).map(read)
}

/** One proposal, or nothing. Throws SqliteError. */
export function proposalById(db: Connection, id: number): ProposalRecord | undefined {
  const stored = one<StoredProposal>(db, `${select} WHERE id = ?`, [id])
  return stored && read(stored)
}

function read({ content, ...proposal }: StoredProposal): ProposalRecord {
  const change = JSON.parse(content) as PolicyChange
  // A term that was not known when the proposal was made stands as it ships.
  return {
    ...proposal,
    change: change.kind === 'terms' ? { ...change, terms: { ...defaultTerms, ...change.terms } } : change,
  }
}

const insert = `
  INSERT INTO proposals (kind, content, state, proposed_by, proposed_at, reason) VALUES (@kind, @content, 'open', @proposedBy, @proposedAt, @reason)`
const update = `
  UPDATE proposals SET state = @state, decided_by = @decidedBy, decided_at = @decidedAt, starts_on = @startsOn,
    decision_reason = @decisionReason WHERE id = @id`

/** Stores an open proposal; answers its id. Throws SqliteError. */
export function insertProposal(
  db: Connection,
  { change, ...proposal }: Pick<ProposalRecord, 'change' | 'proposedBy' | 'proposedAt' | 'reason'>,
): number {
  return run(db, insert, { ...proposal, kind: change.kind, content: JSON.stringify(change) }).id
}

/** Ends an open proposal. Throws SqliteError, also when it is decided already or by the person who proposed it. */
export function decideProposal(db: Connection, id: number, decision: ProposalDecision): void {
  run(db, update, { ...decision, id })
}
