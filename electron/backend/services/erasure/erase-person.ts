import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { ErasedCounts, ErasureObstacle } from '../../../../shared/contract/erasure-calls.ts'
import { saysWhy } from '../../../../shared/domain/policy.ts'
import { inTransaction } from '../../database/connection.ts'
import { customerHead } from '../../repositories/customers.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { answeredBefore, once } from '../once.ts'
import { backupsLeft } from './backups-left.ts'
import type { Asked } from './asked.ts'
import { carryOut, type CarriedOut } from './carry-out.ts'
import { clearTraces, noteTraces } from './clear-traces.ts'
import { forgettingOf } from './forgetting.ts'
import { erasureObstacles, told } from './obstacles.ts'

type Erased = Output<'personal.erase'>
type Kept = Pick<Erased, 'counts' | 'backups'>

/**
 * Erases a person of a card (rules 11). Nobody else writes meanwhile, and nothing else is under way that could hold a copy.
 * @throws CallFailure `password-wrong`, `too-many-tries`, `reason-missing`, `not-found`, `busy`; `erasure-impossible` with what stands
 *   against it
 */
export async function erasePerson(context: Context, input: Checked<'personal.erase'>): Promise<Erased> {
  const { work, writing, dataDir, clock } = context
  await confirmPassword(context, input.password)
  if (!saysWhy(input.reason)) throw new CallFailure('reason-missing')
  const answered = answeredBefore<Kept>(context, input.requestId)
  if (answered) return { ...answered, isCleared: true }
  if (work.isBusy()) throw new CallFailure('busy')
  return work.run(`erasure ${input.requestId.toLowerCase()}`, () =>
    writing.whileClosed(async () => {
      const done = once(context, input.requestId, () => {
        const { counts, files } = eraseOrRefuse(context, input)
        noteTraces(context.db, files)
        return { counts, backups: backupsLeft(dataDir, clock()) }
      })
      return { ...done, isCleared: await clearTraces(context) }
    }),
  )
}

function eraseOrRefuse(context: Context, asked: Asked): CarriedOut {
  const { obstacles, result } = attempt(context, asked)
  if (obstacles.length > 0 || !result) throw new CallFailure('erasure-impossible', { fields: obstacles.map(told) })
  return result
}

/** What an erasure is about and what stands against it, inside the caller's transaction, which it changes where nothing does. */
function attempt(
  context: Context,
  asked: Asked,
): { readonly obstacles: readonly ErasureObstacle[]; readonly result: CarriedOut | undefined } {
  const { db } = context
  if (!customerHead(db, asked.customerId)) throw new CallFailure('not-found')
  const forgetting = forgettingOf(db, asked.customerId, asked.subject, asked.scope)
  const obstacles = erasureObstacles(context, asked, forgetting)
  if (obstacles.length > 0) return { obstacles, result: undefined }
  const result = carryOut(context, asked, forgetting)
  const isEmpty = Object.values(result.counts).every(count => count === 0)
  return isEmpty ? { obstacles: [{ code: 'empty', detail: '' }], result: undefined } : { obstacles, result }
}

/** Nothing of what was tried stays. */
class TakenBack extends Error {
  override readonly name = 'TakenBack'
}

const nothing: ErasedCounts = {
  boxes: 0,
  history: 0,
  drafts: 0,
  submissions: 0,
  packets: 0,
  merges: 0,
  changeRequests: 0,
  verifications: 0,
  papers: 0,
  answers: 0,
  texts: 0,
}

/** What an erasure would do: it is done and taken back, so that both are the same. Throws CallFailure `not-found`, `busy`. */
export function tryErasure(
  context: Context,
  asked: Omit<Asked, 'reason'>,
): { readonly obstacles: readonly ErasureObstacle[]; readonly counts: ErasedCounts } {
  if (context.writing.isClosed) throw new CallFailure('busy')
  let tried: ReturnType<typeof attempt> = { obstacles: [], result: undefined }
  try {
    inTransaction(context.db, () => {
      tried = attempt(context, { ...asked, reason: '' })
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  return { obstacles: tried.obstacles, counts: tried.result?.counts ?? nothing }
}
