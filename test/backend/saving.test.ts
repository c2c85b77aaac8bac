import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Path, Value } from '../../shared/catalogue/field.ts'
import { listing, readyDesk } from './desk.ts'

const name = '杭州明珠商贸有限公司'

test('a new customer gets its numbers, a revision and a history, and is read back as it was typed', async () => {
  const desk = await readyDesk()
  const saved = await desk.create({ 'customer.name': name, 'customer.capital': 50_000_000, 'customer.fax': '' })
  expect(saved).toMatchObject({ customerNo: '0001', revision: 1 })
  expect(saved.values).toEqual({
    'customer.customerNo': '0001',
    'customer.cardNo': 'KH001-0001',
    'customer.name': name,
    'customer.capital': 50_000_000,
    'credit.cardNo': 'KH002-0001-01',
  })
  expect(await desk.ask('customers.open', { id: saved.id })).toMatchObject({ values: saved.values, changedBy: '林晓' })
  const { entries } = await desk.ask('customers.history', { id: saved.id })
  expect(entries.map(entry => entry.path).sort()).toEqual(Object.keys(saved.values).sort())
})

test('running numbers go on, step over what somebody typed, and are never given twice', async () => {
  const desk = await readyDesk()
  await desk.create({ 'customer.name': 'a', 'customer.cardNo': 'KH001-0002' })
  expect((await desk.create({ 'customer.name': 'b' })).customerNo).toBe('0003')
  const taken = await desk.refusal('customers.create', {
    requestId: randomUUID(),
    values: { 'customer.name': 'c', 'customer.cardNo': 'KH001-0002', 'credit.cardNo': 'KH002-0003-01' },
  })
  expect(taken).toMatchObject({ code: 'not-unique', fields: ['customer.cardNo', 'credit.cardNo'] })
})

test('what no person fills and what does not fit is refused with its boxes, and nothing is stored', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': name })
  const refused: readonly (readonly [Path, Value])[] = [
    ['customer.customerNo', '7'],
    ['credit.approvedLimit', 1],
    ['approvals.generalManager.signature', '我'],
    ['customer.capital', -1],
    ['customer.capital', 0.5],
    ['customer.grade', 'D'],
    ['customer.openedOn', '1998-13'],
    ['customer.filledOn', '1998'],
    ['customer.transportModes', ['rail', 'boat']],
    ['customer.name', ['rail']],
    ['productLines.1.sharePct', 101],
    ['productLines.1.sharePct', 33.33],
    ['customer.salesArea', 10_000_001],
  ]
  for (const [path, to] of refused) {
    const outcome = await desk.save(id, 1, { 'customer.fax': { from: null, to: '1' }, [path]: { from: null, to } })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [path] } })
  }
  const created = await desk.refusal('customers.create', {
    requestId: randomUUID(),
    values: { 'customer.name': name, 'customer.capital': 'viel' },
  })
  expect(created).toMatchObject({ code: 'invalid-input', fields: ['customer.capital'] })
  expect(await desk.ask('customers.open', { id })).toMatchObject({ revision: 1 })
  expect((await desk.ask('customers.list', listing())).total).toBe(1)
})

test('numbers of a firm are stored in one spelling, however they come in', async () => {
  const desk = await readyDesk()
  const { values } = await desk.create({
    'customer.name': name,
    'customer.businessRegNo': '９１３３０１０６－ma2abcde5x',
    'customer.bankAccountNo': '6222 0212-0201',
  })
  expect(values).toMatchObject({
    'customer.businessRegNo': '91330106MA2ABCDE5X',
    'customer.bankAccountNo': '622202120201',
  })
})

test('text is stored clean and choices in the order of the paper', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({
    'customer.name': `  ${name}\u0000 `,
    'customer.transportModes': ['truck', 'rail', 'truck'],
  })
  const { values } = await desk.ask('customers.open', { id })
  expect([values['customer.name'], values['customer.transportModes']]).toEqual([name, ['rail', 'truck']])
})

test('a name is needed, and shares stay within a hundred', async () => {
  const desk = await readyDesk()
  const nameless = { requestId: randomUUID(), values: { 'customer.fax': '1' } }
  expect(await desk.refusal('customers.create', nameless)).toMatchObject({
    code: 'name-missing',
    fields: ['customer.name'],
  })
  const { id } = await desk.create({ 'customer.name': name, 'productLines.1.sharePct': 60 })
  expect(await desk.save(id, 1, { 'customer.name': { from: name, to: ' ' } })).toMatchObject({
    error: { code: 'name-missing' },
  })
  const over = await desk.save(id, 1, { 'productLines.2.sharePct': { from: null, to: 40.1 } })
  expect(over).toMatchObject({ error: { code: 'shares-over-100', fields: ['productLines.2.sharePct'] } })
  expect(await desk.save(id, 1, { 'productLines.2.sharePct': { from: null, to: 40 } })).toMatchObject({ ok: true })
})

test('changes of different boxes merge', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': name })
  await desk.save(id, 1, { 'customer.fax': { from: null, to: '1' } })
  const second = await desk.save(id, 1, { 'customer.postcode': { from: null, to: '310000' } })
  expect(second).toMatchObject({
    ok: true,
    value: { revision: 3, values: { 'customer.fax': '1', 'customer.postcode': '310000' } },
  })
})

test('a box that somebody else changed is a conflict that shows the present record, and nothing is overwritten', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': name, 'customer.phone': '1' })
  await desk.save(id, 1, { 'customer.phone': { from: '1', to: '2' } })
  const clash = await desk.save(id, 1, {
    'customer.phone': { from: '1', to: '3' },
    'customer.fax': { from: null, to: '9' },
  })
  expect(clash).toMatchObject({
    ok: false,
    error: { code: 'conflict', fields: ['customer.phone'], present: { revision: 2, changedBy: '林晓' } },
  })
  const { values } = await desk.ask('customers.open', { id })
  expect([values['customer.phone'], values['customer.fax']]).toEqual(['2', undefined])
  // Chosen with open eyes, on the revision that was shown, it is no conflict any more.
  expect(await desk.save(id, 2, { 'customer.phone': { from: '2', to: '3' } })).toMatchObject({ ok: true })
})

test('two people who type the same agree', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': name })
  await desk.save(id, 1, { 'customer.transportModes': { from: null, to: ['rail', 'truck'] } })
  const same = await desk.save(id, 1, { 'customer.transportModes': { from: null, to: ['truck', 'rail'] } })
  expect(same).toMatchObject({ ok: true, value: { revision: 2 } })
})

test('a command that arrives twice is carried out once and answers the same, also when the record has moved on', async () => {
  const desk = await readyDesk()
  const requestId = randomUUID()
  const values = { 'customer.name': name }
  const first = await desk.ask('customers.create', { requestId, values })
  expect(await desk.ask('customers.create', { requestId, values })).toEqual(first)
  const save = {
    requestId: randomUUID(),
    id: first.id,
    revision: 1,
    changes: { 'customer.fax': { from: null, to: '1' } },
  }
  const saved = await desk.ask('customers.save', save)
  await desk.save(first.id, 2, { 'customer.fax': { from: '1', to: '2' }, 'customer.name': { from: name, to: '新名' } })
  expect(await desk.ask('customers.save', save)).toEqual(saved)
  expect(await desk.ask('requests.outcome', { requestId: save.requestId })).toEqual({ saved })
  expect(await desk.ask('requests.outcome', { requestId: randomUUID() })).toEqual({ saved: null })
  expect((await desk.ask('customers.list', listing())).total).toBe(1)
})

test('a save that changes nothing makes no revision and no history', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': name })
  const before = await desk.ask('customers.history', { id })
  const saved = await desk.save(id, 1, {
    'customer.fax': { from: null, to: '' },
    'customer.name': { from: name, to: name },
  })
  expect(saved).toMatchObject({ ok: true, value: { revision: 1 } })
  expect(await desk.ask('customers.history', { id })).toEqual(before)
})

test('a row of a table goes when its last box is emptied, and the others keep their places', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({
    'customer.name': name,
    'people.buyer.1.name': '甲',
    'people.buyer.2.name': '乙',
    'productLines.2.line': '米',
  })
  const emptied = { 'people.buyer.1.name': { from: '甲', to: null }, 'productLines.2.line': { from: '米', to: null } }
  const saved = await desk.save(id, 1, emptied)
  expect(saved).toMatchObject({ ok: true })
  const { values } = await desk.ask('customers.open', { id })
  expect(Object.keys(values).filter(path => /^(people|productLines)/.test(path))).toEqual(['people.buyer.2.name'])
})

test('a card number that is emptied is given again', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': name, 'customer.cardNo': 'A-1' })
  const saved = await desk.save(id, 1, {
    'customer.cardNo': { from: 'A-1', to: null },
    'credit.cardNo': { from: 'KH002-0001-01', to: '' },
  })
  expect(saved).toMatchObject({
    value: { values: { 'customer.cardNo': 'KH001-0001', 'credit.cardNo': 'KH002-0001-01' } },
  })
})

test('an archived customer takes no changes until it is brought back', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': name })
  const requestId = randomUUID()
  expect(await desk.ask('customers.archive', { requestId, id, archived: true, reason: '不再与我们来往' })).toEqual({
    revision: 2,
  })
  expect(await desk.ask('customers.archive', { requestId, id, archived: true, reason: '不再与我们来往' })).toEqual({
    revision: 2,
  })
  const change = { 'customer.fax': { from: null, to: '1' } }
  expect(await desk.save(id, 2, change)).toMatchObject({ error: { code: 'archived' } })
  expect((await desk.ask('customers.list', listing())).total).toBe(0)
  expect((await desk.ask('customers.list', listing('', true))).rows).toMatchObject([{ id, archived: true }])
  await desk.ask('customers.archive', { requestId: randomUUID(), id, archived: false, reason: '不再与我们来往' })
  expect(await desk.save(id, 3, change)).toMatchObject({ ok: true })
})

test('calls about a customer that does not exist say so', async () => {
  const desk = await readyDesk()
  const requestId = randomUUID()
  expect(await desk.refusal('customers.open', { id: 7 })).toMatchObject({ code: 'not-found' })
  expect(await desk.refusal('customers.history', { id: 7 })).toMatchObject({ code: 'not-found' })
  expect(await desk.refusal('customers.asOf', { id: 7, at: new Date().toISOString() })).toMatchObject({
    code: 'not-found',
  })
  expect(
    await desk.refusal('customers.archive', { requestId, id: 7, archived: true, reason: '不再与我们来往' }),
  ).toMatchObject({
    code: 'not-found',
  })
  expect(await desk.save(7, 1, {})).toMatchObject({ error: { code: 'not-found' } })
})
