import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { dropPairAnswer, type Said, saidAbout } from '../../repositories/duplicates.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, may } from '../context.ts'
import { once } from '../once.ts'
import { listAnew } from './list-anew.ts'

/** Whether a person may take an answer back: whoever may give it. */
export function mayTakeBack(context: Pick<Context, 'actor'>, { answer }: Pick<Said, 'answer'>): boolean {
  return may(context, 'duplicate.override') || (answer === 'different' && may(context, 'basic.write'))
}

/**
 * Takes back what was said about two customers, and asks about them anew: the worklist has them again, if they are still alike.
 * @throws CallFailure `not-found`, `not-allowed`
 */
export function takeAnswerBack(
  context: Context,
  { requestId, customerId, otherId, at }: Checked<'duplicates.takeBack'>,
): Output<'duplicates.takeBack'> {
  const { db } = context
  return once(context, requestId, () => {
    const said = saidAbout(db, customerId).find(answer => answer.id === otherId && answer.at === at)
    if (!said) throw new CallFailure('not-found')
    if (!mayTakeBack(context, said)) throw new CallFailure('not-allowed')
    dropPairAnswer(db, customerId, otherId, at)
    audit(context, {
      action: 'duplicate.takeBack',
      object: `customer:${customerId}`,
      ...(said.reason !== null && { reason: said.reason }),
      facts: { other: String(otherId) },
    })
    listAnew(db, customerId, otherId)
    return {}
  })
}
