import { existsSync, readFileSync, readdirSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { outdatedBackups } from '../../electron/backend/database/backup-names.ts'
import { createBackupDesk } from '../../electron/backend/services/backups/backup-desk.ts'
import { keepDaily } from '../../electron/backend/services/backups/keep-daily.ts'
import { companyAtWork } from './company.ts'
import { merge } from './merge-desk.ts'
import { callerOf, type Desk, deskAt, deskPassword, listing, loggedOf, readyDesk, steadyClock } from './desk.ts'
import { workerPath } from '../fixtures/worker-path.ts'

const why = { password: deskPassword, reason: '误改了客户名称' }
const newest = async (desk: Desk) => {
  const [backup] = (await desk.ask('backups.list', {})).backups
  if (!backup) throw new Error('there is no backup')
  return backup
}
const namesAt = async (desk: Desk) => (await desk.ask('customers.list', listing())).rows.map(({ name }) => name).sort()

test('a backup is put back over the data, with a way back from that and both in the logs', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  const { id } = await desk.create({ 'customer.name': '甲' })
  const { file } = await desk.ask('backups.take', {})
  expect(await newest(desk)).toMatchObject({ file, reason: 'manual', customers: 1, applications: 0 })
  await desk.create({ 'customer.name': '乙' })
  await desk.save(id, 1, { 'customer.name': { from: '甲', to: '丙' } })
  expect(await desk.ask('backups.restore', { file, ...why })).toEqual({})

  // Who was signed in is not any more, also with the token of before.
  expect(await desk.refusal('customers.list', listing())).toMatchObject({ code: 'not-signed-in' })
  await desk.signIn()
  expect(await namesAt(desk)).toEqual(['甲'])
  const before = await newest(desk)
  expect(before).toMatchObject({ reason: 'restore', customers: 2 })
  const [row] = await loggedOf(desk, 'app.restore')
  expect(row).toMatchObject({
    person: '林晓',
    reason: why.reason,
    facts: { backup: file, savedAs: before.file, replacedHead: before.logHead },
  })
  expect(await desk.ask('audit.verify', { anchor: null })).toMatchObject({ broken: null })

  await desk.ask('backups.restore', { file: before.file, ...why })
  await desk.signIn()
  expect(await namesAt(desk)).toEqual(['丙', '乙'].sort())
  // The log of what was replaced says itself who replaced it.
  expect(await loggedOf(desk, 'backup.restore')).toMatchObject([{ person: '林晓', facts: { backup: file } }])
  expect(await desk.ask('audit.verify', { anchor: null })).toMatchObject({ broken: null })
  expect(readdirSync(desk.dir).filter(name => /damaged|arriving/.test(name))).toEqual([])
})

test('a restore needs the right, the password, a reason and a sound backup, and else changes nothing', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  await desk.create({ 'customer.name': '甲' })
  const { file } = await desk.ask('backups.take', {})
  await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  const filler = await desk.as('孙磊')
  expect(await filler.refusal('backups.restore', { file, ...why })).toMatchObject({ code: 'not-allowed' })
  expect(await desk.refusal('backups.restore', { file, ...why, password: '别的' })).toMatchObject({
    code: 'password-wrong',
  })
  expect(await desk.refusal('backups.restore', { file, ...why, reason: '错' })).toMatchObject({
    code: 'reason-missing',
  })
  truncateSync(path.join(desk.dir, 'backups', file), 8192)
  for (const name of [file, 'kehu-20200101-000000000.sqlite', '../kehu.sqlite', ''])
    expect(await desk.refusal('backups.restore', { file: name, ...why })).toMatchObject({ code: 'backup-damaged' })
  expect(await namesAt(desk)).toEqual(['甲'])
  expect(await loggedOf(desk, 'backup.restore')).toEqual([])
})

test('whoever writes while a backup is put back waits, and writes into what was put back', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  const { file } = await desk.ask('backups.take', {})
  await desk.create({ 'customer.name': '甲' })
  const restoring = desk.ask('backups.restore', { file, ...why })
  while (!existsSync(path.join(desk.dir, 'backups')) || !readdirSync(path.join(desk.dir, 'backups')).some(isRestore))
    await setTimeout(5)
  // The session of before is nobody's in what was put back.
  expect(
    await desk.refusal('drafts.discard', { key: `new:${'0'.repeat(8)}-0000-4000-8000-000000000000` }),
  ).toMatchObject({ code: 'not-signed-in' })
  await restoring
  await desk.signIn()
  expect(await namesAt(desk)).toEqual([])
})

const isRestore = (name: string) => name.includes('-restore.')

test('two cards are merged after a backup that holds both, and closing without a change adds none', async () => {
  const { desk, signers } = await companyAtWork()
  const ids = [await desk.create({ 'customer.name': '甲' }), await desk.create({ 'customer.name': '乙' })]
  await merge(signers.salesManager, ids[0]?.id ?? 0, ids[1]?.id ?? 0)
  expect(await newest(desk)).toMatchObject({ reason: 'merge', customers: 2 })
  await desk.ask('backups.take', {})
  await desk.backend.close()
  const names = readdirSync(path.join(desk.dir, 'backups')).sort()
  expect(names.map(name => name.slice(24))).toEqual(['merge.sqlite', 'manual.sqlite'])
})

test('a program that is never closed takes a backup on each day on which something changed', async () => {
  let now = new Date('2026-11-22T08:00:00Z')
  const clock = () => now
  const desk = await readyDesk({ clock: steadyClock() })
  let state = '0'
  const backups = createBackupDesk({ dataDir: desk.dir, workerPath, clock, onLogBreak: () => undefined })
  backups.begin({ file: path.join(desk.dir, 'kehu.sqlite'), mark: () => state })
  const failures: unknown[] = []
  const stop = keepDaily(backups, clock, error => failures.push(error), 5)
  const changed = async (mark: string) => {
    state = mark
    await setTimeout(100)
    while (backups.list().length > 0 && backups.isChanged() && backups.list()[0]?.at.slice(0, 10) !== day(now))
      await setTimeout(20)
  }
  try {
    await setTimeout(50)
    expect(backups.list()).toEqual([])
    await changed('1')
    await changed('2')
    while (backups.list().length < 1) await setTimeout(20)
    now = new Date('2026-11-23T08:00:00Z')
    await changed('3')
    now = new Date('2026-11-24T08:00:00Z')
    await setTimeout(50)
    expect(backups.list().map(({ at, reason }) => `${at.slice(0, 10)} ${reason ?? ''}`)).toEqual([
      '2026-11-23 daily',
      '2026-11-22 daily',
    ])
    expect(failures).toEqual([])
  } finally {
    stop()
  }
})

const day = (time: Date) => time.toISOString().slice(0, 10)

test('of two years of daily backups 14 days, 8 weeks and 24 months stay, and what a restore replaced or somebody took stays with its day', () => {
  const names = Array.from({ length: 800 }, (_, back) => {
    const time = new Date(Date.UTC(2026, 10, 25, 4) - back * 86_400_000)
    return `kehu-${time.toISOString().slice(0, 10).replaceAll('-', '')}-040000000-${back % 400 === 3 ? 'restore' : 'exit'}.sqlite`
  })
  const sameDay = ['restore', 'manual'].map(reason => `kehu-20261122-030000000-${reason}.sqlite`)
  const old = ['restore', 'manual'].map(reason => `kehu-20261110-030000000-${reason}.sqlite`)
  const outdated = new Set(
    outdatedBackups([...names.slice(0, 4), ...sameDay, ...names.slice(4, 16), ...old, ...names.slice(16)]),
  )
  const left = names.filter(name => !outdated.has(name)).map(name => name.slice(5, 13))
  // Wednesday 25 November back to the 12th, Sundays that end the weeks before, the ends of the months before.
  const days = Array.from({ length: 14 }, (_, back) => `202611${25 - back}`)
  expect(left.slice(0, 14)).toEqual(days)
  const older = `20261108 20261101 20261031 20261025 20261018 20261011 20260930 20260831 20260731 20260630 20260531 20260430
    20260331 20260228 20260131 20251231 20251130 20251031 20250930 20250831 20250731 20250630 20250531 20250430 20250331
    20250228 20250131 20241231`
  expect(left.slice(14)).toEqual(older.split(/\s+/))
  expect(sameDay.filter(name => outdated.has(name))).toEqual([])
  expect(old.filter(name => outdated.has(name))).toEqual(old)
})

test('a backup is a file that is never written to again', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  const { file } = await desk.ask('backups.take', {})
  const bytes = () => readFileSync(path.join(desk.dir, 'backups', file))
  const before = bytes()
  await desk.ask('backups.restore', { file, ...why })
  const caller = callerOf(desk.backend)
  await caller.signIn('林晓')
  await caller.create({ 'customer.name': '甲' })
  expect(bytes().equals(before)).toBe(true)
})

test('the data are looked at page by page and along the log, and what is wrong is named', async () => {
  const desk = await readyDesk()
  await desk.create({ 'customer.name': '甲' })
  expect(await desk.ask('backups.examine', {})).toEqual({ isSound: true, detail: '' })
  behindTheLog(desk.dir, "UPDATE audit_log SET object = 'customer:9' WHERE seq = 2")
  expect(await desk.ask('backups.examine', {})).toEqual({ isSound: false, detail: 'log row 2' })
})

/** Does something to a database that its log could show. */
function behindTheLog(dir: string, sql: string): void {
  const db = new Database(path.join(dir, 'kehu.sqlite'))
  const triggers = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_log'")
    .pluck()
    .all()
  for (const trigger of triggers) db.exec(`DROP TRIGGER ${trigger}`)
  db.exec(sql)
  db.close()
}

test('a backup that comes upon a broken log counts, and everybody is told until a check of all of it finds it whole', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  await desk.create({ 'customer.name': '甲' })
  await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  const filler = await desk.as('孙磊')
  const told = async () => (await filler.ask('backups.health', {})).logBreak
  await desk.ask('backups.take', {})
  expect(await told()).toBeNull()
  behindTheLog(desk.dir, "UPDATE audit_log SET machine = machine || 'x' WHERE seq = 2")
  const { file } = await desk.ask('backups.take', {})
  expect(await newest(desk)).toMatchObject({ file })
  expect(await told()).toEqual({ seq: 2, cause: 'hash' })
  await desk.ask('backups.take', {})
  expect(await loggedOf(desk, 'app.logBroken')).toMatchObject([
    { person: '', object: 'log', facts: { result: 'broken', seq: '2', cause: 'hash' } },
  ])
  behindTheLog(desk.dir, 'UPDATE audit_log SET machine = substr(machine, 1, length(machine) - 1) WHERE seq = 2')
  expect(await told()).toEqual({ seq: 2, cause: 'hash' })
  expect(await desk.ask('audit.verify', { anchor: null })).toMatchObject({ broken: null })
  expect(await told()).toBeNull()
})

test('a check by hand that finds the log broken is told to everybody, too, also after the next start', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  behindTheLog(desk.dir, "UPDATE audit_log SET object = 'x' WHERE seq = 1")
  expect(await desk.ask('audit.verify', { anchor: null })).toMatchObject({ broken: { seq: 1 } })
  await desk.backend.close()
  const next = deskAt(desk.dir)
  await next.signIn()
  expect((await next.ask('backups.health', {})).logBreak).toEqual({ seq: 1, cause: 'hash' })
})
