import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { allAccounts } from '../../repositories/accounts.ts'
import { applicationById } from '../../repositories/applications.ts'
import { answerOpinions, insertOpinion } from '../../repositories/opinions.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { once } from '../once.ts'
import { loadCase } from './load-case.ts'
import { maySignNow } from './rows.ts'

/**
 * Asks somebody for an opinion; it moves nothing (加签, rules 14).
 * @throws CallFailure `not-found`, `not-your-turn` for anybody but who may sign the open step
 */
export function askOpinion(
  context: Context,
  input: Checked<'applications.askOpinion'>,
): Output<'applications.askOpinion'> {
  const { db, actor } = context
  return once(context, input.requestId, () => {
    const found = loadCase(db, input.id, today(context))
    if (!maySignNow(context, found)) throw new CallFailure('not-your-turn')
    const asked = allAccounts(db).find(({ id, disabled }) => id === input.person && !disabled)
    if (!asked || asked.id === actor.id) throw new CallFailure('not-found')
    insertOpinion(db, {
      applicationId: input.id,
      revision: found.application.revision,
      askedBy: actor.id,
      askedAt: now(context),
      actorId: asked.id,
      question: input.question,
    })
    audit(context, {
      action: 'application.askOpinion',
      object: `application:${input.id}`,
      facts: { person: String(asked.id) },
    })
    return {}
  })
}

/** Answers what one was asked. Throws CallFailure `not-found`; `wrong-state` where nobody asked. */
export function giveOpinion(
  context: Context,
  input: Checked<'applications.giveOpinion'>,
): Output<'applications.giveOpinion'> {
  const { db, actor } = context
  return once(context, input.requestId, () => {
    if (!applicationById(db, input.id)) throw new CallFailure('not-found')
    const given = { applicationId: input.id, actorId: actor.id, answer: input.answer, at: now(context) }
    if (answerOpinions(db, given) === 0) throw new CallFailure('wrong-state')
    audit(context, { action: 'application.opinion', object: `application:${input.id}` })
    return {}
  })
}
