import { describe, expect, test } from 'vitest'
import {
  displayValue,
  hasProductLines,
  labelOf,
  optionLabel,
  productLinesSummary,
  productLinesWithShares,
} from '../../shared/catalogue/derive/display.ts'
import { boxAt, productLinePath } from '../../shared/catalogue/derive/paths.ts'
import type { Field, Path, Value, Values } from '../../shared/catalogue/field.ts'
import { recordNames, records } from '../../shared/catalogue/records.ts'
import { type Language, languages } from '../../shared/text/language.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'

function fieldAt(path: Path): Field {
  const field = boxAt(path)?.field
  if (!field) throw new Error(`no box ${path}`)
  return field
}

test.each<[Path, Value, Language, string]>([
  ['customer.capital', 1_234_567, 'zh-CN', '12,345.67'],
  ['customer.capital', 0, 'zh-CN', '0.00'],
  ['customer.salesArea', 1200.5, 'en', '1,200.5'],
  ['customer.employeeCount', 0, 'zh-CN', '0'],
  ['productLines.1.sharePct', 33.3, 'zh-CN', '33.3'],
  ['customer.foundedOn', '1998-03', 'zh-TW', '1998-03'],
  ['customer.category', 'wholesaler1', 'zh-CN', '一级批发商'],
  ['customer.category', 'wholesaler1', 'zh-TW', '一級批發商'],
  ['customer.category', 'wholesaler1', 'en', 'First-tier wholesaler'],
  ['customer.category', 'fromTheFuture', 'zh-CN', 'fromTheFuture'],
  ['customer.transportModes', ['truck', 'selfPickup'], 'zh-CN', '汽运、自提'],
  ['customer.transportModes', ['truck', 'selfPickup'], 'en', 'Road, Collected by customer'],
  ['customer.transportModes', [], 'zh-CN', ''],
  ['credit.shop.ownedProperty', true, 'zh-CN', '☑'],
  ['credit.shop.ownedProperty', false, 'zh-CN', '☐'],
  ['customer.bankAccountNo', '1202021409900567316', 'zh-CN', '1202 0214 0990 0567 316'],
  ['customer.businessRegNo', '91350100M000100Y43', 'zh-CN', '91350100M000100Y43'],
  ['customer.name', 'wholesaler1', 'zh-CN', 'wholesaler1'],
  ['customer.name', '', 'zh-CN', ''],
  ['customer.name', null, 'zh-CN', ''],
])('%s shows %j in %s as %j', (path, value, language, text) => {
  expect(displayValue(fieldAt(path), value, language)).toBe(text)
})

test('an option shows its wording, and an unknown code itself', () => {
  expect(optionLabel(fieldAt('customer.grade'), 'A', 'zh-TW')).toBe('A級')
  expect(optionLabel(fieldAt('customer.grade'), 'D', 'zh-TW')).toBe('D')
  expect(optionLabel(fieldAt('customer.name'), 'A', 'en')).toBe('A')
})

describe('the full name of a box', () => {
  test.each<[Path, string, string]>([
    ['customer.name', '客户名称', 'Customer name'],
    ['customer.categoryOther', '类别·其他', 'Channel, other'],
    ['customer.cardNo', '编号', 'Card no.'],
    ['credit.cardNo', '信用卡 · 编号', 'Credit file · File no.'],
    ['credit.shop.ownedArea', '自有 · 面积', 'Owned · Area'],
    ['credit.shop.rentedProperty', '房产 · 租用', 'Property · Rented'],
    ['people.principal.1.phone', '负责人 · 电话', 'Person in charge · Telephone'],
    ['people.buyer.2.phone', '采购人 2 · 电话', 'Buyer 2 · Telephone'],
    ['approvals.salesManager.signedOn', '销售经理 · 日期', 'Sales manager · Date'],
    ['customer.nobody', 'customer.nobody', 'customer.nobody'],
  ])('%s is called %s', (path, simplified, english) => {
    expect([labelOf(path, 'zh-CN'), labelOf(path, 'en')]).toEqual([simplified, english])
  })

  test('of a product row has the number of the row before it', () => {
    expect(labelOf('productLines.12.monthlySales', 'zh-CN')).toMatch(/^\D*12\D* · 月销售额$/)
    expect(labelOf('productLines.12.monthlySales', 'en')).toMatch(/^\D*12\D* · Monthly sales$/)
  })

  test.each(languages)('tells a field from every other one in %s', language => {
    const row = { customer: '', credit: '', people: 'principal.1.', productLines: '1.', approvals: 'officeHead.' }
    const names = recordNames.flatMap(record =>
      records[record].map(field => labelOf(`${record}.${row[record]}${field.key}`, language)),
    )
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

describe('the product lines', () => {
  const line = (place: number, values: Readonly<Record<string, Value>>): Values =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [productLinePath(place, key), value]))

  test('are told in one line, as KH001 prints them', () => {
    const text = '食用油 60%、调味品 20%、干货 10%、大米 5%、饮料 3%、休闲食品 2%'
    expect(productLinesSummary(fullCustomer, 'zh-CN')).toBe(text)
    expect(productLinesSummary(fullCustomer, 'en')).toBe(text.replaceAll('、', ', '))
  })

  test('show the computed share where sales are known, the typed one elsewhere, none where neither is', () => {
    const values = {
      ...line(1, { line: '食用油', monthlySales: 2_000, sharePct: 1 }),
      ...line(2, { line: '调味品', monthlySales: 1_000 }),
      ...line(3, { line: '干货', sharePct: 10 }),
      ...line(4, { line: '大米' }),
      ...line(5, { brandCompany: '海天' }),
    }
    expect(productLinesWithShares(values).map(row => row.share)).toEqual([60, 30, 10, null, null, null])
    expect(productLinesSummary(values, 'zh-CN')).toBe('食用油 60%、调味品 30%、干货 10%、大米')
  })

  test('say something as soon as one box is filled', () => {
    expect(hasProductLines({})).toBe(false)
    expect(hasProductLines({ 'customer.name': '甲', ...line(2, { isOurs: false, line: '' }) })).toBe(false)
    expect(hasProductLines(line(2, { monthlySales: 0 }))).toBe(true)
    expect(productLinesSummary({}, 'zh-CN')).toBe('')
  })
})
