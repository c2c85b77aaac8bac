import { erasedMark } from '../../../../shared/domain/erased-mark.ts'
import type { Context } from '../context.ts'
import { addErasedRecord } from '../../repositories/erasures.ts'
import { putVerification } from '../../repositories/erased-rows.ts'
import { verificationsOfCards } from '../../repositories/recorded-decisions.ts'
import { saltedDigest } from '../audit/salted-digest.ts'
import { textsReplaced } from './erased.ts'
import { blackedOut } from './mentions.ts'

/**
 * Takes the person out of what was checked of some cards. All of it is held against a new digest from then on, as the salt of the one
 * before is forgotten. Answers the digests by id, and how many checks spoke of the person. Throws SqliteError.
 */
export function eraseChecks(
  context: Pick<Context, 'db' | 'newId'>,
  cards: readonly number[],
  erasureId: number,
  left: (text: string) => string,
): { readonly digests: ReadonlyMap<number, string>; readonly count: number } {
  const { db } = context
  const digests = new Map<number, string>()
  let count = 0
  for (const { id, customerId, facts, checkedOn, verifierId, note, papers } of verificationsOfCards(db, cards)) {
    const found = textsReplaced(JSON.parse(facts), left)
    const noted = note === null ? null : left(note).replace(erasedMark, blackedOut)
    const text = JSON.stringify(found)
    if (text !== facts || noted !== note) count += 1
    const told = { facts: found, checkedOn, verifierId, note: noted, papers: JSON.parse(papers) as unknown }
    const digest = saltedDigest(context, `customer:${customerId}`, told)
    addErasedRecord(db, erasureId, 'verification', id, digest)
    putVerification(db, { id, facts: text, note: noted }, erasureId)
    digests.set(id, digest)
  }
  return { digests, count }
}
