import type { Connection } from '../../database/connection.ts'
import { proposalById, type ProposalRecord } from '../../repositories/proposals.ts'
import { CallFailure } from '../call-failure.ts'

/** A proposal that has to exist. Throws CallFailure `not-found`. */
export function knownProposal(db: Connection, id: number): ProposalRecord {
  const proposal = proposalById(db, id)
  if (!proposal) throw new CallFailure('not-found')
  return proposal
}
