import { erasedMark } from '../../../shared/domain/erased-mark.ts'
import type { Checked, Output } from '../../../shared/contract/contract.ts'
import { undoMinutes } from '../../../shared/domain/history.ts'
import { customerHead } from '../repositories/customers.ts'
import { changesOfSave } from '../repositories/history.ts'
import { CallFailure } from './call-failure.ts'
import type { Context } from './context.ts'
import { earlierAnswer, savedAnswer } from './requests.ts'
import { saveCustomer } from './save-customer.ts'

/**
 * 撤销上次保存 (rules 25): saves again what the person's own last save replaced, in the way of every save, so that rights, gates,
 * history and log are those of any other. What was masked stays masked in the answer.
 * @throws CallFailure `not-found`; `nothing-to-undo` where the last change of the card is not a save of this person of the last ten
 *   minutes; whatever `customers.save` is refused with
 */
export async function undoSave(
  context: Context,
  { requestId, id, revision }: Checked<'customers.undoSave'>,
): Promise<Output<'customers.undoSave'>> {
  const { db, actor, clock } = context
  const answered = earlierAnswer(context, requestId)
  if (answered) return answered
  const head = customerHead(db, id)
  if (!head) throw new CallFailure('not-found')
  const since = new Date(clock().getTime() - undoMinutes * 60_000).toISOString()
  const made = head.revision === revision ? changesOfSave(db, { customerId: id, revision, by: actor.id, since }) : []
  if (made.length === 0 || made.some(({ from }) => from === erasedMark)) throw new CallFailure('nothing-to-undo')
  const changes = Object.fromEntries(made.map(({ path, from, to }) => [path, { from: to, to: from }]))
  const saved = await saveCustomer(context, { requestId, id, revision, changes })
  return savedAnswer(context, { customerId: id, revision: saved.revision, at: saved.savedAt })
}
