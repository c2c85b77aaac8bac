import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatQuantity, parsePercent, parseQuantity } from '../../shared/domain/plain-number.ts'

test.each([
  ['120', 0, 120],
  ['1,200', 0, 1200],
  ['１２人', 0, 12],
  ['3 辆', 0, 3],
  ['2层', 0, 2],
  ['86.5㎡', 2, 86.5],
  ['86.50 平方米', 2, 86.5],
  ['120m2', 2, 120],
  ['1.2万', 0, 12_000],
  ['0', 0, 0],
  ['0.1', 2, 0.1],
])('reads %s with %s decimals as %s', (text, decimals, value) => {
  expect(parseQuantity(text, { decimals })).toEqual({ ok: true, value })
})

test.each([
  ['', 0, 'notNumber'],
  ['很多', 0, 'notNumber'],
  ['3-5', 0, 'notNumber'],
  ['3.5', 0, 'notWhole'],
  ['3.555', 2, 'numberTooPrecise'],
  ['-3', 0, 'negative'],
  ['10000001', 0, 'numberTooLarge'],
])('refuses %s with %s decimals: %s', (text, decimals, problem) => {
  expect(parseQuantity(text, { decimals })).toEqual({ ok: false, problem })
})

test.each([
  ['60', 60],
  ['60%', 60],
  ['６０．５％', 60.5],
  ['0', 0],
  ['100.0', 100],
])('reads the share %s as %s', (text, value) => {
  expect(parsePercent(text)).toEqual({ ok: true, value })
})

test.each([
  ['100.1', 'percentTooLarge'],
  ['33.33', 'numberTooPrecise'],
  ['-1%', 'negative'],
  ['%', 'notNumber'],
  ['六成', 'notNumber'],
])('refuses the share %s with %s', (text, problem) => {
  expect(parsePercent(text)).toEqual({ ok: false, problem })
})

test.each([
  [0, '0'],
  [1200.5, '1,200.5'],
  [1_000_000, '1,000,000'],
  [86.05, '86.05'],
])('writes %s as %s', (value, text) => {
  expect(formatQuantity(value)).toBe(text)
})

test('reads back what it writes, to the last decimal', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), hundredths => {
      const value = hundredths / 100
      expect(parseQuantity(formatQuantity(value), { decimals: 2 })).toEqual({ ok: true, value })
    }),
  )
})
