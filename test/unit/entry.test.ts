import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayValue } from '../../shared/catalogue/derive/display.ts'
import { parseEntry } from '../../shared/catalogue/derive/entry.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { accepts } from '../../shared/catalogue/derive/schema.ts'
import { maxFen } from '../../shared/domain/money.ts'
import { sameValue } from '../../shared/catalogue/derive/value.ts'
import type { Field, Path, Value } from '../../shared/catalogue/field.ts'
import type { Problem } from '../../shared/domain/parsed.ts'

const today = '2026-11-22'

function fieldAt(path: Path): Field {
  const field = boxAt(path)?.field
  if (!field) throw new Error(`no box ${path}`)
  return field
}

/** Boxes of every kind that is typed; choices and ticks are picked. */
const typedPaths = [
  'customer.address',
  'customer.businessRegNo',
  'customer.taxNo',
  'customer.bankAccountNo',
  'credit.accounts.remarks',
  'customer.capital',
  'customer.foundedOn',
  'customer.developedOn',
  'customer.salesArea',
  'customer.employeeCount',
  'productLines.1.sharePct',
] as const

test.each<[Path, string, Value]>([
  ['customer.capital', '50万', 50_000_000],
  ['customer.capital', '１２，３４５．６７元', 1_234_567],
  ['credit.shop.rentedMonthlyRent', '0', 0],
  ['customer.foundedOn', '98.3', '1998-03'],
  ['customer.foundedOn', '1998年', '1998'],
  ['customer.foundedOn', '今天', today],
  ['people.seller.2.birth', '91/2', '1991-02'],
  ['customer.developedOn', '1998年3月5日', '1998-03-05'],
  ['customer.salesArea', '86.5㎡', 86.5],
  ['customer.employeeCount', '14人', 14],
  ['credit.shop.ownedFloors', '2层', 2],
  ['productLines.3.sharePct', '60.5%', 60.5],
  ['customer.name', '  杭州明珠商贸有限公司\u200b ', '杭州明珠商贸有限公司'],
  ['customer.address', '古墩路\r\n  1888 号', '古墩路 1888 号'],
  ['credit.salesOpinion', ' 第一行\r\n第二行 ', '第一行\n第二行'],
  ['customer.businessRegNo', '91350100-m000100y43 ', '91350100M000100Y43'],
  ['customer.taxNo', '３３０１ 1076 8219 456', '330110768219456'],
  ['customer.bankAccountNo', '1202 0214-0990 0567 316', '1202021409900567316'],
  ['customer.phone', '0571-8866 1234、138 5710 5678', '0571-8866 1234、138 5710 5678'],
  ['customer.categoryOther', '团购商', '团购商'],
])('%s takes %j as %j', (path, text, value) => {
  expect(parseEntry(fieldAt(path), text, today)).toEqual({ ok: true, value })
})

test.each<[Path, string, Problem]>([
  ['customer.capital', '很多', 'notAmount'],
  ['customer.capital', '1.234', 'amountTooPrecise'],
  ['customer.capital', '100000亿', 'amountTooLarge'],
  ['customer.capital', '-5', 'negative'],
  ['customer.foundedOn', '3.5', 'notDate'],
  ['customer.foundedOn', '1998-13', 'dateNotReal'],
  ['customer.developedOn', '1998-03', 'dateNotFull'],
  ['customer.salesArea', '1.234', 'numberTooPrecise'],
  ['customer.employeeCount', '十四', 'notNumber'],
  ['customer.employeeCount', '1.5', 'notWhole'],
  ['customer.employeeCount', '99999999', 'numberTooLarge'],
  ['productLines.1.sharePct', '101', 'percentTooLarge'],
])('%s refuses %j: %s', (path, text, problem) => {
  expect(parseEntry(fieldAt(path), text, today)).toEqual({ ok: false, problem })
})

test.each(typedPaths)('%s is emptied by blanks and invisible marks', path => {
  for (const text of ['', '   ', '\u3000\n', '\u200b\ufeff'])
    expect(parseEntry(fieldAt(path), text, today)).toEqual({ ok: true, value: null })
})

describe('whatever is typed', () => {
  const pieces = '0 1 9 3.5 98 1998 万 亿 元 年 月 日 - . / , % ㎡ 人 甲 A O \n'.split(' ').concat('　', ' ', '\t')
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map(parts => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )

  test('a box never understands what it could not store, and says the same when it is typed again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...typedPaths), text, (path, typed) => {
        const field = fieldAt(path)
        const parsed = parseEntry(field, typed, today)
        expect(!parsed.ok || accepts(field, parsed.value)).toBe(true)
        const again = parseEntry(field, parsed.ok ? displayValue(field, parsed.value, 'zh-CN') : typed, today)
        expect(parsed.ok && again.ok ? sameValue(again.value, parsed.value) : again.ok === parsed.ok).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('what a box shows can be typed back', () => {
    const shown = fc.oneof(
      fc.tuple(fc.constant('customer.capital'), fc.integer({ min: 0, max: maxFen })),
      fc.tuple(fc.constant('customer.employeeCount'), fc.integer({ min: 0, max: 10_000_000 })),
      fc.tuple(
        fc.constant('customer.salesArea'),
        fc.integer({ min: 0, max: 1_000_000_000 }).map(hundredths => hundredths / 100),
      ),
      fc.tuple(
        fc.constant('productLines.1.sharePct'),
        fc.integer({ min: 0, max: 1000 }).map(tenths => tenths / 10),
      ),
    )
    fc.assert(
      fc.property(shown, ([path, value]) => {
        const field = fieldAt(path)
        expect(parseEntry(field, displayValue(field, value, 'zh-CN'), today)).toEqual({ ok: true, value })
      }),
    )
  })
})
