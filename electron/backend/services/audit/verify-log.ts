import { setImmediate } from 'node:timers/promises'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { type Connection, inTransaction } from '../../database/connection.ts'
import { chainStart, type Followed, followChain, logHead, rowsAfter } from '../../database/log-chain.ts'
import { entryWithHash } from '../../repositories/audit-log.ts'
import type { Context } from '../context.ts'
import { audit } from './audit.ts'
import { verifyRecords } from './verify-records.ts'

/** Rows between two breaths: other calls wait for some twenty milliseconds at most. */
const rowsAtOnce = 2000

/**
 * 核对日志: follows the whole chain, then holds what was decided against it, and logs what came out. Calls of others are answered in
 * between. `anchor` is the beginning of a hash that was printed earlier.
 */
export async function verifyLog(
  context: Context,
  { anchor }: Checked<'audit.verify'>,
): Promise<Output<'audit.verify'>> {
  const { db } = context
  const { end, broken: chainBreak } = await followInSlices(db)
  const broken = chainBreak ?? (await verifyRecords(db)) ?? null
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

async function followInSlices(db: Connection): Promise<Followed> {
  let followed: Followed = { end: chainStart, broken: undefined }
  for (;;) {
    const rows = rowsAfter(db, followed.end, rowsAtOnce)
    if (rows.length === 0) return followed
    followed = followChain(rows, followed.end)
    if (followed.broken) return followed
    await setImmediate()
  }
}
