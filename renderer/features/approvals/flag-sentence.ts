import type { TFunction } from 'i18next'
import type { Flag } from '../../../shared/contract/application-calls.ts'

/** What a red flag says, with its facts in their places. */
export function flagSentence(flag: Flag, t: TFunction): string {
  return t(`approvals.flag-${flag.code}`, { replace: flag.facts })
}
