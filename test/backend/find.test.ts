import path from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type Connection, inTransaction, run } from '../../electron/backend/database/connection.ts'
import { migrate } from '../../electron/backend/database/migrate.ts'
import { migrations } from '../../electron/backend/database/migrations/index.ts'
import { openForWriting } from '../../electron/backend/database/open.ts'
import { dropSearchText, putSearchText } from '../../electron/backend/repositories/customer-search.ts'
import { findCustomers } from '../../electron/backend/repositories/find-customers.ts'
import { countFresh, indexAll } from '../../electron/backend/repositories/search-index.ts'
import { sampleCustomers } from '../../electron/backend/sample/sample-customers.ts'
import { searchText, searchWords } from '../../electron/backend/search/search-text.ts'
import { spelled } from '../../electron/backend/search/syllables.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import { listing, readyDesk, temporaryFolder } from './desk.ts'

/** A database whose customers are nothing but what they are found by. */
function searchable(customers: readonly Values[]): Connection {
  const db = openForWriting(path.join(temporaryFolder(), 'search.sqlite'))
  onTestFinished(() => void db.close())
  migrate(db, migrations)
  db.pragma('foreign_keys = OFF')
  inTransaction(db, () => customers.forEach((values, index) => putSearchText(db, index + 1, searchText(values))))
  return db
}

/** What a plain look at every text finds. */
function naively(facts: readonly string[], typed: string): number[] {
  const ways = searchWords(typed).map(word => {
    const letters = word.replaceAll("'", '').replaceAll('ü', 'v')
    const sounds = /^[a-z]{2,}$/.test(letters) ? spelled(letters) : []
    return [
      (text: string) => text.includes(word),
      ...sounds.map(({ signs, last }) => {
        const wanted = new RegExp(signs + (last ? `[${last[0]}-${last[1]}]` : ''))
        return (text: string) => wanted.test(text)
      }),
    ]
  })
  return facts.flatMap((text, index) => (ways.every(word => word.some(isIn => isIn(text))) ? [index + 1] : []))
}

function found(db: Connection, typed: string, customers: number): number[] {
  const { rankBy } = findCustomers(db, searchWords(typed))
  return Array.from({ length: customers }, (_, index) => index + 1).filter(id => (rankBy[id] ?? 0) > 0)
}

test('the index finds whom a plain look at every text finds, also when some have changed since', () => {
  const numberOf = (index: number) => ({ 'customer.customerNo': String(index + 1).padStart(4, '0') })
  const customers = [...sampleCustomers(800, 7)].map((values, index): Values => ({ ...values, ...numberOf(index) }))
  const facts = customers.map(values => searchText(values).facts)
  const db = searchable(customers)
  indexAll(db)
  expect(countFresh(db)).toBe(0)
  const changed = searchText({ 'customer.name': '重庆長樂𠮷行有限公司', 'customer.phone': '0571-8866 1234' })
  for (let id = 3; id < 800; id += 37) {
    facts[id - 1] = changed.facts
    putSearchText(db, id, changed)
  }
  const piece = fc
    .tuple(fc.nat(customers.length - 1), fc.nat(10_000), fc.integer({ min: 1, max: 9 }))
    .map(([customer, from, length]) => {
      // What nobody can type, the signs of kinds and syllables, is left out.
      const signs = Array.from(facts[customer] ?? '').filter(sign => /[^\p{C}]/u.test(sign) || sign === '\n')
      return signs.slice(from % signs.length, (from % signs.length) + length).join('')
    })
  const common = [
    '有限公司',
    '公司',
    '商',
    '1',
    'gs',
    'gongsi',
    'yxgs',
    'youxiango',
    'shang',
    'xian',
    '𠮷',
    '長',
    '长 8866',
  ]
  const typed = fc
    .oneof(piece, fc.constantFrom(...common, '杭州ms', 'KH001'), fc.string({ maxLength: 4 }))
    .filter(text => searchWords(text).length > 0)
  fc.assert(
    fc.property(typed, text => {
      expect(found(db, text, facts.length)).toEqual(naively(facts, text))
    }),
    { numRuns: 300 },
  )
  indexAll(db)
  for (const text of common) expect(found(db, text, facts.length)).toEqual(naively(facts, text))
})

test('whoever is no customer any more is not found, and an index that was left unfinished does no harm', () => {
  const db = searchable([{ 'customer.name': '甲' }, { 'customer.name': '乙' }])
  run(db, "INSERT INTO search_grams (part, gram, places) VALUES (1, '乙', x'01')")
  expect(found(db, '甲', 2)).toEqual([1])
  indexAll(db)
  expect([found(db, '甲', 2), found(db, '乙', 2)]).toEqual([[1], [2]])
  dropSearchText(db, 1)
  expect(found(db, '甲', 2)).toEqual([])
  indexAll(db)
  expect([found(db, '甲', 2), found(db, '乙', 2)]).toEqual([[], [2]])
})

test('the list says by which fact a customer was found, as the card says it', async () => {
  const desk = await readyDesk()
  await desk.create({
    'customer.name': '杭州明珠商贸有限公司',
    'customer.phone': '0571-8866 1234',
    'customer.businessRegNo': '91350100M000100Y43',
    'people.buyer.1.name': '單小芳',
    'people.buyer.1.phone': '138 5710 5678',
    'people.principal.1.homePhone': '0571-99998888',
  })
  const hit = async (search: string) => (await desk.ask('customers.list', listing(search))).rows.map(row => row.hit)
  expect(await hit('')).toEqual([undefined])
  expect(await hit('明珠')).toEqual([undefined])
  expect(await hit('mzsm')).toEqual([undefined])
  expect(await hit('明珠 5678')).toEqual([{ kind: 'phone', text: '單小芳 138 5710 5678' }])
  expect(await hit('+86 138 5710')).toEqual([{ kind: 'phone', text: '單小芳 138 5710 5678' }])
  expect(await hit('88661234')).toEqual([{ kind: 'phone', text: '0571-8866 1234' }])
  expect(await hit('m000100y')).toEqual([{ kind: 'code', text: '91350100M000100Y43' }])
  expect(await hit('KH-1')).toEqual([{ kind: 'number', text: '0001' }])
  expect(await hit('sxf')).toEqual([{ kind: 'contact', text: '單小芳' }])
  expect(await hit('单小芳')).toEqual([{ kind: 'contact', text: '單小芳' }])
  // Delicate boxes are not searched.
  expect(await hit('99998888')).toEqual([])
})

test('a name is found in traditional and simplified characters, by every reading, and in two scripts at once', async () => {
  const desk = await readyDesk()
  await desk.create({ 'customer.name': '重慶長樂貿易行' })
  for (const search of [
    '重庆',
    '重慶',
    '长乐',
    '長乐',
    'cqcl',
    'zqzy',
    'chongqing',
    'zhongqi',
    '重庆cl',
    'my行',
    'maoyihang',
    'maoyix',
  ])
    expect([search, (await desk.ask('customers.list', listing(search))).total]).toEqual([search, 1])
  for (const search of ['ongqing', 'hongqing', '庆重'])
    expect((await desk.ask('customers.list', listing(search))).total).toBe(0)
})

test('nobody is found by an identity number that is their tax number, nor once a code took its place', async () => {
  const desk = await readyDesk()
  const hits = async (typed: string) => (await desk.ask('customers.list', listing(typed))).total
  const own = { 'customer.taxNo': '33010619800101123X' }
  const { id, revision } = await desk.create({ 'customer.name': '大华副食店', ...own })
  await desk.create({ 'customer.name': '明珠商贸', 'customer.taxNo': '330106719800101' })
  expect([await hits('33010619800101123X'), await hits('330106198'), await hits('330106719')]).toEqual([0, 0, 1])
  const code = '91350100M000100Y43'
  await desk.save(id, revision, { 'customer.taxNo': { from: own['customer.taxNo'], to: code } })
  expect([await hits('33010619800101123X'), await hits(code)]).toEqual([0, 1])
})
