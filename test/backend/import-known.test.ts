import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { problemSentence } from '../../shared/text/importing.ts'
import { companyAtWork } from './company.ts'
import { readyDesk } from './desk.ts'
import { checkFile, importFile, rowsOf, table } from './import-steps.ts'
import { merge } from './merge-desk.ts'

async function importingDesk() {
  const desk = await readyDesk()
  return { desk, importer: { backend: desk.backend, caller: desk } }
}

test('the number that an error asks for is taken as it is shown and as Excel leaves it', async () => {
  const { desk, importer } = await importingDesk()
  const known = await desk.create({ 'customer.name': '杭州明珠商贸有限公司' })
  const name = '杭州市明珠商贸有限责任公司'
  const phone = '0571-88661234'
  const { check: unnumbered } = await checkFile(importer, table(['客户名称', '电话'], [name, phone]))
  const [asked] = await rowsOf(desk, unnumbered, 'error')
  expect(asked?.problems).toMatchObject([
    { code: 'looks-like', found: 'KH-0001 杭州明珠商贸有限公司', customerId: known.id },
  ])
  const numbered = (number: string) => table(['客户名称', '电话', '客户编号'], [name, phone, number])
  for (const number of ['KH-0001', '1', '0001']) {
    const { check, columns } = await checkFile(importer, numbered(number))
    expect(columns[2]?.path).toBe('customer.customerNo')
    const [found] = await rowsOf(desk, check)
    expect(found).toMatchObject({ state: 'updated', customerId: known.id })
    expect(found?.changes.map(({ path }) => path)).toEqual(['customer.name', 'customer.phone'])
  }
  await importFile(importer, numbered('KH-0001'))
  const { values } = await desk.ask('customers.open', { id: known.id })
  expect(values).toMatchObject({ 'customer.cardNo': 'KH001-0001', 'customer.phone': phone })
})

test('a merged card leads to the customer that it was merged into, by its old numbers and by its old name', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const importer = { backend: company.desk.backend, caller: filler }
  const kept = await filler.create({ 'customer.name': '杭州明珠商贸有限公司' })
  const between = await filler.create({ 'customer.name': '西湖明珠批发部' })
  const old = await filler.create({ 'customer.name': '明珠商行' })
  await merge(company.signers.salesManager, between.id, old.id)
  await merge(company.signers.salesManager, kept.id, between.id)
  const phone = '0571-88661234'
  const heads = ['客户编号', '编号', '客户名称', '电话']
  const rows = [
    [old.customerNo, '', '', phone],
    ['', `KH001-${old.customerNo}`, '', phone],
    ['', '', '明珠商行', phone],
    ['', '', '西湖明珠批发部', phone],
    [kept.customerNo, `KH001-${old.customerNo}`, '明珠商行', phone],
  ]
  const expected = { state: 'updated', customerId: kept.id, customerNo: kept.customerNo, name: '杭州明珠商贸有限公司' }
  for (const row of rows) {
    const { check } = await checkFile(importer, table(heads, row))
    const [found] = await rowsOf(filler, check)
    expect(found).toMatchObject(expected)
    expect(found?.changes.map(({ path }) => path)).toEqual(['customer.phone'])
    expect(found?.notes.map(({ code }) => code)).toEqual(['merged-card'])
  }
  await importFile(importer, table(heads, ...rows.slice(0, 1)))
  expect((await filler.ask('customers.open', { id: kept.id })).values).toMatchObject({ 'customer.phone': phone })
})

test('a name that two cards shared before they were merged means one customer', async () => {
  const company = await companyAtWork()
  const { filler } = company
  // A name without a 字号 is no certain duplicate.
  const [kept, other] = [
    await filler.create({ 'customer.name': '张三' }),
    await filler.create({ 'customer.name': '李四' }),
  ]
  await filler.save(other.id, 1, { 'customer.name': { from: '李四', to: '张三' } })
  await merge(company.signers.salesManager, kept.id, other.id)
  const { check } = await checkFile(
    { backend: company.desk.backend, caller: filler },
    table(['客户名称', '电话'], ['张三', '0571-88661234']),
  )
  expect(await rowsOf(filler, check)).toMatchObject([{ state: 'updated', customerId: kept.id, notes: [] }])
})

test('a new customer that is probably there already, in the database or in a row above, is pointed out with its score', async () => {
  const { desk, importer } = await importingDesk()
  await desk.create({ 'customer.name': '杭州明珠商贸有限公司', 'customer.phone': '0571-88661234' })
  const heads = ['客户名称', '电话']
  const file = table(
    heads,
    ['明珠商贸（杭州）有限公司', '0571-88661234'],
    ['宁波大华食品', ''],
    ['大华食品（宁波）', ''],
    ['温州百合粮油', '0571 8866 1234'],
    ['绍兴老酒', ''],
  )
  const { check } = await checkFile(importer, file)
  const rows = await rowsOf(desk, check, 'new')
  const said = rows.map(({ notes }) =>
    notes.map(note => problemSentence(note, { language: 'zh-CN', extras: [], kind: 'customers' })),
  )
  const points = '字号 65/65 · 地区 20/20 · 行业 10/10'
  expect(said).toEqual([
    [
      `客户名称“KH-0001 杭州明珠商贸有限公司”：可能与这个已有客户重复（100 分：电话相同 · ${points} · 组织形式 5/5），请核对`,
    ],
    [],
    [`客户名称“宁波大华食品”：可能与第 3 行重复（98 分：${points} · 组织形式 3/5），请核对`],
    [
      '客户名称“KH-0001 杭州明珠商贸有限公司”：可能与这个已有客户重复（5 分：电话相同 · 字号 0/65 · 地区 0/20 · 行业 2/10 · 组织形式 3/5），请核对',
      '客户名称“明珠商贸（杭州）有限公司”：可能与第 2 行重复（5 分：电话相同 · 字号 0/65 · 地区 0/20 · 行业 2/10 · 组织形式 3/5），请核对',
    ],
    [],
  ])
  expect(check.tables.map(({ noted }) => noted)).toEqual([3])
})

test('a customer of another name is compared anew, and with nobody who is linked to it', async () => {
  const { desk, importer } = await importingDesk()
  const head = await desk.create({ 'customer.name': '杭州明珠商贸有限公司' })
  const other = await desk.create({ 'customer.name': '西湖百合粮油' })
  const file = table(
    ['客户编号', '客户名称', '电话'],
    [other.customerNo, '杭州明珠商贸', ''],
    [head.customerNo, '', '1'],
  )
  const codesOf = async () => {
    const { check } = await checkFile(importer, file)
    return (await rowsOf(desk, check)).map(({ notes }) => notes.map(({ code, found }) => `${code} ${found}`))
  }
  expect(await codesOf()).toEqual([['alike-customer KH-0001 杭州明珠商贸有限公司'], []])
  await desk.ask('links.make', {
    requestId: randomUUID(),
    customerId: other.id,
    otherNo: 'KH-0001',
    kind: 'group',
  })
  expect(await codesOf()).toEqual([[], []])
})
