import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unpack } from '../../electron/backend/files/unpack.ts'
import { zipEntries } from '../../electron/backend/files/zip-entries.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { Path } from '../../shared/catalogue/field.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import { type Desk, readyDesk } from '../backend/desk.ts'
import { looking } from '../backend/logged.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'

/** Every delicate box that takes any text (rules 11). */
const delicate = Object.keys(fullCustomer).filter(box => {
  const field = boxAt(box)?.field
  return field?.delicate === true && !field.setBy && (field.kind === 'text' || field.kind === 'longText')
})

/** A text that stands nowhere by chance; digits and letters, as an account, a telephone and a word are kept as typed. */
const secret = fc.integer({ min: 100_000, max: 999_999 }).map(number => `7${number}31`)

test('what a delicate box says reaches no log, no error, no report for a helper, no file name and no redacted file', async () => {
  expect(delicate.length).toBeGreaterThan(10)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(delicate, { minLength: 3 }), secret, async (boxes, word) => {
      const desk = await readyDesk()
      const said = await everyRoad(desk, boxes, word)
      await desk.backend.close()
      for (const [where, text] of Object.entries({ ...said, ...leftIn(desk) }))
        if (holds(text, word)) throw new Error(`${word} of ${boxes.join()} stands in ${where}`)
    }),
    { numRuns: 6 },
  )
})

test('the search for it finds it where it does stand', async () => {
  const desk = await readyDesk()
  const [box = ''] = delicate
  const { id } = await desk.create({ 'customer.name': '甲', [box]: '712345631' })
  expect(holds(JSON.stringify(await desk.whole(id)), '712345631')).toBe(true)
  expect(holds(Object.values(await exported(desk, true)).join(), '712345631')).toBe(true)
})

/** Numbers of accounts are printed in groups. */
const holds = (text: string, word: string) => text.replace(/\s/g, '').includes(word)

/** Drives a word through boxes by every road that people have; answers what was said about it in errors, reports and redacted files. */
async function everyRoad(desk: Desk, boxes: readonly Path[], word: string): Promise<Record<string, string>> {
  const said: Record<string, string> = {}
  const refused = (where: string, outcome: Outcome<unknown>) => {
    if (outcome.ok) throw new Error(`${where} was carried out`)
    // What somebody else has written meanwhile is shown to whoever may see it.
    said[where] = JSON.stringify({ ...outcome.error, present: undefined })
  }
  const typed = Object.fromEntries(boxes.map(box => [box, word]))
  const changes = (to: string) => Object.fromEntries(boxes.map(box => [box, { from: word, to }]))
  const call = (name: string, input: object) =>
    desk.backend.handle(name, { requestId: randomUUID(), ...input }, desk.session)

  refused('a card without a name', await call('customers.create', { values: typed }))
  refused('a box that is none', await call('customers.create', { values: { ...typed, 'customer.nothing': word } }))
  const { id, revision } = await desk.create({ 'customer.name': '明珠', ...typed })
  await desk.save(id, revision, changes(`${word}9`))
  refused('a conflict', await call('customers.save', { id, revision, changes: changes(`${word}8`) }))
  refused('a save of something else', await call('customers.save', { id: word, revision, changes: changes(word) }))
  refused('a call that is none', await call(word, { [word]: word }))
  const cells = Object.fromEntries(boxes.map(box => [box, { from: null, value: word, entry: word }]))
  await desk.ask('drafts.put', { key: `customer:${id}:${randomUUID()}`, revision: revision + 1, cells })
  refused('a draft of nothing', await call('drafts.put', { key: word, revision: 1, cells }))
  const received = await desk.backend.receiveUpload([Buffer.from(`客户名称,健康,账号\r\n,${word},${word}`)])
  const file = { ...(received.ok ? (received.value as object) : {}), fileName: '名单.csv' }
  await call('imports.look', { ...file, sheet: null, headRow: null, kind: null })
  refused(
    'an import of nothing',
    await call('imports.check', {
      ...file,
      tables: [{ sheet: word, kind: 'customers', headRow: 1, mapping: [] }],
      key: 'auto',
    }),
  )
  Object.assign(said, await exported(desk, false))
  said['the report for a helper'] = (await desk.ask('app.report', {})).text
  return said
}

/** The parts of the workbook of both forms of the first customer. */
async function exported(desk: Desk, withDelicate: boolean): Promise<Record<string, string>> {
  const order = { requestId: randomUUID(), ids: [1], forms: ['KH001', 'KH002'] as ('KH001' | 'KH002')[] }
  const { download = '' } = await desk.ask('exports.forms', {
    ...order,
    withDelicate,
    reason: '核对红线之用',
    language: 'zh-CN',
  })
  const bytes = readFileSync(desk.backend.outboxFile(download)?.path ?? '')
  const parts = (zipEntries(bytes) ?? []).map(
    entry => [entry.name, unpack(bytes, entry, 1e8).toString('utf8')] as const,
  )
  expect(parts.length).toBeGreaterThan(3)
  return Object.fromEntries(parts)
}

/** Every file name of the data folder, the lines of its log, and the rows of the log of changes. */
function leftIn({ dir }: Desk): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  const rows = looking({ dir }, db => db.prepare('SELECT * FROM audit_log').all())
  expect(rows.length).toBeGreaterThan(2)
  return {
    'the names of files': files.join('\n'),
    'the log': readFileSync(path.join(dir, 'logs', 'kehu.log'), 'utf8'),
    'the log of changes': JSON.stringify(rows),
    'the index of the search': JSON.stringify(
      looking({ dir }, db => db.prepare('SELECT * FROM customer_search').all()),
    ),
  }
}
