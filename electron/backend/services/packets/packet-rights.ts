import type { Right } from '../../../../shared/domain/roles.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, may } from '../context.ts'

const handling: readonly Right[] = ['approval.apply', 'approval.sign', 'approval.verify', 'limit.release']

/** Packets are made, taken in and confirmed by those who work on applications, not by who only reads them. Throws CallFailure `not-allowed`. */
export function refuseBystanders(context: Context): void {
  if (!handling.some(right => may(context, right))) throw new CallFailure('not-allowed')
}
