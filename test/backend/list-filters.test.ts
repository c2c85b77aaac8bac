import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmpty, valueAt } from '../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../shared/catalogue/field.ts'
import { listColumn, listColumns, listLabel } from '../../shared/catalogue/list-columns.ts'
import type { Condition } from '../../shared/contract/list-shapes.ts'
import { languages } from '../../shared/text/language.ts'
import { sampleCustomers } from '../../electron/backend/sample/sample-customers.ts'
import { openBoxes } from './consent.ts'
import { type Desk, deskPassword, listing, readyDesk, steadyClock } from './desk.ts'

const customers = [...sampleCustomers(80, 3)].map(openBoxes)

/** A desk with the sample's cards, by the ids that they got. */
async function filledDesk(): Promise<{ desk: Desk; cards: ReadonlyMap<number, Values> }> {
  const desk = await readyDesk()
  const cards = new Map<number, Values>()
  for (const values of customers) {
    const { id } = await desk.create(values)
    cards.set(id, (await desk.ask('customers.open', { id })).values)
  }
  return { desk, cards }
}

/** What a condition means, said once more without any SQL. */
function holds(condition: Condition, value: Value): boolean {
  switch (condition.is) {
    case 'empty':
      return isEmpty(value)
    case 'filled':
      return !isEmpty(value)
    case 'contains':
      return typeof value === 'string' && value.toLowerCase().includes(condition.text.toLowerCase())
    case 'begins':
      return typeof value === 'string' && value.toLowerCase().startsWith(condition.text.toLowerCase())
    case 'anyOf':
      if (typeof value === 'boolean' || listColumn(condition.column)?.field?.kind === 'tick')
        return condition.codes.includes(value === true ? '1' : '0')
      return [value].flat().some(code => typeof code === 'string' && condition.codes.includes(code))
    case 'between':
      return (
        !isEmpty(value) &&
        (condition.from === null || !isBefore(value, condition.from)) &&
        (condition.to === null || !isBefore(condition.to, value))
      )
  }
}

/** Whether one amount or day surely comes before another; of 1998 and 1998-03 neither does. */
function isBefore(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b
  const [first, second] = [String(a), String(b)]
  const length = Math.min(first.length, second.length)
  return first.slice(0, length) < second.slice(0, length)
}

const boxes = listColumns.filter(column => column.field && column.key !== 'customer.customerNo')
const valuesOf = (key: Path): Value[] => customers.map(values => valueAt(values, key)).filter(value => !isEmpty(value))

/** Conditions that some customers fulfil and others do not: they are made of what stands on the cards. */
const conditionOn = (key: Path): fc.Arbitrary<Condition> => {
  const column = listColumn(key)
  const known = valuesOf(key)
  const someValue = fc.constantFrom(...(known.length > 0 ? known : [null]))
  const either = fc.constantFrom('empty' as const, 'filled' as const).map(is => ({ column: key, is }))
  if (known.length === 0) return either
  switch (column?.kind) {
    case 'number':
    case 'date': {
      const ends = fc
        .tuple(fc.option(someValue), fc.option(someValue))
        .filter(([from, to]) => from !== null || to !== null)
      return fc.oneof(
        either,
        ends.map(([from, to]) => ({ column: key, is: 'between' as const, from: from as string, to: to as string })),
      )
    }
    case 'choice': {
      const codes = column.field?.kind === 'tick' ? ['1', '0'] : (column.field?.options ?? []).map(({ code }) => code)
      const chosen = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 })
      return fc.oneof(
        either,
        chosen.map(some => ({ column: key, is: 'anyOf' as const, codes: some })),
      )
    }
    default: {
      // Telephone numbers are compared without what stands between their digits, which has its own test.
      if (/phone$|fax$/i.test(key)) return either
      const piece = fc.tuple(someValue, fc.nat(4), fc.integer({ min: 1, max: 3 })).map(([value, start, length]) => {
        const text = String(value)
        return (
          text
            .slice(Math.min(start, text.length - 1))
            .slice(0, length)
            .trim() || text
        )
      })
      const whole = fc.tuple(fc.constantFrom('contains' as const, 'begins' as const), piece)
      return fc.oneof(
        either,
        whole.filter(([, text]) => !/[（）\uff01-\uff5e]/.test(text)).map(([is, text]) => ({ column: key, is, text })),
      )
    }
  }
}

test('every filter finds the customers that a plain look at their cards finds, and every order is one', async () => {
  const { desk, cards } = await filledDesk()
  const conditions = fc.array(
    fc.constantFrom(...boxes).chain(({ key }) => conditionOn(key)),
    { minLength: 1, maxLength: 3 },
  )
  const order = fc.record({ sort: fc.constantFrom(...boxes.map(({ key }) => key)), descending: fc.boolean() })
  let narrowed = 0
  await fc.assert(
    fc.asyncProperty(conditions, order, async (wanted, { sort, descending }) => {
      const list = { ...listing(), conditions: wanted, sort, descending }
      const { total, all, rows } = await desk.ask('customers.list', { ...list, limit: 500, columns: [sort] })
      const expected = [...cards].filter(([, values]) => wanted.every(one => holds(one, valueAt(values, one.column))))
      expect(rows.map(({ id }) => id).sort((a, b) => a - b)).toEqual(expected.map(([id]) => id))
      expect([total, all]).toEqual([expected.length, cards.size])
      if (total > 0 && total < all) narrowed++
      const { ids } = await desk.ask('customers.ids', { ...list, offset: 0, limit: 500 })
      expect(ids).toEqual(rows.map(({ id }) => id))
      expectOrdered(
        rows.map(({ cells }) => cells[sort] ?? null),
        sort,
        descending,
      )
    }),
    { numRuns: 150 },
  )
  expect(narrowed).toBeGreaterThan(20) // the property is about something
})

/** What is not known stands last; amounts by size, days by the calendar, choices as on the paper. */
function expectOrdered(values: readonly Value[], sort: Path, descending: boolean): void {
  const known = values.filter(value => !isEmpty(value))
  expect(values.slice(known.length).every(value => isEmpty(value))).toBe(true)
  const options = listColumn(sort)?.field?.options?.map(({ code }) => code)
  const kind = listColumn(sort)?.field?.kind
  if (kind === 'multi' || kind === 'tick' || listColumn(sort)?.kind === 'text') return
  const places = known.map(value => (options ? options.indexOf(String(value)) : value)) as (number | string)[]
  const sorted = [...places].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  expect(places).toEqual(descending ? sorted.reverse() : sorted)
}

test('texts stand by pinyin, with ties by the name and what is not known last, both ways', async () => {
  const desk = await readyDesk()
  for (const [name, person] of [
    ['丙店', '曾国强'],
    ['甲店', '王芳'],
    ['乙店', null],
    ['丁店', '王芳'],
    ['戊店', '陈静'],
    ['己店', 'Abel'],
  ] as const)
    await desk.create({ 'customer.name': name, 'customer.developedBy': person })
  const sorted = async (descending: boolean) =>
    (await desk.ask('customers.list', { ...listing(), sort: 'customer.developedBy', descending })).rows.map(
      row => row.name,
    )
  expect(await sorted(false)).toEqual(['己店', '戊店', '丁店', '甲店', '丙店', '乙店'])
  expect(await sorted(true)).toEqual(['丙店', '丁店', '甲店', '戊店', '己店', '乙店'])
})

test('a telephone is found however it was typed, a day by the clock of this place, a date known to the month if it may lie within', async () => {
  const clock = { now: new Date(2026, 10, 22, 0, 30) }
  const desk = await readyDesk({ clock: () => clock.now })
  await desk.create({
    'customer.name': '甲（集团）',
    'customer.phone': '0571-8866 1234',
    'customer.openedOn': '1998-03',
  })
  clock.now = new Date(2026, 10, 23, 0, 10)
  await desk.ask('session.unlock', { password: deskPassword })
  await desk.create({ 'customer.name': '乙', 'customer.openedOn': '1998-04-02' })
  const found = async (...conditions: Condition[]) =>
    (await desk.ask('customers.list', { ...listing(), conditions })).rows.map(row => row.name)
  const openedBetween = (from: string | null, to: string | null) =>
    found({ column: 'customer.openedOn', is: 'between', from, to })
  expect(await found({ column: 'customer.phone', is: 'contains', text: '88661234' })).toEqual(['甲（集团）'])
  expect(await found({ column: 'customer.phone', is: 'begins', text: '0571 88' })).toEqual(['甲（集团）'])
  expect(await found({ column: 'customer.name', is: 'contains', text: '(集团)' })).toEqual(['甲（集团）'])
  expect(await openedBetween('1998-03-15', '1998-03-20')).toEqual(['甲（集团）'])
  expect(await openedBetween('1998-04', null)).toEqual(['乙'])
  expect(await openedBetween(null, '1997')).toEqual([])
  const changedBetween = (from: string | null, to: string | null) =>
    found({ column: 'row.changedAt', is: 'between', from, to })
  expect(await changedBetween('2026-11-22', '2026-11-22')).toEqual(['甲（集团）'])
  expect(await changedBetween('2026-11-23', null)).toEqual(['乙'])
  expect(await changedBetween('2026-11', null)).toEqual(['甲（集团）', '乙'])
})

test('the days of a card and whoever answers for the customer are shown, sorted and filtered by', async () => {
  const desk = await readyDesk({ clock: steadyClock('2026-11-23T04:00:00.000Z') })
  const seller = await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  const [one, two] = [await desk.create({ 'customer.name': '甲' }), await desk.create({ 'customer.name': '乙' })]
  const facts = { filedOn: '2019-06-18', noCodeReason: null, salespersonId: seller.id }
  await desk.ask('cards.setFacts', { requestId: randomUUID(), id: two.id, ...facts })
  const { revision } = await desk.ask('cards.open', { id: two.id })
  await desk.ask('cards.check', { requestId: randomUUID(), id: two.id, revision })
  const columns = ['row.filedOn', 'row.checkedOn', 'row.salesperson']
  const rows = async (more: object) => (await desk.ask('customers.list', { ...listing(), columns, ...more })).rows
  expect((await rows({ sort: 'row.filedOn', descending: false })).map(({ id, cells }) => [id, cells])).toEqual([
    [two.id, { 'row.filedOn': '2019-06-18', 'row.checkedOn': '2026-11-23', 'row.salesperson': '孙磊' }],
    [one.id, { 'row.filedOn': '2026-11-23' }],
  ])
  const found = async (...conditions: Condition[]) => (await rows({ conditions })).map(({ id }) => id)
  expect(await found({ column: 'row.filedOn', is: 'between', from: null, to: '2019' })).toEqual([two.id])
  expect(await found({ column: 'row.checkedOn', is: 'empty' })).toEqual([one.id])
  expect(await found({ column: 'row.salesperson', is: 'contains', text: '孙' })).toEqual([two.id])
  expect((await rows({ sort: 'row.salesperson', descending: true })).map(({ id }) => id)).toEqual([two.id, one.id])
})

test('no two columns are called the same in any language', () => {
  for (const language of languages) {
    const labels = listColumns.map(column => listLabel(column, language))
    expect(labels.filter((name, place) => labels.indexOf(name) !== place)).toEqual([])
  }
})

test('a filter that its column does not take is refused, and so is one by a delicate box', async () => {
  const desk = await readyDesk()
  await desk.create({ 'customer.name': '甲' })
  const refused = (condition: unknown) =>
    desk.refusal('customers.list', { ...listing(), conditions: [condition as Condition] })
  for (const condition of [
    { column: 'customer.grade', is: 'contains', text: 'A' },
    { column: 'customer.grade', is: 'anyOf', codes: ['Z'] },
    { column: 'customer.capital', is: 'between', from: '1998', to: null },
    { column: 'customer.capital', is: 'between', from: null, to: null },
    { column: 'customer.openedOn', is: 'between', from: '1998-13', to: null },
    { column: 'credit.owner.health', is: 'filled' },
    { column: 'people.principal.1.ethnicity', is: 'filled' },
  ])
    expect(await refused(condition)).toMatchObject({ code: 'invalid-input' })
  for (const sort of ['credit.owner.health', 'people.principal.1.birth', 'name_sort; DROP TABLE customers'])
    expect(await desk.refusal('customers.list', { ...listing(), sort })).toMatchObject({ code: 'invalid-input' })
})

test('the list is never older than the last change, also when it was asked for before', async () => {
  const desk = await readyDesk()
  const grades: Condition[] = [{ column: 'customer.grade', is: 'anyOf', codes: ['A'] }]
  const found = async () =>
    (await desk.ask('customers.list', { ...listing(), conditions: grades })).rows.map(row => row.name)
  const { id } = await desk.create({ 'customer.name': '甲', 'customer.grade': 'B' })
  expect(await found()).toEqual([])
  await desk.save(id, 1, { 'customer.grade': { from: 'B', to: 'A' } })
  expect(await found()).toEqual(['甲'])
  await desk.create({ 'customer.name': '乙', 'customer.grade': 'A' })
  expect(await found()).toEqual(['甲', '乙'])
})
