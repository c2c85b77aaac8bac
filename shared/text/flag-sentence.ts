import { approvalPosts } from '../catalogue/approvals.ts'
import { labelOf } from '../catalogue/derive/display.ts'
import type { Flag } from '../contract/application-calls.ts'
import { approvals as approvalsEn } from './en/approvals.ts'
import { limits as limitsEn } from './en/limits.ts'
import type { Language } from './language.ts'
import { approvals as approvalsZhCN } from './zh-CN/approvals.ts'
import { limits as limitsZhCN } from './zh-CN/limits.ts'
import { approvals as approvalsZhTW } from './zh-TW/approvals.ts'
import { limits as limitsZhTW } from './zh-TW/limits.ts'

const texts = {
  'zh-CN': { ...limitsZhCN, ...approvalsZhCN },
  'zh-TW': { ...limitsZhTW, ...approvalsZhTW },
  en: { ...limitsEn, ...approvalsEn },
} as const

/** What a red flag says on the screen and on a packet, with its facts in their places; codes among them are put into words. */
export function flagSentence({ code, facts }: Flag, language: Language): string {
  const sentence = texts[language][`flag-${code}`]
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => worded(name, facts[name] ?? '', language))
}

function worded(name: string, fact: string, language: Language): string {
  switch (name) {
    case 'post':
      return approvalPosts.find(({ code }) => code === fact)?.label[language] ?? fact
    case 'fields':
      return labelOf(fact, language)
    case 'days':
      return fact === '0' ? texts[language].flagToday : texts[language].flagDaysAgo.replace('{{days}}', fact)
    case 'status': {
      const words: Readonly<Record<string, string>> = texts[language]
      return words[`status-${fact}`] ?? fact
    }
    default:
      return fact
  }
}
