import { expect, test } from 'vitest'
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
  expect(asked?.problems).toMatchObject([{ code: 'looks-like', found: 'KH-0001 杭州明珠商贸有限公司' }])
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
