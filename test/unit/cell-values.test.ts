import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCell } from '../../electron/backend/imports/cell-values.ts'
import type { CellContext } from '../../electron/backend/imports/reading.ts'
import type { Cell } from '../../electron/backend/imports/table.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { recordNames, records } from '../../shared/catalogue/records.ts'

const context: CellContext = { today: '2026-03-05', from1904: false, knowsText: true }
const number = (text: string, format: 'plain' | 'percent' = 'plain'): Cell => ({ kind: 'number', text, format })

function read(path: string, cell: Cell, special: Partial<CellContext> = {}) {
  const box = boxAt(path)
  if (!box) throw new Error(`no such box: ${path}`)
  return readCell(box.field, cell, { ...context, ...special })
}

const value = (answer: unknown) => ({ kind: 'value', value: answer })
const refused = (problem: string) => ({ kind: 'refused', problem })

describe('dates', () => {
  test.each<[Cell, string]>([
    ['2024-3-5', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['2024/3/5 0:00:00', '2024-03-05'],
    ['2024-03-05T08:00:00', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['２０２４年３月５日', '2024-03-05'],
    ['二〇二四年三月五日', '2024-03-05'],
    ['二零二四年十二月三十一日', '2024-12-31'],
    ['二〇二四年十月', '2024-10'],
    ['98年3月', '1998-03'],
    ['2024-03', '2024-03'],
    ['1998年', '1998'],
    ['5-Mar-2024', '2024-03-05'],
    ['March 5, 2024', '2024-03-05'],
    [number('45356'), '2024-03-05'],
    [number('45356.75'), '2024-03-05'],
    ['45356', '2024-03-05'],
    [number('20240305'), '2024-03-05'],
    [number('1998'), '1998'],
    [number('2024.03'), '2024-03'],
    [{ kind: 'date', day: '2024-03-05', shows: 'day' }, '2024-03-05'],
    [{ kind: 'date', day: '2024-03-01', shows: 'month' }, '2024-03'],
  ])('%j is %s', (cell, day) => {
    expect(read('customer.openedOn', cell)).toEqual(value(day))
  })

  test('day numbers of a file that counts from 1904', () => {
    expect(read('customer.openedOn', number('43894'), { from1904: true })).toEqual(value('2024-03-05'))
  })

  test('what could be two days is refused', () => {
    expect(read('customer.openedOn', number('2024.1'))).toEqual(refused('ambiguous-date'))
    expect(read('customer.openedOn', '3/5/2024')).toEqual(refused('notDate'))
    expect(read('customer.openedOn', '二〇二四年十三月')).toEqual(refused('dateNotReal'))
    expect(read('customer.filledOn', '2024-03')).toEqual(refused('dateNotFull'))
    expect(read('customer.openedOn', true)).toEqual(refused('notDate'))
  })
})

describe('amounts, measures and shares', () => {
  test.each<[Cell, number, Partial<CellContext>?]>([
    ['5万', 5_000_000],
    ['1.2亿', 12_000_000_000],
    ['¥50,000.00', 5_000_000],
    ['￥５０，０００', 5_000_000],
    ['50,000元', 5_000_000],
    ['50万元', 50_000_000],
    [number('50000'), 5_000_000],
    [number('0.30000000000000004'), 30],
    [number('1.5E+6'), 150_000_000],
    [number('50'), 50_000_000, { unit: '万' }],
    [number('12.345678'), 12_345_678, { unit: '万' }],
    ['50', 50_000_000, { unit: '万' }],
    ['50万', 50_000_000, { unit: '万' }],
    ['500,000元', 50_000_000, { unit: '万' }],
    ['一百万', 100_000_000],
    ['伍拾万元整', 50_000_000],
    ['五十', 50_000_000, { unit: '万' }],
    ['二千五百', 2_500_000_000, { unit: '万' }],
    ['五十万', 50_000_000, { unit: '万' }],
    ['五百元', 50_000, { unit: '万' }],
  ])('%j is %i 分 %j', (cell, fen, special) => {
    expect(read('customer.capital', cell, special)).toEqual(value(fen))
  })

  test('an amount is never rounded, and never negative', () => {
    expect(read('customer.capital', number('33.333'))).toEqual(refused('amountTooPrecise'))
    expect(read('customer.capital', '(1,234.50)')).toEqual(refused('negative'))
    expect(read('customer.capital', number('-5'))).toEqual(refused('negative'))
    expect(read('customer.capital', '50万美元')).toEqual(refused('notAmount'))
    expect(read('customer.capital', '一万二')).toEqual(refused('amountUnclear'))
    expect(read('customer.capital', '三百五', { unit: '万' })).toEqual(refused('amountUnclear'))
  })

  test('measures and counts drop their unit', () => {
    expect(read('customer.salesArea', '120㎡')).toEqual(value(120))
    expect(read('customer.salesArea', '120.5平方米')).toEqual(value(120.5))
    expect(read('customer.salesArea', '2亩')).toEqual(refused('notNumber'))
    expect(read('customer.employeeCount', '12人')).toEqual(value(12))
    expect(read('customer.employeeCount', number('12.5'))).toEqual(refused('notWhole'))
  })

  test('a share is one of a hundred, unless its format or its column says that one is all', () => {
    expect(read('productLines.1.sharePct', '35%')).toEqual(value(35))
    expect(read('productLines.1.sharePct', number('35'))).toEqual(value(35))
    expect(read('productLines.1.sharePct', number('0.35', 'percent'))).toEqual(value(35))
    expect(read('productLines.1.sharePct', number('0.35'), { isRatio: true })).toEqual(value(35))
    expect(read('productLines.1.sharePct', number('0.3333', 'percent'))).toEqual({ ...value(33.3), note: 'rounded' })
    expect(read('productLines.1.sharePct', number('1.2', 'percent'))).toEqual(refused('percentTooLarge'))
  })
})

describe('choices', () => {
  test.each<[string, string, unknown]>([
    ['customer.ownershipType', '个体', 'individual'],
    ['customer.ownershipType', '個體', 'individual'],
    ['customer.ownershipType', 'Sole trader', 'individual'],
    ['customer.ownershipType', 'a', 'individual'],
    ['customer.ownershipType', 'A.个体', 'individual'],
    ['customer.ownershipType', '个体户', 'individual'],
    ['customer.ownershipType', '个体工商户', 'individual'],
    ['customer.ownershipType', '国有企业', 'stateRun'],
    ['customer.ownershipType', '股份有限公司', 'jointStock'],
    ['customer.ownershipType', '国有独资公司', 'stateRun'],
    ['customer.ownershipType', '个体经营户', 'individual'],
    ['customer.category', '二批', 'wholesaler2'],
    ['customer.grade', 'A类', 'A'],
    ['customer.grade', 'Ｂ级', 'B'],
    ['people.principal.1.sex', '先生', 'male'],
    ['people.principal.1.married', '已婚', 'yes'],
    ['customer.transportModes', '汽运、自提', ['truck', 'selfPickup']],
    ['customer.transportModes', '自提,铁路', ['rail', 'selfPickup']],
    ['customer.transportModes', '汽运 自提', ['truck', 'selfPickup']],
    ['credit.shop.ownedProperty', '√', true],
    ['credit.shop.ownedProperty', '是', true],
    ['credit.shop.ownedProperty', 'N', false],
  ])('%s takes %s', (path, text, code) => {
    expect(read(path, text)).toEqual(value(code))
  })

  test('what is no option is refused, unless 其他 is written before it', () => {
    for (const word of ['供销社', '有限公司', '有限责任公司', '私营', '民营', '合资'])
      expect(read('customer.ownershipType', word)).toEqual(refused('not-an-option'))
    expect(read('customer.ownershipType', '其他（供销社）')).toEqual({ ...value('other'), otherText: '供销社' })
    expect(read('customer.transportModes', '汽运、骆驼')).toEqual(refused('not-an-option'))
    expect(read('credit.shop.ownedProperty', '也许')).toEqual(refused('not-yes-or-no'))
  })
})

describe('texts and numbers that are names', () => {
  test('keep their digits', () => {
    expect(read('customer.phone', number('13812345678'))).toEqual(value('13812345678'))
    expect(read('customer.phone', number('1.3812345678E+10'))).toEqual(value('13812345678'))
    expect(read('customer.bankAccountNo', '6222 0212-3456 7890 123')).toEqual(value('6222021234567890123'))
    expect(read('customer.bankAccountNo', '6222021234567890000')).toEqual(value('6222021234567890000'))
    expect(read('customer.postcode', '010010')).toEqual(value('010010'))
    expect(read('customer.businessRegNo', number('330106000012345'))).toEqual(value('330106000012345'))
  })

  test('are refused where a spreadsheet has destroyed them', () => {
    expect(read('customer.bankAccountNo', '6.22E+18')).toEqual(refused('ruined'))
    expect(read('customer.bankAccountNo', number('6.2220212345678899E+18'))).toEqual(refused('ruined'))
    expect(read('customer.bankAccountNo', number('1234567890123456'))).toEqual(refused('ruined'))
    expect(read('customer.bankAccountNo', '6222021234567890000', { knowsText: false })).toEqual(refused('ruined'))
    expect(read('customer.cardNo', { kind: 'date', day: '2024-03-12', shows: 'day' })).toEqual(
      refused('date-for-number'),
    )
  })

  test('a slip in a credit code is pointed out with what was probably meant', () => {
    expect(read('customer.businessRegNo', '91350100m000100y43')).toEqual(value('91350100M000100Y43'))
    expect(read('customer.businessRegNo', '91350100M000100Y4A')).toEqual({
      ...value('91350100M000100Y4A'),
      note: 'credit-code-check',
      suggestion: '91350100M000100Y43',
    })
    expect(read('customer.businessRegNo', '9135O100M000100Y43')).toEqual({
      ...value('9135O100M000100Y43'),
      note: 'credit-code-letter',
      suggestion: '91350100M000100Y43',
    })
  })

  test('an empty cell keeps, 清空 clears, an error is one', () => {
    expect(read('customer.phone', null)).toEqual({ kind: 'keep' })
    expect(read('customer.phone', ' \u3000')).toEqual({ kind: 'keep' })
    expect(read('customer.phone', '—')).toEqual({ kind: 'keep' })
    expect(read('customer.phone', '[清空]')).toEqual({ kind: 'clear' })
    expect(read('customer.phone', '【清空】')).toEqual({ kind: 'clear' })
    expect(read('customer.phone', '[clear]')).toEqual({ kind: 'clear' })
    expect(read('customer.name', '[清空]')).toEqual(refused('required'))
    expect(read('customer.phone', { kind: 'error', text: '#N/A' })).toEqual(refused('error-cell'))
    expect(read('customer.name', '杭'.repeat(201))).toEqual(refused('tooLong'))
  })
})

test('whatever a cell holds, its box answers', () => {
  const fields = recordNames.flatMap(name => records[name])
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-/年月日万亿%（）() eE+[]清空一十〇')) }),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((given): Cell => number(String(given))),
    fc.constantFrom<Cell>({ kind: 'error', text: '#REF!' }, { kind: 'date', day: '1999-12-31', shows: 'year' }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...fields), cell, fc.constantFrom(undefined, '万' as const), (field, given, unit) => {
      const reading = readCell(field, given, unit ? { ...context, unit } : context)
      expect(['keep', 'clear', 'value', 'refused']).toContain(reading.kind)
    }),
    { numRuns: 2000 },
  )
})

describe('standard codes', () => {
  test.each<[string, Cell, string]>([
    ['people.principal.1.ethnicity', '01', '汉族'],
    ['people.principal.1.ethnicity', number('1'), '汉族'],
    ['people.buyer.2.ethnicity', '15', '土家族'],
    ['people.principal.1.ethnicity', '56', '基诺族'],
    ['people.principal.1.ethnicity', '97', '其他'],
    ['people.principal.1.ethnicity', '57', '57'],
    ['people.principal.1.ethnicity', '汉', '汉'],
    ['credit.owner.education', '20', '大学本科教育'],
    ['credit.owner.education', number('61'), '普通高中毕业'],
    ['credit.owner.education', '本科', '本科'],
    ['people.principal.1.position', '01', '01'],
  ])('in %s %j is %s', (path, cell, text) => {
    expect(read(path, cell)).toEqual(value(text))
  })

  test.each<Cell>(['0', '9', number('9'), '未说明', '未知', '未说明的性别', '９'])('%j says no sex', cell => {
    expect(read('people.principal.1.sex', cell)).toEqual({ kind: 'keep' })
  })

  test('a sex is taken by its code', () => {
    expect(read('people.principal.1.sex', '1')).toEqual(value('male'))
    expect(read('people.principal.1.sex', number('2'))).toEqual(value('female'))
    expect(read('people.principal.1.sex', '3')).toEqual(refused('not-an-option'))
  })
})
