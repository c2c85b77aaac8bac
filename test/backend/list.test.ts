import { expect, test } from 'vitest'
import { type Desk, listing, readyDesk, steadyClock } from './desk.ts'

async function names(desk: Desk, search: string): Promise<string[]> {
  return (await desk.ask('customers.list', listing(search))).rows.map(row => row.name)
}

test('a customer is found by any part of its name, by pinyin, initials, numbers, telephone and contact', async () => {
  const desk = await readyDesk()
  await desk.create({ 'customer.name': '宁波大华食品厂' })
  await desk.create({
    'customer.name': '杭州明珠商贸（集团）有限公司',
    'customer.phone': '0571-8866 1234、138 5710 5678',
    'customer.businessRegNo': '91350100M000100Y43',
    'people.principal.1.name': '单小芳',
    'people.seller.2.name': '曾国强',
    'people.seller.2.phone': '13905710000',
  })
  for (const search of [
    '明珠',
    '珠',
    '商贸(集团)',
    '杭州 明珠',
    '  明珠  ',
    'hzmz',
    'mzsm',
    'HZMZ',
    'ｈｚｍｚ',
    'hangzhoumingzhu',
    'mingzhu',
    '0002',
    '2',
    'KH0002',
    'kh-0002',
    ' KH-0002 ',
    'ＫＨ－０００２',
    'KH-2',
    'KH001-0002',
    'kh002-0002',
    '91350100m000',
    '1234',
    '8866 1234',
    '05718866',
    '5678',
    '0000',
    '单小芳',
    'shanxiaofang',
    'sxf',
    'zengguoqiang',
    'zgq',
    '曾国强',
    '明珠 5678',
  ])
    expect([search, (await names(desk, search))[0]]).toEqual([search, '杭州明珠商贸（集团）有限公司'])
  for (const search of ['明珠 大华', '%', '_', "'", '9999', '龘'])
    expect([search, await names(desk, search)]).toEqual([search, []])
})

test('a customer number and a card number that look alike are told apart', async () => {
  const desk = await readyDesk()
  for (const name of ['甲', '乙', '丙']) await desk.create({ 'customer.name': name })
  await desk.create({ 'customer.name': '丁', 'customer.cardNo': '2019-00 02' })
  await desk.create({ 'customer.name': '戊', 'customer.cardNo': 'A-0002' })
  expect((await names(desk, 'KH0002'))[0]).toBe('乙')
  expect((await names(desk, 'KH-0002'))[0]).toBe('乙')
  expect(await names(desk, 'KH001-0002')).toEqual(['乙'])
  expect(await names(desk, 'KH002-0002-01')).toEqual(['乙'])
  expect(await names(desk, 'KH001')).toEqual(['丙', '甲', '乙'])
  for (const typed of ['2019-00 02', '2019-0002', '20190002', '2019'])
    expect([typed, await names(desk, typed)]).toEqual([typed, ['丁']])
  expect(await names(desk, 'A-0002')).toEqual(['戊'])
})

test('an exact number comes first, then what a name begins with, then the rest', async () => {
  const desk = await readyDesk()
  await desk.create({ 'customer.name': '甲1号店', 'customer.phone': '88880003' })
  await desk.create({ 'customer.name': '新明珠' })
  await desk.create({ 'customer.name': '乙' })
  await desk.create({ 'customer.name': '明珠' })
  expect(await names(desk, '3')).toEqual(['乙', '甲1号店'])
  expect(await names(desk, '明珠')).toEqual(['明珠', '新明珠'])
  expect(await names(desk, 'mz')).toEqual(['明珠', '新明珠'])
})

test('the list sorts by pinyin, number and change, both ways, and a page is a part of it', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  for (const name of ['重庆', '安徽', '2号', '北京']) await desk.create({ 'customer.name': name })
  await desk.save(1, 1, { 'customer.fax': { from: null, to: '1' } })
  const sorted = async (sort: string, descending = false, search = '') =>
    (await desk.ask('customers.list', { ...listing(search), sort, descending })).rows.map(row => row.name)
  expect(await sorted('customer.name')).toEqual(['2号', '安徽', '北京', '重庆'])
  expect(await sorted('customer.name', true)).toEqual(['重庆', '北京', '安徽', '2号'])
  expect(await sorted('customer.customerNo')).toEqual(['重庆', '安徽', '2号', '北京'])
  expect(await sorted('row.changedAt', true)).toEqual(['重庆', '北京', '2号', '安徽'])
  expect(await sorted('row.changedAt', false, 'KH001')).toEqual(['安徽', '2号', '北京', '重庆'])
  for (const search of ['', 'KH001']) {
    const page = await desk.ask('customers.list', { ...listing(search), offset: 1, limit: 2 })
    expect([page.total, page.rows.map(row => row.name)]).toEqual([4, ['安徽', '北京']])
    expect(await desk.ask('customers.list', { ...listing(search), offset: 9 })).toEqual({ total: 4, all: 4, rows: [] })
  }
})

test('a row shows what the card says', async () => {
  const desk = await readyDesk()
  await desk.create({
    'customer.name': '明珠',
    'customer.category': 'agent',
    'customer.grade': 'B',
    'customer.phone': '1',
    'people.principal.1.name': '单田芳',
    'credit.requestedLimit': 5_000_000,
  })
  const columns = [
    'people.principal.1.name',
    'customer.phone',
    'customer.category',
    'customer.grade',
    'customer.fax',
    'credit.requestedLimit',
    'row.changedBy',
  ]
  const { rows } = await desk.ask('customers.list', { ...listing(), columns })
  expect(rows).toEqual([
    {
      id: 1,
      customerNo: '0001',
      name: '明珠',
      archived: false,
      cells: {
        'people.principal.1.name': '单田芳',
        'customer.phone': '1',
        'customer.category': 'agent',
        'customer.grade': 'B',
        'credit.requestedLimit': 5_000_000,
        'row.changedBy': '林晓',
      },
    },
  ])
})

test('a new name is found and the former one is not', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '明珠' })
  await desk.save(id, 1, { 'customer.name': { from: '明珠', to: '大华' } })
  expect([await names(desk, 'dh'), await names(desk, '明珠')]).toEqual([['大华'], []])
})
