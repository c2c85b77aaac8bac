import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDataFolder } from '../../electron/backend/database/data-folder.ts'
import { migrations } from '../../electron/backend/database/migrations/index.ts'
import { fillDisk, mountSmallDisk } from '../fixtures/small-disk.ts'
import { looking } from './logged.ts'
import { heard, otherProcess } from './other-process.ts'
import { type Desk, deskAt, deskPassword, firstRun, listing, readyDesk, temporaryFolder } from './desk.ts'

const password = deskPassword
const reason = '误改了客户名称'

/** A disk of so many MB of its own, until the test ends. */
function smallDisk(megabytes: number): string {
  const dir = temporaryFolder()
  onTestFinished(mountSmallDisk(dir, megabytes))
  return dir
}

const halfFiles = (dir: string) =>
  (readdirSync(dir, { recursive: true }) as string[]).filter(name => /\.part|arriving|\.tmp$/.test(name))

async function soundAfter(desk: Desk): Promise<void> {
  await desk.backend.close()
  const db = new Database(path.join(desk.dir, 'kehu.sqlite'), { readonly: true })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.close()
}

describe.runIf(process.platform === 'linux')('a full disk', () => {
  test('takes no save half, says so each time, keeps everything readable, and goes on when there is room', async () => {
    const disk = smallDisk(8)
    const desk = deskAt(path.join(disk, 'data'))
    await desk.ask('app.setUp', firstRun)
    const free = fillDisk(disk)
    const acknowledged: string[] = []
    const refused: string[] = []
    for (let count = 0; refused.length < 3 && count < 400; count++) {
      const name = `客户${count}`
      const asked = { requestId: randomUUID(), values: { 'customer.name': name } }
      const outcome = await desk.call('customers.create', asked)
      if (outcome.ok) acknowledged.push(name)
      else refused.push(outcome.error.code)
    }
    expect(refused).toEqual(['disk-full', 'disk-full', 'disk-full'])
    const key = `new:${randomUUID()}`
    const cells = { 'customer.name': { from: null, value: '乙'.repeat(2000) } }
    expect(await desk.refusal('drafts.put', { key, revision: 0, cells })).toMatchObject({ code: 'disk-full' })
    expect((await desk.ask('customers.list', { ...listing(), limit: 500 })).total).toBe(acknowledged.length)
    free()
    await desk.create({ 'customer.name': '丙' })
    expect((await desk.ask('customers.list', { ...listing(), limit: 500 })).total).toBe(acknowledged.length + 1)
    expect(await desk.ask('audit.verify', { anchor: null })).toMatchObject({ broken: null })
    await soundAfter(desk)
  })

  test('takes no backup, restore, export or upload half, and the program is closed and opened all the same', async () => {
    const disk = smallDisk(12)
    const desk = deskAt(path.join(disk, 'data'))
    await desk.ask('app.setUp', firstRun)
    await desk.create({ 'customer.name': '甲' })
    const { file } = await desk.ask('backups.take', {})
    const free = fillDisk(disk)
    const requestId = randomUUID()
    const outcomes = {
      take: await desk.call('backups.take', {}),
      restore: await desk.call('backups.restore', { file, password, reason }),
      export: await desk.call('exports.register', {
        requestId,
        selection: { ids: [1] },
        columns: ['customer.name'],
        withDelicate: false,
        language: 'zh-CN',
      }),
      upload: await desk.backend.receiveUpload([Buffer.alloc(1 << 20)]),
    }
    const codes = Object.entries(outcomes).map(
      ([name, outcome]) => `${name} ${outcome.ok ? 'done' : outcome.error.code}`,
    )
    expect(codes).toEqual(['take disk-full', 'restore disk-full', 'export disk-full', 'upload disk-full'])
    expect(halfFiles(desk.dir)).toEqual([])
    expect((await desk.ask('customers.list', listing())).total).toBe(1)
    await desk.backend.close()
    free()
    const again = deskAt(desk.dir)
    await again.signIn()
    expect((await again.ask('customers.list', listing())).total).toBe(1)
    await soundAfter(again)
  })

  test('stops an update before it begins, and leaves the second place without half a copy', async () => {
    const disk = smallDisk(6)
    const desk = deskAt(path.join(disk, 'data'))
    await desk.ask('app.setUp', firstRun)
    await desk.backend.close()
    const free = fillDisk(disk)
    const clock = () => new Date()
    const later = [...migrations, 'CREATE TABLE later (id INTEGER) STRICT']
    await expect(openDataFolder(desk.dir, clock, later)).rejects.toMatchObject({ code: 'disk-full' })
    free()
    const opened = await openDataFolder(desk.dir, clock, later)
    opened.close()

    const place = smallDisk(1)
    const other = await readyDesk()
    await other.ask('backups.setPassphrase', { password, passphrase: '西湖边的三棵柳树 2026' })
    await other.ask('backups.setPlace', { password, place })
    const freePlace = fillDisk(place)
    expect(await other.refusal('backups.copy', {})).toMatchObject({ code: 'disk-full' })
    expect(readdirSync(place)).toEqual(['filler'])
    freePlace()
    await other.ask('backups.copy', {})
    expect(readdirSync(place)).toHaveLength(1)
  })
})

test('a database that another program holds is told as busy, nothing is lost, and it goes on afterwards', async () => {
  const desk = await readyDesk()
  const holder = new Database(path.join(desk.dir, 'kehu.sqlite'))
  holder.exec('BEGIN IMMEDIATE')
  const requestId = randomUUID()
  const asked = { requestId, values: { 'customer.name': '甲' } }
  expect(await desk.refusal('customers.create', asked)).toMatchObject({ code: 'busy' })
  expect((await desk.ask('customers.list', listing())).total).toBe(0)
  holder.exec('ROLLBACK')
  holder.close()
  await desk.ask('customers.create', asked)
  expect((await desk.ask('customers.list', listing())).total).toBe(1)
})

const canMoveOpenFiles = process.platform !== 'win32'

test.runIf(canMoveOpenFiles)(
  'a data folder that is taken away takes no more saves, and is never begun anew in its place',
  async () => {
    const desk = await readyDesk()
    await desk.create({ 'customer.name': '甲' })
    const away = path.join(temporaryFolder(), 'away')
    renameSync(desk.dir, away)
    const lost = await desk.refusal('customers.create', { requestId: randomUUID(), values: { 'customer.name': '乙' } })
    expect(lost).toMatchObject({ code: 'not-ready' })
    expect(await desk.ask('app.status', {})).toMatchObject({ phase: 'broken', problem: { code: 'data-unreachable' } })
    // Whoever tries again does not begin an empty company.
    expect(await desk.ask('app.reopen', {})).toMatchObject({ phase: 'broken', problem: { code: 'data-unreachable' } })
    expect(existsSync(path.join(desk.dir, 'kehu.sqlite'))).toBe(false)
    rmSync(desk.dir, { recursive: true, force: true })
    renameSync(away, desk.dir)
    await desk.ask('app.reopen', {})
    await desk.signIn()
    expect((await desk.ask('customers.list', listing())).rows.map(({ name }) => name)).toEqual(['甲'])
  },
)

test.runIf(canMoveOpenFiles)(
  'a log of the database that is removed while it is open costs nothing when it is closed',
  async () => {
    const desk = await readyDesk()
    await desk.create({ 'customer.name': '甲' })
    rmSync(path.join(desk.dir, 'kehu.sqlite-wal'))
    await desk.create({ 'customer.name': '乙' })
    await desk.backend.close()
    const again = deskAt(desk.dir)
    await again.signIn()
    expect((await again.ask('customers.list', listing())).total).toBe(2)
    expect(await again.ask('audit.verify', { anchor: null })).toMatchObject({ broken: null })
  },
)

test.runIf(canMoveOpenFiles)(
  'a log that is removed after a crash takes along what stood only in it, and the rest is sound',
  async () => {
    const dir = temporaryFolder()
    const other = otherProcess('save', dir)
    for (let count = 0; count < 30; count++) await heard(other)
    await other.kill()
    rmSync(path.join(dir, 'kehu.sqlite-wal'), { force: true })
    rmSync(path.join(dir, 'kehu.sqlite-shm'), { force: true })
    const desk = deskAt(dir)
    const { phase } = await desk.ask('app.reopen', {})
    expect(['setup', 'signedOut']).toContain(phase)
    await soundAfter(desk)
    expect(lossesIn(dir)).toBe(1)
  },
)

test('nothing is said of a lost log after a crash that left it, and after a peaceful end', async () => {
  const dir = temporaryFolder()
  const other = otherProcess('save', dir)
  for (let count = 0; count < 30; count++) await heard(other)
  await other.kill()
  for (let opening = 0; opening < 2; opening++) {
    const desk = deskAt(dir)
    await desk.ask('app.reopen', {})
    await soundAfter(desk)
    expect(lossesIn(dir)).toBe(0)
  }
})

test('a lost log is told for seven days', async () => {
  let now = new Date('2026-11-23T08:00:00Z')
  const first = await readyDesk({ clock: () => now })
  expect((await first.ask('backups.health', {})).logLostAt).toBeNull()
  await first.backend.close()
  // As a process leaves it that died with the database open, whose log is gone.
  writeFileSync(path.join(first.dir, 'owner.json'), JSON.stringify({ isOpen: true }))
  const desk = deskAt(first.dir, { clock: () => now })
  await desk.signIn()
  expect((await desk.ask('backups.health', {})).logLostAt).toBe('2026-11-23T08:00:00.000Z')
  now = new Date('2026-11-30T08:00:00Z')
  await desk.signIn()
  expect((await desk.ask('backups.health', {})).logLostAt).toBeNull()
})

/** How often a folder that is closed has lost the log of its database. */
function lossesIn(dir: string): number {
  return looking({ dir }, db =>
    db.prepare("SELECT count(*) FROM audit_log WHERE action = 'app.logLost'").pluck().get(),
  ) as number
}

test('the holder of a data folder is named with user and machine', async () => {
  const desk = await readyDesk()
  const { user, host } = JSON.parse(readFileSync(path.join(desk.dir, 'owner.json'), 'utf8')) as Record<string, string>
  const second = deskAt(desk.dir)
  const { problem } = await second.ask('app.reopen', {})
  expect(problem?.holder).toBe(`${user ?? ''} @ ${host ?? ''} (${process.pid})`)
})
