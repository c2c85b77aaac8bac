import { mayWrite } from '../../../shared/catalogue/derive/sections.ts'
import { saysWhy } from '../../../shared/domain/policy.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { CallName } from '../../../shared/contract/contract.ts'
import { logRefusals } from './audit/log-refusals.ts'
import { CallFailure } from './call-failure.ts'
import { type Context, may } from './context.ts'

/** Refuses boxes that the person may not fill in, and logs the attempt. Throws CallFailure `not-allowed` with the boxes. */
export function refuseUnwritable(context: Context, call: CallName, paths: readonly Path[]): void {
  const fields = paths.filter(path => !mayWrite(path, context.actor.rights))
  logRefusals(context, { action: 'refused.call', object: `call:${call}` }, () => {
    if (fields.length > 0) throw new CallFailure('not-allowed', { fields })
  })
}

/**
 * Refuses to hand delicate boxes out to who may not even see them, and logs the attempt; whoever may says why (rules 11).
 * @throws CallFailure `not-allowed`, `reason-missing`
 */
export function refuseDelicate(
  context: Context,
  call: CallName,
  { withDelicate, reason = '' }: { readonly withDelicate: boolean; readonly reason?: string | undefined },
): void {
  logRefusals(context, { action: 'refused.call', object: `call:${call}` }, () => {
    if (withDelicate && !may(context, 'delicate.read')) throw new CallFailure('not-allowed')
  })
  if (withDelicate && !saysWhy(reason)) throw new CallFailure('reason-missing')
}
