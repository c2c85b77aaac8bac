import { expect, test } from 'vitest'
import { importLabel, problemSentence } from '../../shared/text/importing.ts'

const path = 'productLines.2.sharePct'

test('a product on a sheet of its own is not named by a row of the form', () => {
  const naming = { language: 'zh-CN', extras: [] } as const
  expect(importLabel(path, { ...naming, kind: 'customers' })).toBe('第 2 行 · 所占比重')
  const problem = { code: 'shares-over-100', path, column: '', found: '50' }
  expect(problemSentence(problem, { ...naming, kind: 'products' })).toBe('所占比重“50”：所占比重合计超过 100%')
})
