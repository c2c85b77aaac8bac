import type { TFunction } from 'i18next'
import { labelOf } from '../../../shared/catalogue/derive/display.ts'
import type { Flag } from '../../../shared/contract/application-calls.ts'
import { isPost } from '../../../shared/domain/roles.ts'
import type { Language } from '../../../shared/text/language.ts'
import { postLabel } from '../../ui/post-label.ts'

/** What a red flag says, with its facts in their places; codes among them are put into words. */
export function flagSentence({ code, facts }: Flag, t: TFunction, language: Language): string {
  const { post, fields, status } = facts
  const worded = {
    ...facts,
    ...(post && isPost(post) && { post: postLabel(post, language) }),
    ...(fields && { fields: labelOf(fields, language) }),
    ...(status && isStatus(status) && { status: t(`limits.status-${status}`) }),
  }
  return t(`approvals.flag-${code}`, { replace: worded })
}

const isStatus = (status: string): status is 'abnormal' | 'enforcement' | 'notFound' =>
  status === 'abnormal' || status === 'enforcement' || status === 'notFound'
