import fc from 'fast-check'
import nzh from 'nzh/cn'
import { expect, test } from 'vitest'
import { fenToCapital } from '../../shared/domain/capital.ts'

test.each([
  [140_950n, '壹仟肆佰零玖元伍角'],
  [600_714n, '陆仟零柒元壹角肆分'],
  [10_700_053n, '壹拾万柒仟元伍角叁分'],
  [1_640_902n, '壹万陆仟肆佰零玖元零贰分'],
  [32_504n, '叁佰贰拾伍元零肆分'],
  [168_032n, '壹仟陆佰捌拾元叁角贰分'],
  [50_000_000n, '伍拾万元整'],
  [1_000_000_100n, '壹仟万零壹元整'],
  [10_000_000_100n, '壹亿零壹元整'],
  [5n, '伍分'],
  [50n, '伍角'],
  [0n, '零元整'],
  [1_000n, '壹拾元整'],
  [10_050_000n, '壹拾万零伍佰元整'],
  [120_000_000_000_000n, '壹万贰仟亿元整'],
  [-150n, '负壹元伍角'],
])('writes %s 分 as %s', (fen, words) => {
  expect(fenToCapital(fen)).toBe(words)
})

test('refuses amounts that have no settled words', () => {
  expect(fenToCapital(10n ** 18n - 1n)).toMatch(/^玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿/)
  expect(() => fenToCapital(10n ** 18n)).toThrow(RangeError)
})

test('agrees with nzh on whole yuan, but for 整 and the 零 after a place that ends in zero, which are free to choose', () => {
  const plain = (words: string) => words.replace(/[零整]/g, '')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), yuan => {
      expect(plain(fenToCapital(BigInt(yuan) * 100n))).toBe(plain(nzh.toMoney(yuan, { outSymbol: false })))
    }),
  )
})

test('random amounts parse back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }), fen => {
      expect(fromCapital(fenToCapital(fen))).toBe(fen)
    }),
    { numRuns: 2000 },
  )
})

test('amounts with many zeros parse back and never show two 零 in a row', () => {
  const digits = fc.array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 18 })
  fc.assert(
    fc.property(digits, drawn => {
      const fen = BigInt(drawn.join(''))
      expect(fenToCapital(fen)).not.toMatch(/零零|零[拾佰仟万亿]|.零元/)
      expect(fromCapital(fenToCapital(fen))).toBe(fen)
    }),
    { numRuns: 2000 },
  )
})

/** Reads the words back by adding up from the left, a way of working that shares nothing with the writer. */
function fromCapital(words: string): bigint {
  if (words.startsWith('负')) return -fromCapital(words.slice(1))
  const scales: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n, 万: 10_000n, 亿: 100_000_000n }
  let [fen, total, section, digit] = [0n, 0n, 0n, 0n]
  for (const character of words) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character)
    if (value >= 0) digit = BigInt(value)
    else if (character === '角') fen += digit * 10n
    else if (character === '分') fen += digit
    else if (character === '元') {
      fen += (total + section + digit) * 100n
      digit = 0n
    } else if (character === '亿') {
      total = (total + section + digit) * 100_000_000n
      section = 0n
      digit = 0n
    } else if (character === '万') {
      total += (section + digit) * 10_000n
      section = 0n
      digit = 0n
    } else if (character !== '整') {
      section += digit * (scales[character] ?? 0n)
      digit = 0n
    }
  }
  return fen
}
