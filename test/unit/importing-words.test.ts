import { expect, test } from 'vitest'
import { importLabel, joinSentences, problemSentence } from '../../shared/text/importing.ts'

const path = 'productLines.2.sharePct'

test('a product on a sheet of its own is not named by a row of the form', () => {
  const naming = { language: 'zh-CN', extras: [] } as const
  expect(importLabel(path, { ...naming, kind: 'customers' })).toBe('第 2 行 · 所占比重')
  const problem = { code: 'shares-over-100', path, column: '', found: '50' }
  expect(problemSentence(problem, { ...naming, kind: 'products' })).toBe('所占比重“50”：所占比重合计超过 100%')
})

test('a choice that takes 其他 says how to write what is none of its options, and others do not', () => {
  const naming = { language: 'zh-CN', extras: [], kind: 'customers' } as const
  const wrong = (box: string, found: string) =>
    problemSentence({ code: 'not-an-option', path: box, column: '', found }, naming)
  expect(wrong('customer.ownershipType', '有限公司')).toBe(
    '性质“有限公司”：不是这一栏的选项。请改用选项的文字，或写成“其他（有限公司）”。可填：个体、集体、合伙、国营、股份公司、其他。',
  )
  expect(wrong('customer.grade', 'D')).toBe('等级“D”：不是这一栏的选项。请改用选项的文字。可填：A级、B级、C级。')
  expect(wrong('customer.transportModes', '汽运、骆驼')).not.toContain('其他（')
})

test('sentences in one line have one mark between them', () => {
  expect(joinSentences(['号码已坏。', '没有这一天。'], 'zh-CN')).toBe('号码已坏；没有这一天。')
  expect(joinSentences(['Broken.', 'No such day.'], 'en')).toBe('Broken; No such day.')
})
