import { CallFailure } from './call-failure.ts'

/** Making spreadsheets comes with the report worker. */
export function exportNothingYet(): never {
  throw new CallFailure('not-supported-here')
}
