import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoney, maxFen, parseMoney } from '../../shared/domain/money.ts'

test.each([
  ['50万', 50_000_000],
  ['50 万元', 50_000_000],
  ['1.2亿', 12_000_000_000],
  ['3千', 300_000],
  ['5w', 5_000_000],
  ['２千万', 2_000_000_000],
  ['50,000', 5_000_000],
  ['5,0000', 5_000_000],
  ['1,234,567.80', 123_456_780],
  ['５００００', 5_000_000],
  ['￥1,200.5元', 120_050],
  ['人民币500元整', 50_000],
  ['12。5', 1_250],
  ['1万2千', 1_200_000],
  ['1亿2000万', 12_000_000_000],
  ['0.00001万', 10],
  ['0', 0],
  ['.5', 50],
])('reads %s as %s 分', (text, fen) => {
  expect(parseMoney(text)).toEqual({ ok: true, value: fen })
})

test.each([
  ['', 'notAmount'],
  ['万', 'notAmount'],
  ['1万2万', 'notAmount'],
  ['1万2', 'amountUnclear'],
  ['3百5', 'amountUnclear'],
  ['一万二', 'amountUnclear'],
  ['三百五', 'amountUnclear'],
  ['三百五万元', 'amountUnclear'],
  ['一亿三', 'amountUnclear'],
  ['三块五', 'amountUnclear'],
  ['九千万亿', 'amountTooLarge'],
  ['负伍拾元整', 'negative'],
  ['1千20千', 'notAmount'],
  ['5,00', 'notAmount'],
  ['50,0000,000', 'notAmount'],
  ['1.2.3', 'notAmount'],
  ['9e5', 'notAmount'],
  ['0x10', 'notAmount'],
  ['$50', 'notAmount'],
  ['1'.repeat(100_000), 'notAmount'],
  ['5.000', 'amountTooPrecise'],
  ['0.001', 'amountTooPrecise'],
  ['0.0000001万', 'amountTooPrecise'],
  ['9000000000000.01', 'amountTooLarge'],
  ['1000000亿', 'amountTooLarge'],
  ['-5', 'negative'],
  ['−5万', 'negative'],
  ['¥-5', 'negative'],
  ['（5）', 'negative'],
  ['负5', 'negative'],
])('refuses %.20s with %s', (text, problem) => {
  expect(parseMoney(text)).toEqual({ ok: false, problem })
})

test('takes the largest amount there is', () => {
  expect(parseMoney('9,000,000,000,000.00')).toEqual({ ok: true, value: maxFen })
})

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [1_234_567, '12,345.67'],
  [100_000, '1,000.00'],
  [-99_999, '-999.99'],
  [-100_000, '-1,000.00'],
])('writes %s 分 as %s', (fen, text) => {
  expect(formatMoney(fen)).toBe(text)
})

test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('does not write %s, which is no amount', fen => {
  expect(() => formatMoney(fen)).toThrow(RangeError)
})

test('reads back what it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: maxFen }), fen => {
      expect(parseMoney(formatMoney(fen))).toEqual({ ok: true, value: fen })
    }),
  )
})

test('answers any text without throwing', () => {
  const unit = fc.constantFrom(...'0123456789.,万亿千元-()¥ wｗ９。'.split(''))
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 14 }), text => {
      const money = parseMoney(text)
      expect(!money.ok || (Number.isSafeInteger(money.value) && money.value >= 0)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
