import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listing, readyDesk } from '../backend/desk.ts'
import { looking } from '../backend/logged.ts'

/** What means something to SQL, to its patterns, to the index of words, or to a regular expression. */
const signs = [
  "'",
  '"',
  '`',
  ';',
  '--',
  '/*',
  '*/',
  '%',
  '_',
  '*',
  '?',
  '[',
  ']',
  '[^',
  '\\',
  '(',
  ')',
  '@id',
  ':id',
  '$1',
  '\0',
  '\u202e',
  ' OR 1=1',
  ' UNION SELECT password FROM accounts',
  ' NEAR(',
  ' AND NOT ',
  'name:',
  '^',
  '{',
  '}',
  '+',
  '|',
  '\ud800',
  'ｘ',
  'zhong',
]
const hostile = fc
  .array(fc.constantFrom(...signs, '明珠', 'mz', '7'), { minLength: 1, maxLength: 5 })
  .map(part => part.join(''))

const names = ["明珠' OR 1=1 --", '明珠 100% 商贸', '明珠_[a-z]*?', '甲"; DROP TABLE customers; --', '乙\\(丙)', '丁']

test('whatever is searched for is looked for as it stands, and nothing but that', async () => {
  const desk = await readyDesk()
  for (const name of names) await desk.create({ 'customer.name': name })
  const shape = () =>
    looking(desk, db => [
      db.prepare('SELECT name FROM customers ORDER BY id').pluck().all(),
      db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get(),
    ])
  const before = shape()
  let understood = 0
  await fc.assert(
    fc.asyncProperty(hostile, fc.constantFrom('contains' as const, 'begins' as const), async (text, is) => {
      const list = await desk.backend.handle('customers.list', listing(text), desk.session)
      const column = 'customer.name'
      const filter = { ...listing(), conditions: [{ column, is, text }] }
      const filtered = await desk.backend.handle('customers.list', filter, desk.session)
      const log = { object: text, action: text, offset: 0, limit: 10 }
      const audit = await desk.backend.handle('audit.list', log, desk.session)
      const applications = { scope: 'all', customerId: null, search: text, offset: 0, limit: 10 }
      const queue = await desk.backend.handle('applications.list', applications, desk.session)
      if (list.ok && filtered.ok && queue.ok) understood++
      for (const outcome of [list, filtered, audit, queue]) {
        expect(outcome.ok ? 'ok' : outcome.error.code).toMatch(/^(ok|invalid-input|not-allowed)$/)
      }
    }),
    { numRuns: 300 },
  )
  expect(shape()).toEqual(before)
  expect(understood).toBeGreaterThan(200) // most of it reaches the database
})

test('a filter for signs of SQL and of patterns finds the names that hold them', async () => {
  const desk = await readyDesk()
  for (const name of names) await desk.create({ 'customer.name': name })
  const find = async (text: string) => {
    const filter = { ...listing(), conditions: [{ column: 'customer.name', is: 'contains' as const, text }] }
    return (await desk.ask('customers.list', filter)).rows.map(({ name }) => names.indexOf(name))
  }
  const held = {
    "' OR 1=1 --": [0],
    '%': [1],
    _: [2],
    '[a-z]': [2],
    '*': [2],
    '; DROP TABLE': [3],
    '\\(': [4],
    '" OR ""="': [],
  }
  for (const [text, places] of Object.entries(held)) expect([text, await find(text)]).toEqual([text, places])
})
