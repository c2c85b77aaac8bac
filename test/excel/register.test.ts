import path from 'node:path'
import type exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { writeRegister } from '../../electron/backend/reports/register.ts'
import { defaultRegisterColumns, registerColumns } from '../../shared/catalogue/register.ts'
import type { ReportContext } from '../../electron/backend/reports/report-input.ts'
import type { Path, Values } from '../../shared/catalogue/field.ts'
import { languages } from '../../shared/text/language.ts'
import { bareCustomer, fullCustomer } from '../fixtures/full-customer.ts'
import { context, makeForms, scratch } from './make.ts'
import { reopen } from './read-back.ts'
import { partOf } from './zip-part.ts'

async function register(
  customers: readonly Values[],
  columns: readonly Path[],
  changes: Partial<ReportContext> = {},
): Promise<string> {
  const file = path.join(scratch(), 'register.xlsx')
  const reported = customers.map((values, index) => ({ customerNo: String(index), values }))
  await writeRegister(
    file,
    { customers: reported, count: customers.length, columns },
    { ...context, withDelicate: false, ...changes },
  )
  return file
}

async function sheetOf(file: string): Promise<exceljs.Worksheet> {
  const [sheet] = (await reopen(file)).worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const rowOf = (sheet: exceljs.Worksheet, row: number): exceljs.CellValue[] =>
  Array.from({ length: sheet.columnCount }, (_, index) => sheet.getCell(row, index + 1).value)

const columns = [
  'customer.customerNo',
  'customer.name',
  'customer.postcode',
  'customer.taxNo',
  'customer.category',
  'customer.transportModes',
  'people.principal.1.name',
  'customer.developedOn',
  'customer.openedOn',
  'customer.salesArea',
  'customer.employeeCount',
  'customer.capital',
  'credit.requestedLimit',
]

test('each answer has the kind of cell that an accountant can use', async () => {
  const sheet = await sheetOf(await register([fullCustomer, bareCustomer], columns))
  expect(sheet.name).toBe('客户名册')
  expect(rowOf(sheet, 1)).toEqual([
    '客户编号',
    '客户名称',
    '邮编',
    '税号(国税)',
    '类别',
    '运输方式',
    '负责人 · 姓名',
    '开发日期',
    '开业日期',
    '营业面积(㎡)',
    '雇员人数(人)',
    '资本额(元)',
    '申请额度(元)',
  ])
  expect(rowOf(sheet, 2)).toEqual([
    '0123',
    '杭州明珠商贸有限公司',
    '311113',
    '330110768219456',
    '其他',
    '汽运、自提、其他',
    '沈国平',
    new Date('2019-06-18T00:00:00Z'),
    '1998-03',
    180,
    14,
    5_000_000,
    500_000,
  ])
  expect(rowOf(sheet, 3)).toEqual(['0124', '德清武康老街副食店', ...Array<null>(11).fill(null)])
  expect(['A2', 'D2', 'H2', 'I2', 'J2', 'K2', 'L2'].map(address => sheet.getCell(address).numFmt)).toEqual([
    '@',
    '@',
    'yyyy-mm-dd',
    'yyyy-mm-dd',
    '#,##0.00',
    '#,##0',
    '#,##0.00',
  ])
})

test('totals are formulas over what is visible, with their values stored', async () => {
  const sheet = await sheetOf(
    await register([fullCustomer, { ...fullCustomer, 'customer.capital': 1 }, bareCustomer], columns),
  )
  expect(rowOf(sheet, 5)).toEqual([
    '合计',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    { formula: 'SUBTOTAL(109,K2:K4)', result: 28 },
    { formula: 'SUBTOTAL(109,L2:L4)', result: 5_000_000.01 },
    { formula: 'SUBTOTAL(109,M2:M4)', result: 1_000_000 },
  ])
})

test("turnover has no total: it is a year's with some customers and a month's with others", async () => {
  const wanted = ['customer.name', 'customer.turnover', 'customer.turnoverPeriod', 'credit.requestedLimit']
  const sheet = await sheetOf(await register([fullCustomer, bareCustomer], wanted))
  expect(rowOf(sheet, 2).slice(1, 3)).toEqual([4_800_000, '年'])
  expect(rowOf(sheet, 4)).toEqual(['合计', null, null, { formula: 'SUBTOTAL(109,D2:D3)', result: 500_000 }])
})

test('many columns stand on several pages side by side, few ones on one', async () => {
  const setupOf = async (paths: readonly Path[]) =>
    (await sheetOf(await register([fullCustomer], paths, { withDelicate: true }))).pageSetup
  const all = await setupOf(registerColumns)
  expect(all.fitToWidth).toBeGreaterThan(5)
  expect(all).toMatchObject({ fitToHeight: 0, pageOrder: 'overThenDown', printTitlesColumn: 'A:C' })
  expect(await setupOf(['customer.phone', 'customer.fax'])).toMatchObject({ fitToWidth: 1 })
  expect((await setupOf(['customer.phone', 'customer.fax'])).printTitlesColumn).toBeUndefined()
})

test('the head stays, filters and repeats in print', async () => {
  const file = await register([fullCustomer, bareCustomer], defaultRegisterColumns)
  const sheet = await sheetOf(file)
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 1 })
  expect(sheet.autoFilter).toBe('A1:N3')
  expect(sheet.pageSetup).toMatchObject({
    orientation: 'landscape',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
    printTitlesColumn: 'A:B',
  })
  expect(sheet.getColumn(2).width).toBeGreaterThan('杭州明珠商贸有限公司'.length * 2)
  const { title, company, creator } = await reopen(file)
  expect({ title, company, creator }).toEqual({ title: '客户名册', company: '示例商贸公司', creator: '林晓' })
  expect(partOf(file, 'xl/worksheets/sheet1.xml')).toMatch(/numberStoredAsText="1"\/><\/ignoredErrors><\/worksheet>$/)
})

test.each([
  ['zh-CN', '已隐去'],
  ['zh-TW', '已隱去'],
  ['en', '(withheld)'],
] as const)(
  'delicate columns stay, and say no more than that there is an answer unless it is asked for: %s',
  async (language, hidden) => {
    const wanted = [
      'customer.name',
      'customer.bankAccountNo',
      'people.principal.1.homePhone',
      'people.principal.1.birth',
    ]
    const redacted = await sheetOf(await register([fullCustomer, bareCustomer], wanted, { language }))
    expect(rowOf(redacted, 2)).toEqual(['杭州明珠商贸有限公司', hidden, hidden, hidden])
    expect(rowOf(redacted, 3)).toEqual(['德清武康老街副食店', null, null, null])
    expect(redacted.getCell('D2').numFmt).toBe('@')
  },
)

test('delicate columns that are asked for say what they say', async () => {
  const wanted = ['customer.name', 'customer.bankAccountNo', 'people.principal.1.homePhone']
  const full = await sheetOf(await register([fullCustomer], wanted, { withDelicate: true }))
  expect(rowOf(full, 2)).toEqual(['杭州明珠商贸有限公司', '1202021409900567316', '0571-8854 2210'])
  await expect(register([fullCustomer], [])).rejects.toMatchObject({ code: 'report-empty' })
})

test('names that look like formulas stay names', async () => {
  const names = ['=HYPERLINK("x")', '+1', '-1', '@a', "'q", '<b>&']
  const sheet = await sheetOf(
    await register(
      names.map(name => ({ 'customer.name': name })),
      ['customer.name'],
    ),
  )
  expect(names.map((_, index) => sheet.getCell(index + 2, 1).value)).toEqual(names)
})

test('nobody to list, or a box that does not exist, gives no file', async () => {
  await expect(register([], columns)).rejects.toMatchObject({ code: 'report-empty' })
  await expect(register([fullCustomer], ['customer.shoeSize'])).rejects.toThrow('no such box')
})

test.each(languages)('every column of the catalogue has a head of its own: %s', async language => {
  const file = await register([fullCustomer], Object.keys(fullCustomer), { language, withDelicate: true })
  const heads = rowOf(await sheetOf(file), 1).map(String)
  expect(heads).toHaveLength(Object.keys(fullCustomer).length)
  expect(heads.filter((head, index) => heads.indexOf(head) !== index)).toEqual([])
})

test('a long register breathes while it is written', async () => {
  function* many() {
    for (let index = 0; index < 12_000; index += 1) yield { customerNo: '', values: fullCustomer }
  }
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const file = path.join(scratch(), 'register.xlsx')
  await writeRegister(file, { customers: many(), count: 12_000, columns: defaultRegisterColumns }, context)
  clearInterval(watch)
  expect(longest).toBeLessThan(1000)
  const sheet = await sheetOf(file)
  expect(sheet.rowCount).toBe(12_002)
  expect(sheet.getCell('K12002').value).toMatchObject({ result: 6_000_000_000 })
})

test.each([
  ['zh-CN', '含敏感信息 · 林晓 · 2026-11-22 17:42'],
  ['zh-TW', '含敏感資訊 · 林晓 · 2026-11-22 17:42'],
  ['en', 'With delicate data · 林晓 · 2026-11-22 17:42'],
] as const)(
  'every page with delicate answers says so, with who took it and when, and no other page: %s',
  async (language, mark) => {
    const headerOf = async (withDelicate: boolean) =>
      (await sheetOf(await register([fullCustomer], columns, { language, withDelicate }))).headerFooter.oddHeader
    expect(await headerOf(true)).toContain(mark)
    expect(await headerOf(false)).toBeFalsy()
    const headers = async (withDelicate: boolean) =>
      (await reopen(await makeForms([fullCustomer], { language, withDelicate }))).worksheets.map(
        ({ headerFooter }) => headerFooter.oddHeader?.includes(mark) ?? false,
      )
    expect(await headers(true)).toEqual([true, true])
    expect(await headers(false)).toEqual([false, false])
  },
)
