import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { expect, test } from 'vitest'
import { formsWorkbook } from '../../electron/backend/reports/forms-workbook.ts'
import { writeRegister } from '../../electron/backend/reports/register.ts'
import type { ReportContext } from '../../electron/backend/reports/report-input.ts'
import { writeWorkbook } from '../../electron/backend/reports/workbook.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import type { ExtraBox } from '../../shared/domain/extra-box.ts'
import { readyDesk } from '../backend/desk.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'
import { context, scratch } from './make.ts'
import { reopen, seenCells } from './read-back.ts'

const wording = { zhTW: null, en: null, retired: false }
const boxes: readonly ExtraBox[] = [
  { ...wording, id: 1, kind: 'text', label: '片区', en: 'District', options: [] },
  { ...wording, id: 2, kind: 'number', label: '冰柜台数', options: [] },
  { ...wording, id: 3, kind: 'date', label: '合同到期', options: [] },
  {
    ...wording,
    id: 4,
    kind: 'choice',
    label: '配送',
    options: [{ ...wording, code: '1', label: '送货', en: 'Delivered' }],
  },
  { ...wording, id: 5, kind: 'text', label: '空着的', options: [] },
]
const answered: Values = {
  ...fullCustomer,
  'extra.1': '=良渚',
  'extra.2': -2.5,
  'extra.3': '2027-03-31',
  'extra.4': '1',
}

async function formsOf(values: Values, extras: readonly ExtraBox[], changes: Partial<ReportContext> = {}) {
  const file = path.join(scratch(), 'forms.xlsx')
  const workbook = formsWorkbook([{ customerNo: '1', values }], ['KH001'], { ...context, ...changes }, extras)
  await writeWorkbook(file, workbook)
  return (await reopen(file)).worksheets
}

test('KH001 gets a second page with the extra boxes, answered or not, as real numbers and dates', async () => {
  const [card, page] = await formsOf(answered, boxes)
  expect([card?.name, page?.name]).toEqual(['KH001 杭州明珠商贸', 'KH001-2 杭州明珠商贸'])
  const cells = seenCells(page).filter(({ row }) => row > 2)
  expect(cells.map(({ address, text }) => `${address} ${text}`)).toEqual([
    'A3 片区',
    'B3 =良渚',
    'A4 冰柜台数',
    'B4 -2.5',
    'A5 合同到期',
    'B5 2027-03-31',
    'A6 配送',
    'B6 送货',
    'A7 空着的',
  ])
  expect(cells.find(({ address }) => address === 'B3')?.value).toBe('=良渚')
  expect(cells.find(({ address }) => address === 'B4')?.value).toBe(-2.5)
  expect(cells.find(({ address }) => address === 'B5')?.value).toBeInstanceOf(Date)
  expect(page?.pageSetup.paperSize).toBe(9)
})

test('a row is as high as its longer text, be it the name of the box or the answer', async () => {
  const long = '与总部约定的陈列费结算办法和每月返利的计算口径'
  const [first, , , ...others] = boxes
  if (!first) throw new Error('no box')
  const [, page] = await formsOf(answered, [first, { ...first, id: 6, label: long }, ...others])
  const height = (row: number) => page?.getRow(row).height ?? 0
  expect(height(4)).toBeGreaterThan(height(3) + 12)
})

test('the page is worded in the language of the export, and there is none without extra boxes', async () => {
  const [, page] = await formsOf(answered, boxes, { language: 'en' })
  const texts = seenCells(page).map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(['More facts', 'District', 'Delivered', '冰柜台数']))
  expect(await formsOf(answered, [])).toHaveLength(1)
})

test('the register has a column for each extra box behind the others', async () => {
  const file = path.join(scratch(), 'register.xlsx')
  const customers = [answered, fullCustomer].map((values, index) => ({ customerNo: String(index), values }))
  await writeRegister(file, { customers, count: 2, columns: ['customer.name'], extras: boxes }, context)
  const [sheet] = (await reopen(file)).worksheets
  const row = (number: number) => Array.from({ length: 6 }, (_, index) => sheet?.getCell(number, index + 1).value)
  expect(row(1)).toEqual(['客户名称', '片区', '冰柜台数', '合同到期', '配送', '空着的'])
  expect(row(2)).toEqual(['杭州明珠商贸有限公司', '=良渚', -2.5, new Date('2027-03-31'), '送货', null])
  expect(row(3)).toEqual(['杭州明珠商贸有限公司', null, null, null, null, null])
})

test('both come out of the database with what the customer says, and stale cards as a table of their own', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '明珠商贸' })
  const order = { requestId: randomUUID(), id: null, kind: 'text', label: '片区', zhTW: null, en: null } as const
  const box = await desk.ask('extraBoxes.put', { ...order, options: [] })
  const changes = { [box.id]: { from: null, to: '良渚' } }
  await desk.ask('cards.saveExtra', { requestId: randomUUID(), id, changes })
  const asked = { withDelicate: false, language: 'zh-CN' } as const
  const sheetsOf = async ({ download = '' }: { download?: string | undefined }) => {
    const file = desk.backend.outboxFile(download)
    if (!file) throw new Error('nothing was delivered')
    return (await reopen(file.path)).worksheets.map(sheet => seenCells(sheet).map(({ text }) => text))
  }
  const forms = await desk.ask('exports.forms', { requestId: randomUUID(), ids: [id], forms: ['KH001'], ...asked })
  expect((await sheetsOf(forms))[1]).toEqual(expect.arrayContaining(['片区', '良渚']))
  const selection = { ids: [id] }
  const columns = ['customer.name']
  const withExtra = { requestId: randomUUID(), selection, columns, withExtra: true, ...asked }
  expect((await sheetsOf(await desk.ask('exports.register', withExtra)))[0]?.slice(0, 4)).toEqual([
    '客户名称',
    '片区',
    '明珠商贸',
    '良渚',
  ])
  const report = { requestId: randomUUID(), language: 'zh-CN' } as const
  expect((await desk.refusal('reports.staleCards', report)).code).toBe('report-empty')
  const facts = { id, filedOn: '2019-06-18', noCodeReason: null, salespersonId: null }
  await desk.ask('cards.setFacts', { requestId: randomUUID(), ...facts })
  const [stale] = await sheetsOf(await desk.ask('reports.staleCards', { ...report, requestId: randomUUID() }))
  expect(stale).toEqual(expect.arrayContaining(['距今天数', 'KH-0001', '明珠商贸', '2019-06-18']))
})
