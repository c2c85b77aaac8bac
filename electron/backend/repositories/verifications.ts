import type { VerificationFacts } from '../../../shared/contract/attachment-calls.ts'
import type { VerificationRecord } from '../../../shared/domain/verification-states.ts'
import { all, type Connection, run } from '../database/connection.ts'
import { cardsOf } from './merged-cards.ts'

interface StoredVerification {
  readonly id: number
  readonly facts: string
  readonly checkedOn: string
  readonly verifierId: number
  readonly verifierName: string
  readonly note: string | null
  readonly files: string
}

const select = `
  SELECT v.id, v.facts, v.checked_on AS checkedOn, v.verifier_id AS verifierId, p.name AS verifierName, v.note,
    (SELECT json_group_array(f.attachment_id) FROM verification_files f WHERE f.verification_id = v.id) AS files
  FROM verifications v JOIN actors p ON p.id = v.verifier_id WHERE v.customer_id IN ${cardsOf} ORDER BY v.id`

/** Every check of a customer and of what was merged into it, oldest first. Throws SqliteError. */
export function verificationsOf(db: Connection, customerId: number): VerificationRecord[] {
  return all<StoredVerification>(db, select, { id: customerId }).map(
    ({ facts, verifierId, verifierName, files, ...check }) => ({
      ...check,
      facts: JSON.parse(facts) as VerificationFacts,
      verifier: { id: verifierId, name: verifierName },
      files: JSON.parse(files) as number[],
    }),
  )
}

/** A check that is being recorded; `facts` is JSON. */
export interface NewVerification {
  readonly customerId: number
  readonly item: string
  readonly checkedOn: string
  readonly verifierId: number
  readonly facts: string
  readonly note: string | null
  readonly recordedAt: string
}

const insert = `
  INSERT INTO verifications (customer_id, item, checked_on, verifier_id, facts, note, recorded_at)
  VALUES (@customerId, @item, @checkedOn, @verifierId, @facts, @note, @recordedAt)`
const insertFile = 'INSERT INTO verification_files (verification_id, attachment_id) VALUES (?, ?)'

/** Records a check with the papers it rests on; answers its id. Throws SqliteError. */
export function insertVerification(db: Connection, check: NewVerification, files: readonly number[]): number {
  const { id } = run(db, insert, { ...check })
  for (const file of files) run(db, insertFile, [id, file])
  return id
}
