import type { ErrorCode, Outcome } from './errors.ts'

/** Makes the answer of a call that failed; the trace id comes from whoever answers, as randomness is no matter of shared code. */
export function failed(code: ErrorCode, traceId: string, fields?: string[]): Outcome<never> {
  return { ok: false, error: { code, traceId, ...(fields && { fields }) } }
}
