import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { DuplicatePair } from '../../../../shared/contract/duplicate-calls.ts'
import { duplicateWorkers, mostPairs, shortestOverride } from '../../../../shared/domain/duplicates.ts'
import { inTransaction } from '../../database/connection.ts'
import { runScan } from '../../jobs/run-scan.ts'
import { relatedCustomers } from '../../repositories/customer-links.ts'
import { countCustomers, customerLine } from '../../repositories/customers.ts'
import {
  countPairs,
  dropPair,
  pairOf,
  pairPage,
  type PairRow,
  replacePairs,
} from '../../repositories/duplicate-scan.ts'
import { answeredPairs } from '../../repositories/duplicates.ts'
import { putSetting, setting } from '../../repositories/settings.ts'
import { spokenName } from '../../search/duplicate-keys.ts'
import { toldKinds } from '../../search/likeness.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, may, now } from '../context.ts'
import { once } from '../once.ts'
import { linkCustomers } from './link-customers.ts'
import { keepAnswer } from './settle-duplicates.ts'

/** Whether a person works off the worklist: whoever writes cards, lets duplicates through or merges. */
export function answersPairs(context: Pick<Context, 'actor'>): boolean {
  return duplicateWorkers.some(right => may(context, right))
}

// There is one file to look through, so there is one scan at a time.
const scanId = 'duplicates.scan'

/**
 * Looks through the whole file in a thread of its own and makes the worklist of it (rules 8).
 * @throws CallFailure `not-allowed`; `busy` while another scan runs, `cancelled`
 */
export async function scanFile(context: Context): Promise<Output<'duplicates.scan'>> {
  if (!answersPairs(context)) throw new CallFailure('not-allowed')
  const { db, work, workerPath, file } = context
  return work.run(scanId, async (signal, tell) => {
    const found = await runScan(workerPath, { scan: file }, signal, tell)
    if (!found) throw new CallFailure('cancelled')
    return inTransaction(db, () => keepScan(context, found))
  })
}

/** Makes the worklist of what a scan found, inside the caller's transaction; answers how many pairs nobody has answered. Throws SqliteError. */
export function keepScan(
  context: Pick<Context, 'db' | 'actor' | 'clock' | 'machine'>,
  found: readonly Pair[],
): Output<'duplicates.scan'> {
  const { db } = context
  const open = withoutAnswered(db, found)
  replacePairs(db, open)
  const customers = countCustomers(db)
  const isCut = found.length >= mostPairs
  putSetting(db, 'lastDuplicateScan', JSON.stringify({ at: now(context), customers, isCut }))
  const facts = { customers: String(customers), pairs: String(open.length) }
  audit(context, { action: 'duplicate.scan', object: 'customers', facts })
  return { pairs: open.length }
}

type Pair = Parameters<typeof replacePairs>[1][number]

/** What was answered under the present names, or is linked, is not asked again. */
function withoutAnswered(db: Context['db'], found: readonly Pair[]): Pair[] {
  const answered = new Set(answeredPairs(db).map(pair => JSON.stringify(pair)))
  const related = new Map<number, ReadonlySet<number>>()
  const nameOf = (id: number) => spokenName(customerLine(db, id).name).whole
  return found.filter(({ firstId, secondId }) => {
    if (answered.has(JSON.stringify([firstId, secondId, nameOf(firstId), nameOf(secondId)]))) return false
    const linked = related.get(firstId) ?? new Set(relatedCustomers(db, firstId))
    related.set(firstId, linked)
    return !linked.has(secondId)
  })
}

/** Stops a scan that is under way; what the one before found stays. Throws CallFailure `not-allowed`. */
export function cancelScan(context: Context): Output<'duplicates.cancel'> {
  if (!answersPairs(context)) throw new CallFailure('not-allowed')
  context.work.stop(scanId)
  return {}
}

type LastScan = Omit<NonNullable<Output<'duplicates.state'>['last']>, 'isCut'>

/** How far a scan is, and when the last one ended. Throws SqliteError. */
export function scanState({ db, work }: Context): Output<'duplicates.state'> {
  const last = setting(db, 'lastDuplicateScan')
  return {
    progress: work.progress(scanId),
    last: last === undefined ? null : { isCut: false, ...(JSON.parse(last) as LastScan) },
  }
}

/** A page of the worklist. Throws SqliteError. */
export function duplicatePairs(
  { db }: Context,
  { offset, limit }: Checked<'duplicates.pairs'>,
): Output<'duplicates.pairs'> {
  return { total: countPairs(db), rows: pairPage(db, offset, limit).map(shown) }
}

function shown(row: PairRow): DuplicatePair {
  const words = (text: string) => text.split(',').filter(Boolean)
  return {
    first: { id: row.firstId, customerNo: row.firstNo, name: row.firstName, archived: row.firstArchived === 1 },
    second: { id: row.secondId, customerNo: row.secondNo, name: row.secondName, archived: row.secondArchived === 1 },
    kinds: toldKinds(words(row.certain), spokenName(row.firstName), spokenName(row.secondName)),
    shared: words(row.shared) as DuplicatePair['shared'],
    score: row.score,
    parts: JSON.parse(row.parts) as DuplicatePair['parts'],
  }
}

/**
 * Says of a pair what its second customer is to the first, and takes it off the worklist.
 * @throws CallFailure `not-allowed` for whoever may neither write cards nor let duplicates through, and for calling a certain pair
 *   different without the latter; `reason-missing`, `not-found`
 */
export function answerPair(context: Context, input: Checked<'duplicates.answer'>): Output<'duplicates.answer'> {
  const { db, actor } = context
  const { first, second, as, reason = '' } = input
  const mayOverride = may(context, 'duplicate.override')
  if (!mayOverride && !may(context, 'basic.write')) throw new CallFailure('not-allowed')
  return once(context, input.requestId, () => {
    const pair = pairOf(db, first, second)
    if (!pair) throw new CallFailure('not-found')
    if (as === 'different') {
      const isCertain = pair.certain !== ''
      if (isCertain && !mayOverride) throw new CallFailure('not-allowed')
      if (isCertain && Array.from(reason).length < shortestOverride) throw new CallFailure('reason-missing')
      const own = { id: first, values: { 'customer.name': customerLine(db, first).name } }
      keepAnswer(context, own, customerLine(db, second), isCertain ? { by: actor.id, reason } : undefined)
    } else linkCustomers(context, first, second, as)
    dropPair(db, first, second)
    return {}
  })
}
