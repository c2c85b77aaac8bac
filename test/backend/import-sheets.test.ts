import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { personPath } from '../../shared/catalogue/derive/paths.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import { type Desk, listing, loggedOf, readyDesk } from './desk.ts'
import { checkFile, importFile, rowsOf } from './import-steps.ts'

const none = { new: 0, updated: 0, same: 0, duplicate: 0, error: 0 }

type Sheets = Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>

async function workbook(sheets: Sheets): Promise<Uint8Array> {
  const made = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) made.addWorksheet(name).addRows(rows.map(row => [...row]))
  return new Uint8Array(await made.xlsx.writeBuffer())
}

async function importingDesk() {
  const desk = await readyDesk()
  return { desk, importer: { backend: desk.backend, caller: desk } }
}

async function valuesOf(desk: Desk, name: string): Promise<Values> {
  const [found] = (await desk.ask('customers.list', listing(name))).rows
  return (await desk.ask('customers.open', { id: found?.id ?? 0 })).values
}

const people = ['客户编号', '客户名称', '角色', '姓名', '职务', '电话']
const known = {
  'customer.name': '衢州柯城农贸',
  'people.principal.1.name': '方大',
  'people.principal.1.phone': '0570-3051234',
  'people.buyer.1.name': '方二',
  'productLines.1.line': '大米',
  'productLines.1.sharePct': 60,
}

test('people and products of new and of known customers come with the list, in one import that is taken back as one', async () => {
  const { desk, importer } = await importingDesk()
  const { id: customerId } = await desk.create(known)
  const before = await desk.ask('customers.open', { id: customerId })
  const file = await workbook({
    客户资料: [
      ['客户名称', '地址', '电话', '联系人1'],
      ['舟山定海渔行', '港口路 2 号', '0580-2021234', '贺三'],
      ['衢州柯城农贸', null, '0570-3059999', null],
    ],
    联系人: [
      people,
      ['0001', null, '采购人', '方二', '采购', '13757001234'],
      ['0001', null, '采购人', '方五', null, '13757001235'],
      [null, '舟山 定海渔行', null, '贺三', '老板', null],
      [null, '舟山定海渔行', '售货员', '贺四', null, null],
      [null, null, null, '贺五', null, null],
    ],
    产品: [
      ['客户名称', '经营品种', '品牌', '所占比重'],
      ['舟山定海渔行', '海鲜', '自有', 0.5],
      ['衢州柯城农贸', '大米', '北大荒', 0.4],
      ['衢州柯城农贸', '酱油', null, 0.2],
    ],
  })
  const { tables, check } = await checkFile(importer, file)
  expect(tables.map(({ sheet, kind }) => [sheet, kind])).toEqual([
    ['客户资料', 'customers'],
    ['联系人', 'people'],
    ['产品', 'products'],
  ])
  expect(check.tables.map(({ counts }) => counts)).toEqual([
    { ...none, new: 1, updated: 1 },
    { ...none, new: 3, updated: 2 },
    { ...none, new: 2, updated: 1 },
  ])
  expect({ counts: check.counts, rows: check.rows }).toEqual({ counts: { ...none, new: 1, updated: 1 }, rows: 10 })
  expect((await desk.ask('customers.open', { id: customerId })).revision).toBe(before.revision)
  const { id, counts } = await desk.ask('imports.commit', { requestId: randomUUID(), check: check.check })
  expect(counts).toEqual(check.counts)
  expect(await valuesOf(desk, '衢州柯城农贸')).toMatchObject({
    ...known,
    'customer.phone': '0570-3059999',
    'people.buyer.1.position': '采购',
    'people.buyer.2.name': '方五',
    'productLines.1.brandCompany': '北大荒',
    'productLines.1.sharePct': 40,
    'productLines.2.line': '酱油',
  })
  expect(await valuesOf(desk, '舟山定海渔行')).toMatchObject({
    'people.principal.1.name': '贺三',
    'people.principal.1.position': '老板',
    'people.seller.1.name': '贺四',
    // The customer of a cell that was merged, and nobody's role.
    'people.principal.2.name': '贺五',
    'productLines.1.line': '海鲜',
  })
  expect((await desk.ask('customers.open', { id: customerId })).revision).toBe(before.revision + 1)
  expect((await loggedOf(desk, 'import.commit'))[0]?.facts).toMatchObject({ created: '1', changed: '1' })
  expect((await checkFile(importer, file)).check.counts).toEqual({ ...none, same: 10 })
  const undone = await desk.ask('imports.undo', { requestId: randomUUID(), id })
  expect(undone).toEqual({ removed: 1, restored: 1, refused: [] })
  expect((await desk.ask('customers.open', { id: customerId })).values).toEqual(before.values)
})

test('every row that is not imported says why', async () => {
  const { desk, importer } = await importingDesk()
  const { id } = await desk.create(known)
  await desk.create({ 'customer.name': '舟山定海渔行' })
  await desk.create({ 'customer.name': '同名商行', 'customer.address': '甲' })
  const full = Object.fromEntries(
    Array.from({ length: 50 }, (_, at) => [personPath('seller', at + 1, 'name'), `人${at}`]),
  )
  await desk.create({ 'customer.name': '人很多', ...full })
  const gone = await desk.create({ 'customer.name': '停用的' })
  await desk.ask('customers.archive', { requestId: randomUUID(), id: gone.id, archived: true, reason: '不再往来了' })
  await desk.save(id, 1, { 'people.seller.1.name': { from: null, to: '方大' } })
  const file = await workbook({
    客户: [
      ['客户名称', '电话', '资本额', '地址'],
      ['写错的新客户', '1', '很多', '乙'],
      ['写对的新客户', '2', '50万', '丙'],
    ],
    联系人: [
      people,
      [null, '没有这个客户', null, '甲', null, null],
      ['9999', null, null, '甲', null, null],
      ['0001', '舟山定海渔行', null, '甲', null, null],
      ['0001', null, '会计', '方七', null, null],
      ['0001', null, null, '方大', '经理', null],
      ['0001', null, '采购人', null, null, '13757001234'],
      ['0001', null, '采购人', '方八', null, null],
      ['0001', null, '采购人', '方 八', null, '1'],
      [null, '人很多', '售货人', '又一个', null, null],
      [null, '停用的', null, '甲', null, null],
      [null, '写错的新客户', null, '甲', null, null],
    ],
    经营品种: [
      ['客户名称', '经营品种', '品牌', '所占比重'],
      ['衢州柯城农贸', '酱油', '海天', '50%'],
      ['衢州柯城农贸', null, null, '1%'],
      ['衢州柯城农贸', null, null, '很多'],
    ],
  })
  const { check } = await checkFile(importer, file)
  const told = async (table: number) =>
    (await rowsOf(desk, check, null, table)).map(({ row, state, firstRow, problems }) => [
      row,
      state,
      firstRow ?? problems.map(({ code }) => code).join(),
    ])
  expect(await told(1)).toEqual([
    [2, 'error', 'customer-unknown'],
    [3, 'error', 'customer-unknown'],
    [4, 'error', 'keys-disagree'],
    [5, 'error', 'role-unknown'],
    [6, 'error', 'person-shared'],
    [7, 'error', 'person-missing'],
    [8, 'new', ''],
    [9, 'duplicate', 8],
    [10, 'error', 'too-many-rows'],
    [11, 'error', 'archived'],
    [12, 'error', 'customer-left-out'],
  ])
  expect(await told(2)).toEqual([
    [2, 'error', 'shares-over-100'],
    [3, 'error', 'product-missing'],
    [4, 'error', 'notNumber,product-missing'],
  ])
  expect(check.counts).toEqual({ ...none, new: 1, updated: 1, duplicate: 1, error: 13 })
})

test('of two customers of one name none is meant without its number', async () => {
  const { desk, importer } = await importingDesk()
  await desk.create({ 'customer.name': '同名商行' })
  const other = await desk.create({ 'customer.name': '另一商行' })
  const db = new Database(join(desk.dir, 'kehu.sqlite'))
  db.prepare('UPDATE customers SET name = ? WHERE id = ?').run('同名商行', other.id)
  db.close()
  const file = await workbook({
    联系人: [people, [null, '同名商行', null, '甲', null, null], ['0001', '同名商行', null, '乙', null, null]],
  })
  const { check } = await checkFile(importer, file)
  const rows = await rowsOf(desk, check)
  expect(rows.map(({ state, problems }) => [state, problems.map(({ code }) => code).join()])).toEqual([
    ['error', 'name-shared'],
    ['new', ''],
  ])
})

test('a file of people alone, with names only, adds to customers who are there; an empty cell keeps and [清空] clears', async () => {
  const { desk, importer } = await importingDesk()
  await desk.create(known)
  const file = await workbook({
    Sheet1: [
      ['公司', '采购员', '手机', '职位'],
      ['衢州柯城农贸', '方二', '[清空]', null],
      ['衢州柯城农贸', '方三', '13757001236', '采购主管'],
    ],
  })
  const boxes = { 手机: 'people.buyer.1.phone' }
  const look = await desk.ask('imports.look', {
    requestId: randomUUID(),
    ...(await upload(desk, file)),
    fileName: '人.xlsx',
    sheet: 'Sheet1',
    headRow: null,
    kind: 'people',
  })
  const [table] = look.tables
  expect(table?.columns.map(({ path }) => path)).toEqual([
    'customer.name',
    'people.buyer.1.name',
    'people.buyer.1.phone',
    'people.buyer.1.position',
  ])
  await desk.save(1, 1, {
    'people.buyer.1.phone': { from: null, to: '13757001234' },
    'people.buyer.1.position': { from: null, to: '采购' },
  })
  const check = await desk.ask('imports.check', {
    requestId: randomUUID(),
    ...(await upload(desk, file)),
    fileName: '人.xlsx',
    key: 'auto',
    tables: [
      {
        sheet: 'Sheet1',
        kind: 'people',
        headRow: 1,
        mapping: (table?.columns ?? []).map(({ column, head, path }) => ({
          column,
          path: boxes[head as '手机'] ?? path,
        })),
      },
    ],
  })
  expect(check.counts).toEqual({ ...none, updated: 1 })
  const { id } = await desk.ask('imports.commit', { requestId: randomUUID(), check: check.check })
  const values = await valuesOf(desk, '衢州柯城农贸')
  expect(values).toMatchObject({ 'people.buyer.1.position': '采购', 'people.buyer.2.name': '方三' })
  expect(values['people.buyer.1.phone'] ?? null).toBeNull()
  expect(await desk.ask('imports.undo', { requestId: randomUUID(), id })).toMatchObject({ restored: 1 })
  // It is known as a sheet of people from now on.
  const again = await checkFile(importer, file)
  expect(again.tables[0]).toMatchObject({ kind: 'people', isRemembered: true })
})

async function upload(desk: Desk, bytes: Uint8Array): Promise<{ upload: string }> {
  const outcome = await desk.backend.receiveUpload([bytes])
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value
}

test('a customer who was changed since the check keeps the people out', async () => {
  const { desk, importer } = await importingDesk()
  const { id } = await desk.create(known)
  const file = await workbook({ 联系人: [people, ['0001', null, '采购人', '方五', null, null]] })
  const { check } = await checkFile(importer, file)
  await desk.save(id, 1, { 'customer.fax': { from: null, to: '9' } })
  const commit = { requestId: randomUUID(), check: check.check }
  expect((await desk.refusal('imports.commit', commit)).code).toBe('import-stale')
  await importFile(importer, file)
  expect(await valuesOf(desk, '衢州柯城农贸')).toMatchObject({ 'people.buyer.2.name': '方五' })
})

test('a list of another program with its people and products is joined by the codes and names of that program', async () => {
  const { desk, importer } = await importingDesk()
  const file = readFileSync(join(import.meta.dirname, '../fixtures/imports/parts-apart.xlsx'))
  const { check } = await checkFile(importer, file)
  expect(check.tables).toEqual([
    { sheet: '往来单位', kind: 'customers', counts: { ...none, new: 2 }, noted: 0 },
    { sheet: '对接人', kind: 'people', counts: { ...none, new: 3 }, noted: 0 },
    { sheet: '主营', kind: 'products', counts: { ...none, new: 2 }, noted: 0 },
  ])
  await desk.ask('imports.commit', { requestId: randomUUID(), check: check.check })
  expect(await valuesOf(desk, '衢州柯城农贸')).toMatchObject({
    'customer.cardNo': 'QZ-01',
    'people.principal.1.name': '方大',
    'people.buyer.1.phone': '13757001234',
    'productLines.1.monthlySales': 12_500_000,
  })
})
