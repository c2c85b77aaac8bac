import type { CallError, ErrorCode } from './errors.ts'

/** Makes the answer of a call that failed; the trace id comes from whoever answers, as randomness is no matter of shared code. */
export function failed(code: ErrorCode, traceId: string, fields?: string[]): { ok: false; error: CallError } {
  return { ok: false, error: { code, traceId, ...(fields && { fields }) } }
}
