import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { type Caller, deskAt, listing, loggedOf, readyDesk } from './desk.ts'
import { movingClock } from './moving-clock.ts'

type NewBox = Partial<Input<'extraBoxes.put'>> & { label: string }
const putBox = (caller: Caller, box: NewBox) =>
  caller.ask('extraBoxes.put', {
    requestId: randomUUID(),
    id: null,
    kind: 'text',
    zhTW: null,
    en: null,
    options: [],
    ...box,
  })
const option = (label: string, code = '') => ({ code, label, zhTW: null, en: null, retired: false })
const saveExtra = (id: number, changes: Input<'cards.saveExtra'>['changes']) => ({
  requestId: randomUUID(),
  id,
  changes,
})
const day = (card: Output<'cards.open'>) => [card.filedOn, card.checked?.on ?? null, card.isStale]

test('an answer is stored by its kind, with its history and its row in the log', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '明珠商贸' })
  const text = await putBox(desk, { label: '片区', zhTW: '片區', en: 'District' })
  const number = await putBox(desk, { label: '冰柜', kind: 'number' })
  const date = await putBox(desk, { label: '合同到期', kind: 'date' })
  const choice = await putBox(desk, { label: '配送', kind: 'choice', options: [option('自提'), option('送货')] })
  expect(choice.options.map(({ code }) => code)).toEqual(['1', '2'])
  const card = await desk.ask(
    'cards.saveExtra',
    saveExtra(id, {
      [text.id]: { from: null, to: ' 良渚 ' },
      [number.id]: { from: null, to: -2.5 },
      [date.id]: { from: null, to: '2027-03-31' },
      [choice.id]: { from: null, to: '2' },
    }),
  )
  expect(card.answers).toEqual({ [text.id]: '良渚', [number.id]: -2.5, [date.id]: '2027-03-31', [choice.id]: '2' })
  expect((await desk.ask('cards.open', { id })).answers).toEqual(card.answers)
  const { entries } = await desk.ask('customers.history', { id })
  const kept = entries.filter(({ path }) => path.startsWith('extra.')).map(({ path, from, to }) => [path, from, to])
  expect(kept).toContainEqual([`extra.${choice.id}`, null, '2'])
  expect(kept).toHaveLength(4)
  expect(await loggedOf(desk, 'customer.extra')).toHaveLength(1)
  const asOf = await desk.ask('customers.asOf', { id, at: '2027-01-01T00:00:00.000Z' })
  expect(Object.keys(asOf.values).filter(path => path.startsWith('extra.'))).toEqual([])
})

test('what does not fit its box is refused with the box', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '明珠商贸' })
  const number = await putBox(desk, { label: '冰柜', kind: 'number' })
  const date = await putBox(desk, { label: '合同到期', kind: 'date' })
  const choice = await putBox(desk, { label: '配送', kind: 'choice', options: [option('自提'), option('送货')] })
  const refused = async (box: number, to: string | number) =>
    (await desk.refusal('cards.saveExtra', saveExtra(id, { [box]: { from: null, to } }))).fields
  expect(await refused(number.id, '12')).toEqual([`extra.${number.id}`])
  expect(await refused(number.id, 0.125)).toEqual([`extra.${number.id}`])
  expect(await refused(date.id, '2027-02-30')).toEqual([`extra.${date.id}`])
  expect(await refused(choice.id, '3')).toEqual([`extra.${choice.id}`])
  expect(await refused(999, 'x')).toEqual(['extra.999'])
  await desk.ask('extraBoxes.put', {
    requestId: randomUUID(),
    ...choice,
    options: [{ ...option('自提', '1'), retired: true }, option('送货', '2')],
  })
  expect(await refused(choice.id, '1')).toEqual([`extra.${choice.id}`])
})

test('two people in different boxes merge, in the same box the later one is told', async () => {
  const desk = await readyDesk()
  await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  const other = await desk.as('孙磊')
  const { id } = await desk.create({ 'customer.name': '明珠商贸' })
  const one = await putBox(desk, { label: '片区' })
  const two = await putBox(desk, { label: '路线' })
  await desk.ask('cards.saveExtra', saveExtra(id, { [one.id]: { from: null, to: '良渚' } }))
  const merged = await other.ask('cards.saveExtra', saveExtra(id, { [two.id]: { from: null, to: '3 号线' } }))
  expect(merged.answers).toEqual({ [one.id]: '良渚', [two.id]: '3 号线' })
  const clash = await other.refusal('cards.saveExtra', saveExtra(id, { [one.id]: { from: null, to: '临平' } }))
  expect([clash.code, clash.fields, clash.present?.values[`extra.${one.id}`]]).toEqual([
    'conflict',
    [`extra.${one.id}`],
    '良渚',
  ])
})

test('a save that is sent twice is carried out once, and an extra answer never makes the forms clash', async () => {
  const desk = await readyDesk()
  const saved = await desk.create({ 'customer.name': '明珠商贸' })
  const box = await putBox(desk, { label: '片区' })
  const order = saveExtra(saved.id, { [box.id]: { from: null, to: '良渚' } })
  expect(await desk.ask('cards.saveExtra', order)).toEqual(await desk.ask('cards.saveExtra', order))
  expect(await loggedOf(desk, 'customer.extra')).toHaveLength(1)
  const later = await desk.save(saved.id, saved.revision, { 'customer.address': { from: null, to: '古墩路 1 号' } })
  expect(later.ok && later.value.values['customer.address']).toBe('古墩路 1 号')
})

test('twenty boxes are in use at most; a retired one makes room and keeps its answers', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '明珠商贸' })
  const boxes = []
  for (let number = 1; number <= 20; number += 1) boxes.push(await putBox(desk, { label: `栏 ${number}` }))
  const [first] = boxes
  if (!first) throw new Error('no box')
  await desk.ask('cards.saveExtra', saveExtra(id, { [first.id]: { from: null, to: '留着' } }))
  const more: Input<'extraBoxes.put'> = {
    requestId: randomUUID(),
    id: null,
    kind: 'text',
    label: '第二十一',
    zhTW: null,
    en: null,
    options: [],
  }
  expect((await desk.refusal('extraBoxes.put', more)).code).toBe('too-many-boxes')
  const twice = { ...more, requestId: randomUUID(), label: '栏 2' }
  expect((await desk.refusal('extraBoxes.put', twice)).code).toBe('label-taken')
  await desk.ask('extraBoxes.retire', { requestId: randomUUID(), id: first.id, retired: true })
  expect((await desk.ask('cards.open', { id })).answers).toEqual({})
  await desk.ask('extraBoxes.put', { ...more, requestId: randomUUID() })
  const back = { requestId: randomUUID(), id: first.id, retired: false }
  expect((await desk.refusal('extraBoxes.retire', back)).code).toBe('too-many-boxes')
  await desk.ask('extraBoxes.retire', { requestId: randomUUID(), id: boxes[1]?.id ?? 0, retired: true })
  await desk.ask('extraBoxes.retire', { ...back, requestId: randomUUID() })
  expect((await desk.ask('cards.open', { id })).answers).toEqual({ [first.id]: '留着' })
})

test('boxes have an order, and an option that was given once is never taken away', async () => {
  const desk = await readyDesk()
  const one = await putBox(desk, { label: '片区' })
  const choice = await putBox(desk, { label: '配送', kind: 'choice', options: [option('自提'), option('送货')] })
  await desk.ask('extraBoxes.order', { requestId: randomUUID(), ids: [choice.id, one.id] })
  expect((await desk.ask('extraBoxes.list', {})).boxes.map(({ label }) => label)).toEqual(['配送', '片区'])
  const order = { ...choice, requestId: randomUUID() }
  const gone = await desk.refusal('extraBoxes.put', { ...order, options: [option('自提', '1')] })
  expect([gone.code, gone.fields]).toEqual(['invalid-input', ['options']])
  const longer = {
    ...order,
    requestId: randomUUID(),
    options: [option('送货上门', '2'), option('自提', '1'), option('快递')],
  }
  const { options } = await desk.ask('extraBoxes.put', longer)
  expect(options.map(({ code, label }) => `${code} ${label}`)).toEqual(['2 送货上门', '1 自提', '3 快递'])
})

test('only whoever manages the accounts adds boxes, and only whoever fills in cards answers them', async () => {
  const desk = await readyDesk()
  await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  await desk.addAccount({ name: '何静', roles: ['auditor'] })
  const filler = await desk.as('孙磊')
  const auditor = await desk.as('何静')
  const { id } = await desk.create({ 'customer.name': '明珠商贸' })
  const box = await putBox(desk, { label: '片区' })
  const asked: Input<'extraBoxes.put'> = {
    requestId: randomUUID(),
    id: null,
    kind: 'text',
    label: '路线',
    zhTW: null,
    en: null,
    options: [],
  }
  expect((await filler.refusal('extraBoxes.put', asked)).code).toBe('not-allowed')
  const order = saveExtra(id, { [box.id]: { from: null, to: '良渚' } })
  expect((await auditor.refusal('cards.saveExtra', order)).code).toBe('not-allowed')
})

test('a customer has ten tags at most, of twenty characters, and used ones are suggested', async () => {
  const desk = await readyDesk()
  const one = await desk.create({ 'customer.name': '明珠商贸' })
  const two = await desk.create({ 'customer.name': '临平副食' })
  const tag = (id: number, add: string[], remove: string[] = []) => ({ requestId: randomUUID(), id, add, remove })
  await desk.ask('cards.tag', tag(one.id, ['KA', ' 年  返 ']))
  const { tags } = await desk.ask('cards.tag', tag(two.id, ['KA']))
  expect(tags).toEqual(['KA'])
  expect((await desk.ask('tags.list', {})).tags).toEqual([
    { tag: 'KA', customers: 2 },
    { tag: '年 返', customers: 1 },
  ])
  const nine = Array.from({ length: 9 }, (_, index) => `标签 ${index}`)
  expect((await desk.refusal('cards.tag', tag(one.id, nine))).code).toBe('too-many-tags')
  expect((await desk.ask('cards.open', { id: one.id })).tags).toHaveLength(2)
  expect((await desk.ask('cards.tag', tag(one.id, nine, ['KA']))).tags).toHaveLength(10)
  expect((await desk.refusal('cards.tag', tag(two.id, ['字'.repeat(21)]))).code).toBe('invalid-input')
  expect((await desk.ask('cards.tag', tag(two.id, ['字'.repeat(20)]))).tags).toHaveLength(2)
  expect(await loggedOf(desk, 'customer.tags')).toHaveLength(4)
})

test('a card grows stale, stands on 今日, and is fresh again once it was found right', async () => {
  const clock = movingClock('2026-11-23')
  const desk = await readyDesk({ clock: clock.now })
  const one = await desk.create({ 'customer.name': '明珠商贸' })
  const two = await desk.create({ 'customer.name': '临平副食' })
  const facts = (id: number, filedOn: string | null) => ({
    requestId: randomUUID(),
    id,
    filedOn,
    noCodeReason: null,
    salespersonId: null,
  })
  const staleCount = async () => {
    const { counts } = await desk.ask('today.summary', {})
    return counts.find(({ key }) => key === 'stale')?.count ?? 0
  }
  expect(day(await desk.ask('cards.open', { id: one.id }))).toEqual(['2026-11-23', null, false])
  expect(await staleCount()).toBe(0)
  await desk.ask('cards.setFacts', facts(one.id, '2025-11-24'))
  expect(await staleCount()).toBe(0)
  await desk.ask('cards.setFacts', facts(one.id, '2025-11-23'))
  await desk.ask('cards.setFacts', facts(two.id, '2019-06-18'))
  const { rows } = await desk.ask('today.rows', { key: 'stale' })
  expect(rows.map(({ id, on }) => [id, on])).toEqual([
    [two.id, '2019-06-18'],
    [one.id, '2025-11-23'],
  ])
  const next = (after: number | null) => desk.ask('cards.nextStale', { after })
  expect(await next(null)).toEqual({ id: two.id, left: 2 })
  expect(await next(two.id)).toEqual({ id: one.id, left: 2 })
  expect(await next(one.id)).toEqual({ id: two.id, left: 2 })
  const { revision } = await desk.ask('cards.open', { id: two.id })
  const check = { requestId: randomUUID(), id: two.id, revision }
  expect(day(await desk.ask('cards.check', check))).toEqual(['2019-06-18', '2026-11-23', false])
  expect(await next(two.id)).toEqual({ id: one.id, left: 1 })
  expect(await staleCount()).toBe(1)
  const again = { requestId: randomUUID(), id: two.id, revision }
  expect((await desk.refusal('cards.check', again)).code).toBe('card-changed')
  const { entries } = await desk.ask('customers.history', { id: two.id })
  expect(entries.find(({ path }) => path === 'card.checkedOn')?.to).toBe('2026-11-23')
  expect(await loggedOf(desk, 'customer.check')).toHaveLength(1)
  expect((await desk.refusal('cards.setFacts', facts(one.id, '2026-11-24'))).code).toBe('period-invalid')
  expect((await desk.ask('cards.setFacts', facts(one.id, null))).filedOn).toBe('2026-11-23')
  expect(await staleCount()).toBe(0)
})

test('a salesperson is named where there is none, and the reason for a missing code is kept', async () => {
  const desk = await readyDesk()
  const added = await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  const { id } = await desk.create({ 'customer.name': '明珠商贸' })
  const facts = (salespersonId: number) => ({
    requestId: randomUUID(),
    id,
    filedOn: null,
    noCodeReason: '个体户,尚未换照',
    salespersonId,
  })
  expect((await desk.refusal('cards.setFacts', facts(999))).code).toBe('not-found')
  const card = await desk.ask('cards.setFacts', facts(added.id))
  expect([card.salesperson?.name, card.noCodeReason]).toEqual(['孙磊', '个体户,尚未换照'])
  const { people } = await desk.ask('session.people', {})
  const other = people.find(({ name }) => name === '林晓')?.id ?? 0
  expect((await desk.refusal('cards.setFacts', facts(other))).code).toBe('not-allowed')
})

test('an archived card takes neither answers nor tags nor checks', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '明珠商贸' })
  const box = await putBox(desk, { label: '片区' })
  const { revision } = await desk.ask('customers.archive', {
    requestId: randomUUID(),
    id,
    archived: true,
    reason: '不再与我们来往',
  })
  const codes = [
    await desk.refusal('cards.saveExtra', saveExtra(id, { [box.id]: { from: null, to: '良渚' } })),
    await desk.refusal('cards.tag', { requestId: randomUUID(), id, add: ['KA'], remove: [] }),
    await desk.refusal('cards.check', { requestId: randomUUID(), id, revision }),
  ].map(({ code }) => code)
  expect(codes).toEqual(['archived', 'archived', 'archived'])
})

test('figures that were made with other weights are made anew once when the folder is opened', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '明珠商贸', 'customer.paymentMethod': '月结' })
  const shown = async (from: Caller) => {
    const { rows } = await from.ask('customers.list', { ...listing(), columns: ['row.completeness'] })
    return rows.find(row => row.id === id)?.cells['row.completeness']
  }
  const right = await shown(desk)
  expect(right).toBeGreaterThan(0)
  await desk.backend.close()
  const db = new Database(`${desk.dir}/kehu.sqlite`)
  db.exec(`UPDATE customers SET completeness = 99; UPDATE settings SET value = '0' WHERE key = 'weightsVersion'`)
  db.close()
  const reopened = deskAt(desk.dir)
  await reopened.signIn()
  expect(await shown(reopened)).toBe(right)
})
