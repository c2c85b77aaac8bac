import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Input } from '../../shared/contract/contract.ts'
import { type Caller, listing, readyDesk } from './desk.ts'

type Content = Input<'views.save'>['content']
const content: Content = {
  search: '',
  archived: false,
  conditions: [{ column: 'customer.grade', is: 'anyOf', codes: ['A'] }],
  sort: 'customer.name',
  descending: false,
  layout: [{ key: 'customer.name', width: 200 }],
}
const limits: Content = { ...content, conditions: [{ column: 'credit.requestedLimit', is: 'filled' }] }

const save = (caller: Caller, name: string, parts: Partial<Input<'views.save'>> = {}) =>
  caller.call('views.save', { requestId: randomUUID(), id: null, name, shared: false, content, ...parts })
const namesOf = async (caller: Caller) => (await caller.ask('views.list', {})).views.map(view => view.name)

async function twoPeople() {
  const desk = await readyDesk()
  for (const [name, grade] of [
    ['杭州明珠食品有限公司', 'A'],
    ['宁波大华百货店', 'A'],
    ['上海永盛粮油行', 'B'],
  ] as const)
    await desk.create({ 'customer.name': name, 'customer.grade': grade, 'credit.requestedLimit': 100 })
  await desk.addAccount({ name: '黄芳', roles: ['administrator'] })
  return { desk, other: await desk.as('黄芳') }
}

test('views belong to a person, a shared one is seen by the house and changed by its owner alone', async () => {
  const { desk, other } = await twoPeople()
  await save(desk, '甲')
  const shared = await save(desk, '乙', { shared: true })
  const id = shared.ok ? shared.value.id : 0
  expect([await namesOf(desk), await namesOf(other)]).toEqual([['甲', '乙'], ['乙']])
  expect((await other.ask('views.list', {})).views).toMatchObject([
    { id, own: false, owner: '林晓', shared: true, content },
  ])
  expect(await save(other, '丙', { id })).toMatchObject({ error: { code: 'not-found' } })
  expect(await other.refusal('views.remove', { requestId: randomUUID(), id })).toMatchObject({ code: 'not-found' })
  expect(await save(desk, '甲')).toMatchObject({ error: { code: 'view-name-taken' } })
  expect(await save(other, '甲')).toMatchObject({ ok: true })
  await save(desk, '丁', { id, shared: false })
  expect([await namesOf(desk), await namesOf(other)]).toEqual([['甲', '丁'], ['甲']])
})

test('a view is counted for whoever may use its filters, and one with others has no count', async () => {
  const { desk, other } = await twoPeople()
  await save(desk, '甲', { shared: true })
  await save(desk, '额度', { shared: true, content: limits })
  const counts = async (caller: Caller) => (await caller.ask('views.counts', {})).counts.map(({ count }) => count)
  expect([await counts(desk), await counts(other)]).toEqual([[2, 3], [2]])
  expect(await other.refusal('customers.list', { ...listing(), ...limits, layout: undefined } as never)).toMatchObject({
    code: 'not-allowed',
    fields: ['credit.requestedLimit'],
  })
})

test('everybody begins with the view and the columns of their own, until the view is gone', async () => {
  const { desk, other } = await twoPeople()
  const shared = await save(desk, '甲', { shared: true })
  const id = shared.ok ? shared.value.id : 0
  await other.ask('views.setUsual', { requestId: randomUUID(), id })
  const layout = [
    { key: 'customer.name', width: null },
    { key: 'row.changedAt', width: 120 },
  ]
  await other.ask('views.putLayout', { layout })
  expect(await other.ask('views.list', {})).toMatchObject({ usual: id, layout })
  expect(await desk.ask('views.list', {})).toMatchObject({ usual: null, layout: null })
  await desk.ask('views.remove', { requestId: randomUUID(), id })
  expect(await other.ask('views.list', {})).toEqual({ views: [], usual: null, layout })
  expect(await other.refusal('views.setUsual', { requestId: randomUUID(), id })).toMatchObject({ code: 'not-found' })
})

test('a view that is sent twice is kept once, and one that says what no list can is refused', async () => {
  const { desk } = await twoPeople()
  const order = { requestId: randomUUID(), id: null, name: '甲', shared: false, content }
  expect(await desk.ask('views.save', order)).toEqual(await desk.ask('views.save', order))
  expect(await namesOf(desk)).toEqual(['甲'])
  for (const bad of [
    { layout: [] },
    { layout: [{ key: 'people.principal.1.birth', width: null }] },
    { sort: 'credit.owner.health' },
    { conditions: [{ column: 'customer.grade', is: 'contains' as const, text: 'A' }] },
  ])
    expect(await save(desk, '乙', { content: { ...content, ...bad } })).toMatchObject({
      error: { code: 'invalid-input' },
    })
})

test('a register of what a filter finds holds those customers and no others', async () => {
  const { desk } = await twoPeople()
  const ids = await desk.ask('customers.ids', { ...listing(), conditions: content.conditions ?? [] })
  expect(ids).toEqual({ ids: [1, 2] })
  const order = { columns: ['customer.name'], withDelicate: false, language: 'zh-CN' as const }
  const filter = { search: '', archived: false, conditions: content.conditions ?? [] }
  await desk.ask('exports.register', { requestId: randomUUID(), selection: { filter, except: [2] }, ...order })
  const logged = await desk.ask('audit.list', { object: '', action: 'export.register', offset: 0, limit: 10 })
  expect(logged.rows.map(({ facts }) => facts['customers'])).toEqual(['1'])
})
