import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Input } from '../../shared/contract/contract.ts'
import { samplePassword } from '../../shared/domain/sample.ts'
import { reopen, seenCells } from '../excel/read-back.ts'
import { type Desk, deskAt, loggedOf, openDesk, readyDesk, temporaryFolder } from './desk.ts'

const forms: Omit<Input<'exports.forms'>, 'requestId' | 'ids'> = {
  forms: ['KH001', 'KH002'],
  withDelicate: false,
  language: 'zh-CN',
}
const outboxOf = (desk: Desk) => path.join(desk.dir, 'outbox')
const handedOut = (desk: Desk) => {
  const db = new Database(path.join(desk.dir, 'kehu.sqlite'), { readonly: true })
  const log = db.prepare('SELECT kind, customers, with_delicate, actor_id FROM export_log').raw().all()
  db.close()
  return log
}
const left = (desk: Desk) => (existsSync(outboxOf(desk)) ? readdirSync(outboxOf(desk)) : [])

test('a finished workbook waits in the outbox until the host has taken it', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '明珠: 商贸/杭州' })
  const requestId = randomUUID()
  const { fileName, download } = await desk.ask('exports.forms', { requestId, ids: [id], ...forms })
  expect(fileName).toMatch(/^KH001 KH002 明珠 商贸 杭州 \d{4}-\d\d-\d\d\.xlsx$/)
  const file = desk.backend.outboxFile(download ?? '')
  expect(file).toMatchObject({ fileName })
  expect(existsSync(file?.path ?? '')).toBe(true)
  desk.backend.dropOutbox(download ?? '')
  expect(desk.backend.outboxFile(download ?? '')).toBeUndefined()
  expect(left(desk)).toEqual([])
})

test('a register holds whom the search finds, and every file handed out is on record', async () => {
  const desk = await readyDesk()
  for (const name of ['明珠', '明珠二店', '大华']) await desk.create({ 'customer.name': name })
  const columns = ['customer.name', 'customer.capital']
  const order = { columns, withDelicate: true, reason: '核对账号之用', language: 'en' as const }
  const filter = { search: '明珠', archived: false }
  await desk.ask('exports.register', { requestId: randomUUID(), selection: { filter }, ...order })
  await desk.ask('exports.register', {
    requestId: randomUUID(),
    selection: { ids: [3] },
    ...order,
    withDelicate: false,
  })
  expect(handedOut(desk)).toEqual([
    ['register', 2, 1, 1],
    ['register', 1, 0, 1],
  ])
})

test('a register leaves out whom the selection excepts, and nobody else', async () => {
  const desk = await readyDesk()
  for (const name of ['明珠', '明珠二店', '明珠三店', '大华']) await desk.create({ 'customer.name': name })
  const order = { columns: ['customer.name'], withDelicate: false, language: 'zh-CN' as const }
  const register = (except: number[]) => ({
    requestId: randomUUID(),
    selection: { filter: { search: '明珠', archived: false }, except },
    ...order,
  })
  const { download } = await desk.ask('exports.register', register([2, 4, 99]))
  const sheet = (await reopen(desk.backend.outboxFile(download ?? '')?.path ?? '')).getWorksheet('客户名册')
  expect(seenCells(sheet).map(cell => cell.value)).toEqual(['客户名称', '明珠', '明珠三店', '合计'])
  expect(await desk.refusal('exports.register', register([1, 2, 3]))).toMatchObject({ code: 'report-empty' })
})

const reason = '寄给总公司存档'

test('a print from the screen is on record once, however often its answer is lost', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '明珠' })
  const printed = { requestId: randomUUID(), id, forms: ['KH001' as const], withDelicate: true, reason }
  await desk.ask('exports.printed', printed)
  await desk.ask('exports.printed', printed)
  await desk.ask('exports.printed', { ...printed, requestId: randomUUID(), withDelicate: false })
  const strange = { ...printed, requestId: randomUUID(), id: 99 }
  expect(await desk.refusal('exports.printed', strange)).toMatchObject({ code: 'not-found' })
  expect(await desk.refusal('exports.printed', { ...printed, forms: [] })).toMatchObject({ code: 'invalid-input' })
  for (const unsaid of [undefined, '  存档  '])
    expect(
      await desk.refusal('exports.printed', { ...printed, requestId: randomUUID(), reason: unsaid }),
    ).toMatchObject({ code: 'reason-missing' })
  expect((await loggedOf(desk, 'export.print')).map(row => row.reason)).toEqual([null, reason])
  expect(handedOut(desk)).toEqual([
    ['print', 1, 1, 1],
    ['print', 1, 0, 1],
  ])
})

test('an export that is stopped or finds nobody leaves nothing behind', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '明珠' })
  const requestId = randomUUID()
  const running = desk.call('exports.forms', { requestId, ids: [id], ...forms })
  await new Promise(setImmediate)
  const twice = await desk.call('exports.forms', { requestId, ids: [id], ...forms })
  await desk.ask('exports.cancel', { requestId })
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(twice).toMatchObject({ ok: false, error: { code: 'busy' } })
  const nobody = { requestId: randomUUID(), ids: [99], ...forms }
  expect(await desk.refusal('exports.forms', nobody)).toMatchObject({ code: 'report-empty' })
  expect(left(desk)).toEqual([])
})

test('whoever closes while a register is written gets no half of one', async () => {
  const desk = openDesk(temporaryFolder(), { sample: true })
  await desk.signIn(undefined, samplePassword)
  const selection = { filter: { search: '', archived: false } }
  const register = { selection, columns: ['customer.name'], withDelicate: false, language: 'zh-CN' as const }
  const running = desk.call('exports.register', { requestId: randomUUID(), ...register })
  // The worker has begun its file.
  await expect.poll(() => left(desk)).not.toEqual([])
  await desk.backend.close()
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(left(desk)).toEqual([])
  expect(existsSync(path.join(desk.dir, 'owner.json'))).toBe(false)
})

test('files of an earlier run are cleared away, and no id leads out of the outbox', async () => {
  const dir = temporaryFolder()
  mkdirSync(path.join(dir, 'outbox', 'old'), { recursive: true })
  writeFileSync(path.join(dir, 'outbox', 'old', 'a.xlsx'), '')
  const desk = deskAt(dir)
  await desk.ask('app.backups', {})
  expect(left(desk)).toEqual([])
  for (const strange of ['..', '../logs', '', 'a'.repeat(36) + '/..']) {
    expect(desk.backend.outboxFile(strange)).toBeUndefined()
    desk.backend.dropOutbox(strange)
  }
  expect(existsSync(path.join(dir, 'kehu.sqlite'))).toBe(true)
})
