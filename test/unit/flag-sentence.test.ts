import { expect, test } from 'vitest'
import type { Language } from '../../shared/text/language.ts'
import { flagSentence } from '../../shared/text/flag-sentence.ts'

const changed = (days: string) =>
  ({ key: 'postChanged', code: 'postChanged', facts: { person: '周敏', post: 'officeHead', days } }) as const

test.each<[Language, string, string]>([
  ['zh-CN', '周敏 的办事处主任岗位于 3 天前变更', '周敏 的办事处主任岗位于 今天变更'],
  ['zh-TW', '周敏 的辦事處主任崗位於 3 天前變更', '周敏 的辦事處主任崗位於 今天變更'],
  ['en', '周敏 got or left the post Office head 3 days ago', '周敏 got or left the post Office head today'],
])('a change of posts says how long ago it was (rules 1): %s', (language, then, today) => {
  expect(flagSentence(changed('3'), language)).toBe(then)
  expect(flagSentence(changed('0'), language)).toBe(today)
})

test('the codes among the facts are put into words', () => {
  const registry = { key: 'abnormalRegistry', code: 'abnormalRegistry', facts: { status: 'enforcement' } } as const
  expect(flagSentence(registry, 'zh-CN')).not.toContain('enforcement')
  const keyFact = {
    key: 'k',
    code: 'keyFactChanged',
    facts: { fields: 'customer.bankAccountNo', on: '2026-11-01' },
  } as const
  expect(flagSentence(keyFact, 'zh-CN')).toMatch(/^90 天内变更过：[^.]+（2026-11-01）$/)
})
