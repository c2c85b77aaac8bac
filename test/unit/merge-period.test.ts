import { expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import { mergeItems, mergeOutcome } from '../../shared/domain/merge.ts'

const [turnover, period] = ['customer.turnover', 'customer.turnoverPeriod'] as const
const [year, month] = [{ [period]: 'year' }, { [period]: 'month' }] as const
const hundred = { [turnover]: 100 }

test.each<[string, Values, Values, boolean | undefined, Values]>([
  ['periods without an amount', year, month, undefined, year],
  ['a period beside nothing', year, {}, undefined, year],
  ['an amount that names no period', { ...hundred, ...year }, hundred, true, { ...hundred, ...year }],
  ['an amount of the younger card by the month', year, { ...hundred, ...month }, false, { ...hundred, ...month }],
  ['an amount of the older card by the month', { ...hundred, ...month }, year, false, { ...hundred, ...month }],
  ['one amount by the year and by the month', { ...hundred, ...year }, { ...hundred, ...month }, false, hundred],
])('the year that every new card has as the period of its turnover is no answer: %s', (_, keep, drop, same, after) => {
  const items = mergeItems(keep, drop, false)
  expect(items.map(item => [item.key, item.same])).toEqual(same === undefined ? [] : [[turnover, same]])
  expect(mergeOutcome(keep, drop, items, {}).values).toMatchObject(after)
})

test('whoever takes the turnover of the other card takes its period', () => {
  const [keep, drop] = [
    { ...hundred, ...month },
    { [turnover]: 200, ...year },
  ]
  const items = mergeItems(keep, drop, false)
  expect(mergeOutcome(keep, drop, items, { [turnover]: 'drop' }).values).toEqual(drop)
})
