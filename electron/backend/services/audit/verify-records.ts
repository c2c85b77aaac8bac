import { setImmediate } from 'node:timers/promises'
import type { Connection } from '../../database/connection.ts'
import { lastAuditEntry } from '../../repositories/audit-log.ts'
import { rowWithoutSalt, wronglyForgotten } from '../../repositories/audit-salts.ts'
import {
  oddErasure,
  type RecordedSubmission,
  recordedVerificationsAfter,
  type RecordedVerification,
  submissionsAfter,
  submissionsOfCards,
  unrecordedDecision,
  verificationsOfCards,
} from '../../repositories/recorded-decisions.ts'
import { digestOf } from './canonical-json.ts'
import { digestWith } from './salted-digest.ts'

/** The row of the log about something that stands otherwise in the log than in its table. */
export interface RecordBreak {
  readonly seq: number
  readonly cause: 'record'
}

const recordsAtOnce = 100
const rowsAtOnce = 5000

/**
 * Holds what was submitted, checked, signed, granted and erased against a log whose chain is whole; answers the first contradiction.
 * Calls of others are answered in between. Throws SqliteError.
 */
export async function verifyRecords(db: Connection): Promise<RecordBreak | undefined> {
  const found =
    (await firstOdd(id => submissionsAfter(db, id, recordsAtOnce), isAsSubmitted)) ??
    (await firstOdd(id => recordedVerificationsAfter(db, id, recordsAtOnce), isAsChecked))
  const seq = found
    ? (found.recordedIn ?? found.lastRow ?? 0)
    : (oddErasure(db) ?? (await missingSalt(db)) ?? unrecordedDecision(db))
  return seq === undefined ? undefined : { seq, cause: 'record' }
}

/** Whether everything that was submitted for some cards and checked of them is as the log has it. Throws SqliteError. */
export function areCardsSound(db: Connection, cards: readonly number[]): boolean {
  return submissionsOfCards(db, cards).every(isAsSubmitted) && verificationsOfCards(db, cards).every(isAsChecked)
}

/** A salt goes with an erasure only; the row that it belonged to, or that it says took it, where it went otherwise. */
async function missingSalt(db: Connection): Promise<number | undefined> {
  const [forged] = wronglyForgotten(db)
  if (forged) return forged.forgottenIn ?? 0
  const last = lastAuditEntry(db)?.seq ?? 0
  for (let after = 0; after < last; after += rowsAtOnce) {
    const found = rowWithoutSalt(db, after, after + rowsAtOnce)
    if (found !== undefined) return found
    await setImmediate()
  }
  return undefined
}

async function firstOdd<R extends { readonly id: number }>(
  after: (id: number) => R[],
  isSound: (record: R) => boolean,
): Promise<R | undefined> {
  let records = after(0)
  while (records.length > 0) {
    const odd = records.find(record => !isSound(record))
    if (odd) return odd
    await setImmediate()
    records = after(records.at(-1)?.id ?? 0)
  }
  return undefined
}

function isAsSubmitted({ recordedIn, snapshot, digest }: RecordedSubmission): boolean {
  return recordedIn !== null && orFalse(() => digestOf(JSON.parse(snapshot)) === digest)
}

function isAsChecked({ recordedIn, digest, salt, facts, papers, checkedOn, verifierId, note }: RecordedVerification) {
  if (recordedIn === null) return false
  // Whoever asked to be forgotten took the salt along, and with it what the digest could tell.
  if (salt === null) return true
  return orFalse(() => {
    const told = {
      facts: JSON.parse(facts) as unknown,
      checkedOn,
      verifierId,
      note,
      papers: JSON.parse(papers) as unknown,
    }
    return digestWith(salt, told) === digest
  })
}

/** What is no JSON any more was not what the digest was made of. */
function orFalse(compare: () => boolean): boolean {
  try {
    return compare()
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
