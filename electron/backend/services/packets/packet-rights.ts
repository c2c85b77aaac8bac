import type { Right } from '../../../../shared/domain/roles.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, may } from '../context.ts'

const handling: readonly Right[] = ['approval.apply', 'approval.sign', 'approval.verify', 'limit.release']

/** Whether somebody works on applications. */
export const handlesPackets = (context: Context): boolean => handling.some(right => may(context, right))

/** Packets are made, taken in and confirmed by those who work on applications, not by who only reads them. Throws CallFailure `not-allowed`. */
export function refuseBystanders(context: Context): void {
  if (!handlesPackets(context)) throw new CallFailure('not-allowed')
}
