import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import path from 'node:path'
import { expect, test } from 'vitest'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { mayRead, sectionOf } from '../../shared/catalogue/derive/sections.ts'
import type { Value, Values } from '../../shared/catalogue/field.ts'
import { healthPath } from '../../shared/domain/personal.ts'
import { rightsOf, roles } from '../../shared/domain/roles.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'
import { type Desk, deskAt, listing, loggedOf, readyDesk } from './desk.ts'

const typed: Values = Object.fromEntries(
  Object.entries(fullCustomer).filter(([box]) => boxAt(box) && !boxAt(box)?.field.setBy && box !== healthPath),
)
const sectionsIn = (values: Readonly<Record<string, unknown>>) =>
  [...new Set(Object.keys(values).map(sectionOf))].sort()

async function filledDesk() {
  const desk = await readyDesk()
  const { id } = await desk.create(typed)
  await desk.save(id, 1, { 'customer.fax': { from: typed['customer.fax'] ?? null, to: '0571-1' } })
  const birth = 'people.principal.1.birth'
  await desk.save(id, 2, { [birth]: { from: typed[birth] ?? null, to: '1970' } })
  return { desk, id }
}

const as = async (desk: Desk, role: 'auditor' | 'accountant' | 'administrator') => {
  await desk.addAccount({ name: role, roles: [role] })
  return desk.as(role)
}

test('boxes belong to the sections that rights are given by', () => {
  expect(sectionsIn(typed)).toEqual(['bank', 'basic', 'credit', 'delicate'])
  expect(
    [
      'customer.bankName',
      'customer.bankAccountNo',
      'people.principal.1.birth',
      'customer.name',
      'credit.requestedLimit',
      'productLines.1.line',
      'approvals.officeHead.signature',
    ].map(sectionOf),
  ).toEqual(['bank', 'bank', 'delicate', 'basic', 'credit', 'credit', 'credit'])
})

test('whoever may hand out files may see all of them but the delicate boxes, which are asked for apart', () => {
  for (const role of roles) {
    const rights = rightsOf([role])
    if (!rights.has('export.make')) continue
    for (const section of ['basic', 'credit', 'bank'] as const) expect(rights.has(`${section}.read`)).toBe(true)
  }
})

test.each([
  ['auditor', ['bank', 'basic', 'credit', 'delicate']],
  ['accountant', ['bank', 'basic', 'credit']],
  ['administrator', ['basic']],
] as const)('%s is shown the boxes of %j and no other, by no road', async (role, sections) => {
  const { desk, id } = await filledDesk()
  await desk.ask('drafts.put', {
    key: `customer:${id}:${randomUUID()}`,
    revision: 3,
    cells: Object.fromEntries(Object.entries(typed).map(([box, value]) => [box, { from: value, value: null }])),
  })
  const caller = await as(desk, role)
  const file = await caller.ask('customers.open', { id })
  expect(sectionsIn({ ...file.values, ...file.masked })).toEqual([...sections])
  expect(sectionsIn({ ...file.draft?.cells, ...file.draft?.masked })).toEqual([...sections])
  const { entries } = await caller.ask('customers.history', { id })
  expect([...new Set(entries.map(entry => sectionOf(entry.path)))].sort()).toEqual([...sections])
  const past = await caller.ask('customers.asOf', { id, at: new Date().toISOString() })
  expect(sectionsIn({ ...past.values, ...past.masked })).toEqual([...sections])
  const columns = ['customer.name', 'customer.bankName', 'credit.requestedLimit']
  const [row] = (await caller.ask('customers.list', { ...listing(), columns })).rows
  expect(Object.keys(row?.cells ?? {}).sort()).toEqual(
    columns.filter(column => sections.includes(sectionOf(column) as never)).sort(),
  )
  for (const column of columns) {
    const asked = [
      { ...listing(), sort: column },
      { ...listing(), conditions: [{ column, is: 'filled' as const }] },
    ]
    for (const list of asked) {
      const outcomes = [
        await caller.call('customers.list', list),
        await caller.call('customers.ids', { ...list, offset: 0, limit: 1 }),
      ]
      const may = sections.includes(sectionOf(column) as never)
      const refusals = outcomes.map(outcome => (outcome.ok ? 'done' : [outcome.error.code, outcome.error.fields]))
      const expected = may ? 'done' : ['not-allowed', [column]]
      expect(refusals).toEqual([expected, expected])
    }
  }
})

test('whoever may write a section may write its boxes and no other, and the attempt is in the log', async () => {
  const { desk, id } = await filledDesk()
  const changes = {
    'customer.fax': { from: '0571-1', to: '0571-2' },
    'customer.bankAccountNo': { from: null, to: '6222021202012345678' },
  }
  const auditor = await as(desk, 'auditor')
  expect(await auditor.save(id, 3, changes)).toMatchObject({
    error: { code: 'not-allowed', fields: Object.keys(changes) },
  })
  const key = `customer:${id}:${randomUUID()}`
  const cells = { 'customer.fax': { from: null, value: '1' } }
  expect(await auditor.refusal('drafts.put', { key, revision: 3, cells })).toMatchObject({ code: 'not-allowed' })
  await desk.ask('drafts.put', { key, revision: 3, cells })
  expect(await auditor.refusal('drafts.discard', { key })).toMatchObject({ code: 'not-allowed' })
  expect((await desk.ask('customers.open', { id })).values['customer.fax']).toBe('0571-1')
  const refused = await loggedOf(desk, 'refused.call')
  expect(refused.map(({ person, object }) => [person, object])).toEqual([
    ['auditor', 'call:drafts.put'],
    ['auditor', 'call:customers.save'],
  ])
})

test('delicate boxes are handed out and printed only by whoever may see them', async () => {
  const { desk, id } = await filledDesk()
  const accountant = await as(desk, 'accountant')
  const requestId = randomUUID()
  const refused = { code: 'not-allowed' }
  const asked = { requestId, withDelicate: true, language: 'zh-CN' } as const
  expect(await accountant.refusal('exports.forms', { ...asked, ids: [id], forms: ['KH001'] })).toMatchObject(refused)
  const register = { ...asked, selection: { ids: [id] }, columns: ['customer.name'] }
  expect(await accountant.refusal('exports.register', register)).toMatchObject(refused)
  const print = { requestId, id, forms: ['KH001' as const], withDelicate: true }
  expect(await accountant.refusal('exports.printed', print)).toMatchObject(refused)
  await accountant.ask('exports.printed', { ...print, withDelicate: false })
})

test('every change of a card is in the log with digests that tell nobody what it says, and the boxes that are not delicate', async () => {
  const { desk, id } = await filledDesk()
  const saves = await loggedOf(desk, 'customer.save')
  expect(saves.map(({ object, facts }) => [object, facts])).toEqual([
    [`customer:${id}`, { boxes: '1', paths: '', revision: '3' }],
    [`customer:${id}`, { boxes: '1', paths: 'customer.fax', revision: '2' }],
  ])
  const [creation] = await loggedOf(desk, 'customer.create')
  expect(Number(creation?.facts['boxes'])).toBeGreaterThan(100)
  const db = new Database(path.join(desk.dir, 'kehu.sqlite'), { readonly: true })
  const rows = db
    .prepare("SELECT before_digest, after_digest, facts FROM audit_log WHERE object = ? AND action LIKE 'customer.%'")
    .all(`customer:${id}`) as { before_digest: string; after_digest: string; facts: string }[]
  const salts = db.prepare('SELECT salt FROM audit_salts WHERE object = ?').pluck().all(`customer:${id}`) as string[]
  db.close()
  expect(salts).toHaveLength(1)
  expect(new Set(rows.flatMap(row => [row.before_digest, row.after_digest])).size).toBe(rows.length * 2)
  const delicate = Object.entries(typed).filter(([box]) => !mayRead(box, ['basic.read', 'credit.read']))
  const words = delicate.flatMap(([, value]: [string, Value]) =>
    typeof value === 'string' && value.length > 5 ? [value] : [],
  )
  expect(words.length).toBeGreaterThan(5)
  for (const word of words) expect(JSON.stringify(rows)).not.toContain(word)
})

test('the same answer twice is no change, and nothing is logged for it', async () => {
  const { desk, id } = await filledDesk()
  await desk.save(id, 3, { 'customer.fax': { from: '0571-1', to: ' 0571-1 ' } })
  expect(await loggedOf(desk, 'customer.save')).toHaveLength(2)
})

test('a folder from before there were accounts gives its first person theirs, and keeps what was done under that name', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '甲' })
  await desk.backend.close()
  const db = new Database(path.join(desk.dir, 'kehu.sqlite'))
  db.exec('DELETE FROM sessions; DELETE FROM roles; DELETE FROM accounts')
  db.close()
  const again = deskAt(desk.dir)
  await again.ask('app.backups', {})
  expect(await again.ask('app.status', {})).toMatchObject({ phase: 'setup', company: '杭州明珠商贸' })
  expect(await again.refusal('customers.open', { id })).toMatchObject({ code: 'not-signed-in' })
  const first = { company: '杭州明珠', person: '林晓晓', password: 'long-enough', language: 'zh-CN' } as const
  const { status } = await again.ask('app.setUp', first)
  expect(status).toMatchObject({
    company: '杭州明珠',
    actor: { id: 1, name: '林晓晓', roles: ['administrator', 'filler'] },
  })
  expect(await again.ask('customers.open', { id })).toMatchObject({ changedBy: '林晓晓' })
})
