import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenToCapital, rmbInWords } from '../../shared/domain/capital.ts'
import { readChineseNumber } from '../../shared/domain/chinese-numeral.ts'
import { maxFen, parseMoney } from '../../shared/domain/money.ts'

test.each([
  ['零', 0],
  ['三', 3],
  ['十', 10],
  ['十五', 15],
  ['二十五', 25],
  ['一百零五', 105],
  ['一百一十', 110],
  ['两百', 200],
  ['三百五十', 350],
  ['一千零一', 1001],
  ['一千零五十', 1050],
  ['一千零十五', 1015],
  ['两万', 20_000],
  ['兩萬', 20_000],
  ['一万二千', 12_000],
  ['一万零二', 10_002],
  ['一万零五百', 10_500],
  ['一万五百', 10_500],
  ['十万', 100_000],
  ['壹拾万零柒仟', 107_000],
  ['壹拾万柒仟', 107_000],
  ['三十五万六千', 356_000],
  ['叁拾伍萬陸仟', 356_000],
  ['一百万', 1_000_000],
  ['二千五百万', 25_000_000],
  ['一亿', 100_000_000],
  ['一亿零五百万', 105_000_000],
  ['一亿二千万', 120_000_000],
  ['一亿零三', 100_000_003],
  ['一万二千亿', 1_200_000_000_000],
])('reads %s as %s', (text, value) => {
  expect(readChineseNumber(text)).toBe(BigInt(value))
})

test.each([
  '',
  '万',
  '零五',
  '五零',
  '一二三',
  '二〇〇',
  '一万二',
  '三百五',
  '一万二千五',
  '三百五万',
  '一亿三',
  '一百零五十',
  '一万零二千',
  '一亿零五千万',
  '一百十五',
  '两十',
  '二十两',
  '五百三千',
  '一万一万',
  '一万万',
  '一亿一亿',
  '一百二百',
  '三十余万',
  '一百多万',
  '一千零零五',
  '约五十万',
  '五十万美元',
  '一'.repeat(100_000),
])('refuses %.20s', text => {
  expect(readChineseNumber(text)).toBeNull()
})

test.each([
  ['伍拾万元整', 50_000_000],
  ['人民币伍拾万元整', 50_000_000],
  ['人民幣伍拾萬圓整', 50_000_000],
  ['伍拾万元正', 50_000_000],
  ['五十元', 5_000],
  ['一百 万', 100_000_000],
  ['叁佰贰拾伍元零肆分', 32_504],
  ['壹仟陆佰捌拾元零叁角贰分', 168_032],
  ['壹仟陆佰捌拾元叁角贰分', 168_032],
  ['三元五角', 350],
  ['伍角整', 50],
  ['伍分', 5],
])('reads the amount %s as %s 分', (text, value) => {
  expect(parseMoney(text)).toEqual({ ok: true, value })
})

test.each(['元整', '三元零五角', '三元五分', '三元五角零五分', '零伍分', '五十元五十角', '五十万左右'])(
  'refuses the amount %s',
  text => {
    expect(parseMoney(text)).toEqual({ ok: false, problem: 'notAmount' })
  },
)

test('reads back every amount that the program writes in capitals', () => {
  const round = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 10 }))
  const amounts = fc.oneof(
    fc.integer({ min: 0, max: maxFen }),
    fc.integer({ min: 0, max: 10_000_000 }),
    round.map(([lead, zeros]) => Math.min(lead * 10 ** zeros, maxFen)),
  )
  fc.assert(
    fc.property(amounts, fen => {
      expect(parseMoney(fenToCapital(BigInt(fen)))).toEqual({ ok: true, value: fen })
      expect(parseMoney(rmbInWords(fen))).toEqual({ ok: true, value: fen })
    }),
    { numRuns: 5000 },
  )
})

test('what is read is what the words would be written as, whatever stands in the text', () => {
  const unit = fc.constantFrom(...'零一二两五九十百千万亿'.split(''))
  const plain = (text: string) =>
    text
      .replace(/零/g, '')
      .replaceAll('两', '二')
      .replace(/(?<![一二五九])十/g, '一十')
  const everyday = (fen: bigint) =>
    Array.from(fenToCapital(fen).replace(/元整$/, ''))
      .map(word => '一二三四五六七八九十百千'['壹贰叁肆伍陆柒捌玖拾佰仟'.indexOf(word)] ?? word)
      .join('')
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 9 }), text => {
      const value = readChineseNumber(text)
      if (value === null || value === 0n || value > 10n ** 12n) return
      expect(plain(everyday(value * 100n))).toBe(plain(text))
    }),
    { numRuns: 50_000 },
  )
})
