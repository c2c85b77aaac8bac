import { setImmediate } from 'node:timers/promises'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { inTransaction } from '../../database/connection.ts'
import { chainStart, type Followed, followChain, logHead, rowsAfter } from '../../database/log-chain.ts'
import { entryWithHash } from '../../repositories/audit-log.ts'
import { submissionsAfter, unrecordedDecision } from '../../repositories/recorded-decisions.ts'
import type { Context } from '../context.ts'
import { audit } from './audit.ts'
import { digestOf } from './canonical-json.ts'

type Verdict = Output<'audit.verify'>

/** Rows and versions between two breaths: other calls wait for some twenty milliseconds at most. */
const rowsAtOnce = 2000
const versionsAtOnce = 100

/**
 * 核对日志: follows the whole chain, then holds the decisions against it, and logs what came out. Calls of others are answered in
 * between. `anchor` is the beginning of a hash that was printed earlier.
 */
export async function verifyLog(context: Context, { anchor }: Checked<'audit.verify'>): Promise<Verdict> {
  const { db } = context
  const { end, broken: chainBreak } = await followInSlices(context)
  const broken: Verdict['broken'] = chainBreak ?? (await recordBreak(context)) ?? null
  const head = chainBreak ? logHead(db) : end.hash
  const anchorAt = anchor === null ? null : (entryWithHash(db, anchor)?.at ?? null)
  const facts = {
    rows: String(end.seq),
    result: broken ? 'broken' : 'whole',
    ...(broken && { seq: String(broken.seq), cause: broken.cause }),
    ...(anchor !== null && { anchor, anchorFound: anchorAt === null ? '0' : '1' }),
  }
  inTransaction(db, () => audit(context, { action: 'audit.verify', object: 'log', facts }))
  return { rows: end.seq, head, broken, anchorAt }
}

async function followInSlices({ db }: Context): Promise<Followed> {
  let followed: Followed = { end: chainStart, broken: undefined }
  for (;;) {
    const rows = rowsAfter(db, followed.end, rowsAtOnce)
    if (rows.length === 0) return followed
    followed = followChain(rows, followed.end)
    if (followed.broken) return followed
    await setImmediate()
  }
}

/** The row about the first decision that stands otherwise in the log than in its table. */
async function recordBreak({ db }: Context): Promise<Verdict['broken'] | undefined> {
  let last = 0
  for (;;) {
    const versions = submissionsAfter(db, last, versionsAtOnce)
    for (const { id, snapshot, digest, recordedIn, lastRow } of versions) {
      if (recordedIn === null || !isDigestOf(digest, snapshot))
        return { seq: recordedIn ?? lastRow ?? 0, cause: 'record' }
      last = id
    }
    if (versions.length < versionsAtOnce) break
    await setImmediate()
  }
  const seq = unrecordedDecision(db)
  return seq === undefined ? undefined : { seq, cause: 'record' }
}

function isDigestOf(digest: string, json: string): boolean {
  try {
    return digestOf(JSON.parse(json)) === digest
  } catch (error) {
    // What is no JSON any more was not what the digest was made of.
    if (error instanceof SyntaxError) return false
    throw error
  }
}
