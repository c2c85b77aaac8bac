import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Input } from '../../shared/contract/contract.ts'
import type { Condition } from '../../shared/contract/list-shapes.ts'
import type { ExtraKind } from '../../shared/domain/extra-box.ts'
import { type Caller, type Desk, listing, readyDesk } from './desk.ts'

const option = (label: string) => ({ code: '', label, zhTW: null, en: null, retired: false })
const putBox = (caller: Caller, label: string, kind: ExtraKind, options: readonly string[] = []) =>
  caller.ask('extraBoxes.put', {
    requestId: randomUUID(),
    id: null,
    kind,
    label,
    zhTW: null,
    en: null,
    options: options.map(option),
  })
const retire = (caller: Caller, id: number, retired: boolean) =>
  caller.ask('extraBoxes.retire', { requestId: randomUUID(), id, retired })
const tag = (caller: Caller, id: number, ...add: string[]) =>
  caller.ask('cards.tag', { requestId: randomUUID(), id, add, remove: [] })

async function namesBy(caller: Caller, parts: Partial<Input<'customers.list'>>): Promise<string[]> {
  return (await caller.ask('customers.list', { ...listing(), ...parts })).rows.map(row => row.name)
}
const namesWith = (caller: Caller, ...conditions: Condition[]) => namesBy(caller, { conditions })

/** Four customers, three of whom say something in boxes of all four kinds. */
async function boxedDesk() {
  const desk = await readyDesk()
  const boxes = {
    text: (await putBox(desk, '片区', 'text')).id,
    number: (await putBox(desk, '冰柜', 'number')).id,
    date: (await putBox(desk, '合同到期', 'date')).id,
    choice: (await putBox(desk, '配送', 'choice', ['送货', '自提'])).id,
  }
  const answer = async (name: string, answers: Record<ExtraKind, string | number> | undefined) => {
    const { id } = await desk.create({ 'customer.name': name })
    const changes = Object.fromEntries(
      Object.entries(answers ?? {}).map(([kind, to]) => [boxes[kind as ExtraKind], { from: null, to }]),
    )
    if (answers) await desk.ask('cards.saveExtra', { requestId: randomUUID(), id, changes })
    return id
  }
  const ids = [
    await answer('丙店', { text: '重庆路', number: -2.5, date: '2027-03-31', choice: '2' }),
    await answer('丁店', { text: '安吉', number: 10, date: '2026-12-01', choice: '1' }),
    await answer('甲店', { text: 'ABC 商圈', number: 9, date: '2027-01-15', choice: '2' }),
    await answer('乙店', undefined),
  ]
  const keys = Object.fromEntries(Object.entries(boxes).map(([kind, id]) => [kind, `extra.${id}`]))
  return { desk, boxes, ids, keys: keys as Record<ExtraKind, string> }
}

test('boxes of the company are columns: shown, sorted by what they hold, and filtered by its kind', async () => {
  const { desk, keys } = await boxedDesk()
  const { rows } = await desk.ask('customers.list', { ...listing('丙店'), columns: Object.values(keys) })
  expect(rows[0]?.cells).toEqual({
    [keys.text]: '重庆路',
    [keys.number]: -2.5,
    [keys.date]: '2027-03-31',
    [keys.choice]: '2',
  })
  const sorted = (kind: ExtraKind, descending = false) => namesBy(desk, { sort: keys[kind], descending })
  expect(await sorted('text')).toEqual(['甲店', '丁店', '丙店', '乙店'])
  expect(await sorted('number')).toEqual(['丙店', '甲店', '丁店', '乙店'])
  expect(await sorted('number', true)).toEqual(['丁店', '甲店', '丙店', '乙店'])
  expect(await sorted('date')).toEqual(['丁店', '甲店', '丙店', '乙店'])
  expect(await sorted('choice')).toEqual(['丁店', '丙店', '甲店', '乙店'])
  expect(await namesWith(desk, { column: keys.text, is: 'contains', text: 'abc' })).toEqual(['甲店'])
  expect(await namesWith(desk, { column: keys.number, is: 'between', from: -3, to: 9 })).toEqual(['丙店', '甲店'])
  expect(await namesWith(desk, { column: keys.date, is: 'between', from: '2027', to: '2027-02' })).toEqual(['甲店'])
  expect(await namesWith(desk, { column: keys.choice, is: 'anyOf', codes: ['2'] })).toEqual(['丙店', '甲店'])
  expect(await namesWith(desk, { column: keys.choice, is: 'empty' })).toEqual(['乙店'])
})

test('a filter that the box does not take is refused, kept in no view, and so is a box that the company has not', async () => {
  const { desk, keys } = await boxedDesk()
  const content = (condition: Condition) => ({ ...listing(), conditions: [condition] })
  for (const condition of [
    { column: keys.number, is: 'contains' as const, text: '1' },
    { column: keys.text, is: 'between' as const, from: 1, to: null },
    { column: keys.choice, is: 'anyOf' as const, codes: ['9'] },
  ]) {
    const refused = { code: 'invalid-input', fields: [condition.column] }
    expect(await desk.refusal('customers.list', content(condition))).toMatchObject(refused)
    const layout = [{ key: 'customer.name', width: null }]
    const order = { requestId: randomUUID(), id: null, name: '甲', shared: false }
    const view = { search: '', archived: false, sort: 'customer.name', descending: false, layout }
    expect(await desk.refusal('views.save', { ...order, content: { ...view, conditions: [condition] } })).toMatchObject(
      refused,
    )
  }
  expect(await desk.refusal('customers.list', { ...listing(), sort: 'extra.99' })).toMatchObject({
    code: 'not-allowed',
    fields: ['extra.99'],
  })
  for (const sort of ['extra.0', 'extra.1; DROP TABLE customers', 'extra.x'])
    expect(await desk.refusal('customers.list', { ...listing(), sort })).toMatchObject({ code: 'invalid-input' })
})

test('a retired box is listed for nobody; a view that was made with it has its count again when the box is back', async () => {
  const { desk, boxes, keys } = await boxedDesk()
  const condition: Condition = { column: keys.choice, is: 'anyOf', codes: ['2'] }
  const layout = [
    { key: 'customer.name', width: null },
    { key: keys.choice, width: 90 },
  ]
  const content = { search: '', archived: false, conditions: [condition], sort: keys.date, descending: true, layout }
  await desk.ask('views.save', { requestId: randomUUID(), id: null, name: '自提', shared: true, content })
  const counts = async () => (await desk.ask('views.counts', {})).counts.map(({ count }) => count)
  expect([await counts(), (await desk.ask('views.list', {})).views[0]?.content]).toEqual([[2], content])
  await retire(desk, boxes.choice, true)
  expect([await counts(), (await desk.ask('views.list', {})).views.length]).toEqual([[], 1])
  expect(await desk.refusal('customers.list', { ...listing(), conditions: [condition] })).toMatchObject({
    code: 'not-allowed',
    fields: [keys.choice],
  })
  const { rows } = await desk.ask('customers.list', { ...listing('丙店'), columns: [keys.choice, keys.text] })
  expect(rows[0]?.cells).toEqual({ [keys.text]: '重庆路' })
  await retire(desk, boxes.choice, false)
  expect(await counts()).toEqual([2])
})

async function taggedDesk(): Promise<{ desk: Desk; ids: number[] }> {
  const desk = await readyDesk()
  const ids: number[] = []
  for (const name of ['丙店', '丁店', '甲店', '乙店']) ids.push((await desk.create({ 'customer.name': name })).id)
  const [first = 0, second = 0, third = 0] = ids
  await tag(desk, first, '旺季', 'VIP')
  await tag(desk, second, 'VIP')
  await tag(desk, third, '旺季备货')
  return { desk, ids }
}

test('customers are found by their tags: any of some, all of them, part of one, none at all', async () => {
  const { desk } = await taggedDesk()
  const anyOf = (...codes: string[]): Condition => ({ column: 'card.tags', is: 'anyOf', codes })
  expect(await namesWith(desk, anyOf('VIP'))).toEqual(['丙店', '丁店'])
  expect(await namesWith(desk, anyOf('VIP', '旺季备货'))).toEqual(['丙店', '丁店', '甲店'])
  expect(await namesWith(desk, anyOf('VIP'), anyOf('旺季'))).toEqual(['丙店'])
  expect(await namesWith(desk, anyOf("' OR 1=1 --"))).toEqual([])
  expect(await namesWith(desk, { column: 'card.tags', is: 'contains', text: '旺' })).toEqual(['丙店', '甲店'])
  expect(await namesWith(desk, { column: 'card.tags', is: 'empty' })).toEqual(['乙店'])
  expect(await namesBy(desk, { sort: 'card.tags', descending: true })).toEqual(['甲店', '丙店', '丁店', '乙店'])
  const { rows } = await desk.ask('customers.list', { ...listing('丙店'), columns: ['card.tags'] })
  expect(rows[0]?.cells).toEqual({ 'card.tags': ['VIP', '旺季'] })
  const between: Condition = { column: 'card.tags', is: 'between', from: '1998', to: null }
  expect(await desk.refusal('customers.list', { ...listing(), conditions: [between] })).toMatchObject({
    code: 'invalid-input',
  })
})

test('what is chosen over all rows of a tag, and a register of it, are those customers', async () => {
  const { desk, ids } = await taggedDesk()
  const conditions: Condition[] = [{ column: 'card.tags', is: 'anyOf', codes: ['VIP'] }]
  expect(await desk.ask('customers.ids', { ...listing(), conditions })).toEqual({ ids: ids.slice(0, 2) })
  const filter = { search: '', archived: false, conditions }
  const order = { columns: ['customer.name'], withDelicate: false, language: 'zh-CN' as const }
  await desk.ask('exports.register', { requestId: randomUUID(), selection: { filter, except: [] }, ...order })
  const logged = await desk.ask('audit.list', { object: '', action: 'export.register', offset: 0, limit: 10 })
  expect(logged.rows.map(({ facts }) => facts['customers'])).toEqual(['2'])
})
