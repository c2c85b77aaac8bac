import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { outdatedBackups } from '../../electron/backend/database/backup-names.ts'
import { applicationId } from '../../electron/backend/database/file-state.ts'
import { deskAt, firstRun, listing, temporaryFolder } from './desk.ts'

const fileIn = (dir: string) => path.join(dir, 'kehu.sqlite')
const backupsIn = (dir: string) => readdirSync(path.join(dir, 'backups'))

/** A folder with one customer, closed as it should be. */
async function filledFolder(): Promise<string> {
  const dir = temporaryFolder()
  const desk = deskAt(dir)
  await desk.ask('app.setUp', { ...firstRun, company: '明珠', language: 'zh-TW' })
  await desk.create({ 'customer.name': '甲' })
  await desk.backend.close()
  return dir
}

/** A desk on a folder that is set up already, signed in to. */
async function workingDesk(dir: string, options: Parameters<typeof deskAt>[1] = {}) {
  const desk = deskAt(dir, options)
  await desk.signIn()
  return desk
}

async function openedStatus(dir: string) {
  const desk = deskAt(dir)
  await desk.ask('app.backups', {})
  return desk.ask('app.status', {})
}

test('the status answers at once while the folder is being opened, and calls wait for it', async () => {
  const desk = deskAt(await filledFolder())
  const people = desk.ask('session.people', {})
  expect((await desk.ask('app.status', {})).phase).toBe('opening')
  expect((await people).people).toMatchObject([{ name: '林晓' }])
  expect(await desk.ask('app.status', {})).toMatchObject({ phase: 'signedOut', company: '明珠' })
  await desk.signIn()
  expect(await desk.ask('app.status', {})).toMatchObject({
    phase: 'ready',
    company: '明珠',
    actor: { name: '林晓' },
    language: 'zh-TW',
    version: '1.2.3',
    sample: false,
  })
})

test('before the first run nobody is known, and nobody is made twice', async () => {
  const desk = deskAt(temporaryFolder())
  expect(await desk.refusal('customers.list', listing())).toMatchObject({ code: 'not-signed-in' })
  expect((await desk.ask('app.setLanguage', { language: 'en' })).language).toBe('en')
  const { status } = await desk.ask('app.setUp', firstRun)
  expect(status).toMatchObject({ phase: 'ready', actor: { name: '林晓', roles: ['administrator', 'filler'] } })
  expect(await desk.refusal('app.setUp', firstRun)).toMatchObject({ code: 'already-set-up' })
})

test('a file of a later program is refused and stays as it is, byte for byte', async () => {
  const dir = await filledFolder()
  const db = new Database(fileIn(dir))
  db.pragma('user_version = 99')
  db.close()
  const before = readFileSync(fileIn(dir))
  expect(await openedStatus(dir)).toMatchObject({ phase: 'broken', problem: { code: 'data-newer' } })
  expect(readFileSync(fileIn(dir)).equals(before)).toBe(true)
  expect(existsSync(`${fileIn(dir)}-wal`)).toBe(false)
})

test.each([
  ['without a mark', 0],
  ['with the mark of another program', applicationId + 1],
])('a database of another program %s is refused and stays as it is', async (_, mark) => {
  const dir = temporaryFolder()
  const db = new Database(fileIn(dir))
  db.exec('CREATE TABLE notes (text)')
  db.pragma(`application_id = ${mark}`)
  db.close()
  const before = readFileSync(fileIn(dir))
  expect(await openedStatus(dir)).toMatchObject({ phase: 'broken', problem: { code: 'data-foreign' } })
  expect(readFileSync(fileIn(dir)).equals(before)).toBe(true)
})

test.each([
  ['is no database', (file: string) => writeFileSync(file, 'x'.repeat(5000))],
  ['is cut off', (file: string) => truncateSync(file, statSync(file).size - 4096)],
  ['is empty', (file: string) => truncateSync(file, 0)],
  ['is gone', (file: string) => rmSync(file)],
])('a database that %s is not written to, and a backup brings everything back', async (_, damage) => {
  const dir = await filledFolder()
  damage(fileIn(dir))
  const before = existsSync(fileIn(dir)) ? readFileSync(fileIn(dir)) : undefined
  const desk = deskAt(dir)
  expect(await desk.refusal('customers.list', listing())).toMatchObject({ code: 'not-ready' })
  const status = await desk.ask('app.status', {})
  expect(status).toMatchObject({ phase: 'broken', problem: { code: 'data-damaged' } })
  const { backups } = await desk.ask('app.backups', {})
  expect(backups).toMatchObject([{ customers: 1, at: status.lastBackup }])
  expect(await desk.ask('app.restore', { file: backups[0]?.file ?? '' })).toMatchObject({
    phase: 'signedOut',
    company: '明珠',
  })
  await desk.signIn()
  expect((await desk.ask('customers.list', listing())).total).toBe(1)
  const kept = readdirSync(dir).filter(name => name.startsWith('kehu-damaged-') && name.endsWith('.sqlite'))
  expect(kept.map(name => readFileSync(path.join(dir, name)))).toEqual(before ? [before] : [])
})

test.each([
  ['is empty', (file: string) => truncateSync(file, 0)],
  ['is gone', (file: string) => rmSync(file)],
])(
  'a database without a backup that %s since somebody had it open is not begun anew, however often it is tried',
  async (_, damage) => {
    const dir = await filledFolder()
    rmSync(path.join(dir, 'backups'), { recursive: true })
    writeFileSync(path.join(dir, 'owner.json'), JSON.stringify({ isOpen: true }))
    damage(fileIn(dir))
    const desk = deskAt(dir)
    await desk.ask('app.backups', {})
    const refused = { phase: 'broken', problem: { code: 'data-damaged' } }
    expect(await desk.ask('app.status', {})).toMatchObject(refused)
    expect(await desk.ask('app.reopen', {})).toMatchObject(refused)
    await desk.backend.close()
    expect(await openedStatus(dir)).toMatchObject(refused)
  },
)

/** Spoils a page that opening a folder does not read. */
function damagePage(dir: string) {
  const db = new Database(fileIn(dir))
  const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'customer_search'").pluck().get() as number
  db.close()
  const file = readFileSync(fileIn(dir))
  file.fill(0xa5, (page - 1) * 4096, page * 4096)
  writeFileSync(fileIn(dir), file)
}

test('a damaged page that turns up later stops all writing and offers the backups', async () => {
  const dir = await filledFolder()
  damagePage(dir)
  const desk = await workingDesk(dir)
  expect(await desk.refusal('customers.list', listing('甲'))).toMatchObject({ code: 'not-ready' })
  expect(await desk.ask('app.status', {})).toMatchObject({ phase: 'broken', problem: { code: 'data-damaged' } })
  // The next start looks at every page and finds it again.
  expect((await desk.ask('app.reopen', {})).problem?.code).toBe('data-damaged')
})

test('after a power cut every page is looked at, also when the name of the last owner never reached the disk', async () => {
  const dir = await filledFolder()
  damagePage(dir)
  writeFileSync(path.join(dir, 'owner.json'), '')
  expect((await openedStatus(dir)).problem?.code).toBe('data-damaged')
})

test('a folder whose owner can not be written down is let go of and opens once it can', async () => {
  const dir = await filledFolder()
  mkdirSync(path.join(dir, 'owner.json'))
  const desk = deskAt(dir)
  expect((await desk.ask('app.reopen', {})).phase).toBe('broken')
  rmSync(path.join(dir, 'owner.json'), { recursive: true })
  expect((await desk.ask('app.reopen', {})).phase).toBe('signedOut')
})

test('a damaged backup is refused and the database stays where it is', async () => {
  const dir = await filledFolder()
  const [backup = ''] = backupsIn(dir)
  truncateSync(path.join(dir, 'backups', backup), 8192)
  writeFileSync(fileIn(dir), 'x')
  const desk = deskAt(dir)
  await desk.ask('app.backups', {})
  for (const file of [backup, 'kehu-20200101-000000000.sqlite', '../kehu.sqlite', ''])
    expect(await desk.refusal('app.restore', { file })).toMatchObject({ code: 'backup-damaged' })
  expect(readFileSync(fileIn(dir), 'utf8')).toBe('x')
})

test('a sound database is not replaced', async () => {
  const dir = await filledFolder()
  const desk = await workingDesk(dir)
  expect(await desk.refusal('app.restore', { file: backupsIn(dir)[0] ?? '' })).toMatchObject({ code: 'not-ready' })
  expect((await desk.ask('customers.list', listing())).total).toBe(1)
})

test('a folder that can not be made says so, and works once the way is free', async () => {
  const root = temporaryFolder()
  const dir = path.join(root, 'blocked', 'data')
  writeFileSync(path.join(root, 'blocked'), '')
  const desk = deskAt(dir)
  expect((await desk.ask('app.reopen', {})).problem).toMatchObject({ code: 'data-unreachable' })
  rmSync(path.join(root, 'blocked'))
  mkdirSync(path.join(root, 'blocked'))
  expect((await desk.ask('app.reopen', {})).phase).toBe('setup')
})

test('a run that changed something leaves a backup, one in which nobody signed in does not, and outdated ones go', async () => {
  const dir = await filledFolder()
  expect(backupsIn(dir)).toHaveLength(1)
  const reading = deskAt(dir)
  await reading.ask('session.people', {})
  await reading.backend.close()
  expect(backupsIn(dir)).toHaveLength(1)
  for (let day = 10; day < 30; day++)
    writeFileSync(path.join(dir, 'backups', `kehu-202001${day}-000000000.sqlite`), 'old')
  const writing = await workingDesk(dir)
  await writing.create({ 'customer.name': '乙' })
  await writing.backend.close()
  const left = backupsIn(dir).sort()
  // The newest fourteen days, and the Sunday that ends the week before them.
  expect([left.length, left[0]]).toEqual([16, 'kehu-20200112-000000000.sqlite'])
})

test.skipIf(process.platform === 'win32')('nobody else may read a data folder or any file in it', async () => {
  const dir = path.join(temporaryFolder(), 'data')
  const desk = deskAt(dir)
  await desk.ask('app.setUp', firstRun)
  const modeOf = (name: string) => statSync(path.join(dir, name)).mode & 0o777
  const files = () =>
    (readdirSync(dir, { recursive: true }) as string[]).filter(name => statSync(path.join(dir, name)).isFile())
  const open = files()
  expect(open.map(modeOf)).toEqual(open.map(() => 0o600))
  await desk.backend.close()
  expect(files().map(modeOf)).toEqual(files().map(() => 0o600))
  expect(['.', 'backups'].map(modeOf)).toEqual([0o700, 0o700])
  expect(open).toEqual(expect.arrayContaining(['kehu.sqlite-wal', 'owner.json', path.join('logs', 'kehu.log')]))
  expect(backupsIn(dir)).toHaveLength(1)
})

test('many backups of one day leave those of the days before', () => {
  const name = (day: number, hour: number) =>
    `kehu-202001${String(day).padStart(2, '0')}-${String(hour).padStart(2, '0')}0000000.sqlite`
  const today = Array.from({ length: 20 }, (_, hour) => name(30, 20 - hour))
  const before = Array.from({ length: 20 }, (_, day) => [name(29 - day, 9), name(29 - day, 8)]).flat()
  const outdated = new Set(outdatedBackups([...today, ...before]))
  const left = [...today, ...before].filter(each => !outdated.has(each))
  const days = Array.from({ length: 13 }, (_, day) => name(29 - day, 9))
  expect(left).toEqual([...today.slice(0, 5), ...days, name(12, 9)])
})

test('a backup that was cut short is gone after the next opening', async () => {
  const dir = await filledFolder()
  const before = backupsIn(dir)
  for (const rest of ['', '-journal']) writeFileSync(path.join(dir, 'backups', `kehu-x.sqlite.part${rest}`), 'x')
  expect((await openedStatus(dir)).phase).toBe('signedOut')
  expect(backupsIn(dir)).toEqual(before)
})

test('a backup counts as the newest also when the clock was set back', async () => {
  const dir = await filledFolder()
  const [before = ''] = backupsIn(dir)
  const desk = await workingDesk(dir, { clock: () => new Date('2001-01-01T00:00:00Z') })
  await desk.create({ 'customer.name': '乙' })
  await desk.backend.close()
  const after = backupsIn(dir).sort()
  expect([after.length, after[0]]).toEqual([2, before])
})

test('the sample company fills an empty folder only, and is the same every time', async () => {
  const [first, second] = [deskAt(temporaryFolder(), { sample: true }), deskAt(temporaryFolder(), { sample: true })]
  for (const sample of [first, second]) await sample.signIn('林晓', 'kehu-sample')
  const page = { ...listing('', false), limit: 500 }
  const [one, two] = [await first.ask('customers.list', page), await second.ask('customers.list', page)]
  expect(one.total).toBe(200)
  expect(two.rows.map(row => row.name)).toEqual(one.rows.map(row => row.name))
  expect(await first.ask('app.status', {})).toMatchObject({ phase: 'ready', sample: true, company: '示例商贸公司' })
  const real = await workingDesk(await filledFolder(), { sample: true })
  expect((await real.ask('customers.list', page)).total).toBe(1)
  expect((await real.ask('app.status', {})).sample).toBe(false)
})

test('in the sample company somebody is on file twice, and a change waits for whoever approves it', async () => {
  const sample = deskAt(temporaryFolder(), { sample: true })
  await sample.signIn('周敏', 'kehu-sample')
  const { rows, total } = await sample.ask('duplicates.pairs', { offset: 0, limit: 10 })
  expect([total, rows[0]?.first.name, rows[0]?.second.name]).toEqual([
    1,
    '芜湖凯达农副产品有限公司',
    '芜湖凯达商贸有限公司',
  ])
  expect(rows[0]).toMatchObject({ kinds: [], shared: ['phone', 'principal'] })
  const { requests } = await sample.ask('changes.list', { customerId: null, onlyPending: true })
  expect(requests).toMatchObject([{ state: 'pending', may: { decide: true }, requestedBy: { name: '孙磊' } }])
})

test('the report for a helper names versions, sizes and the last events', async () => {
  const desk = deskAt(await filledFolder())
  const { text } = await desk.ask('app.report', {})
  expect(text).toContain('Kehu 1.2.3')
  expect(text).toMatch(/kehu\.sqlite \d+/)
  expect(text).toContain('opened {"customers":1')
})

test('the report says how much lies in the folders, and what the last look at every page found', async () => {
  const dir = await filledFolder()
  mkdirSync(path.join(dir, 'attachments', '0a'), { recursive: true })
  writeFileSync(path.join(dir, 'attachments', '0a', 'paper.pdf'), 'x'.repeat(77))
  const desk = await workingDesk(dir)
  const before = await desk.ask('app.report', {})
  expect(before.text).toMatch(/^attachments\/ 77 \(1\)$/m)
  expect(before.text).toMatch(/^backups\/ \d{4,} \(\d\)$/m)
  expect(before.text).toContain('(not examined)')
  await desk.ask('backups.examine', {})
  expect((await desk.ask('app.report', {})).text).toMatch(/ \(sound 20\d\d-/)
})

test('the report says in the language of the screens what an office understands, with what the program calls it behind', async () => {
  const desk = await workingDesk(await filledFolder())
  await desk.ask('app.setLanguage', { language: 'zh-CN' })
  const { text } = await desk.ask('app.report', {})
  expect(text).toMatch(/数据文件夹 \(data\) .+ · 已打开 \(open\)/)
  expect(text).toMatch(/最近一次备份 \(last backup\) .+ · 没有设第二处备份 \(no second place\) · 磁盘.+ \(disk \w+\)/)
  expect(text).not.toContain('signedOut')
  await desk.ask('app.setLanguage', { language: 'en' })
  expect((await desk.ask('app.report', {})).text).toMatch(/Data folder .+ · opened \(open\)/)
})

test('a folder that can not be read is told in the status and in the report', async () => {
  const root = temporaryFolder()
  writeFileSync(path.join(root, 'blocked'), '')
  const desk = deskAt(path.join(root, 'blocked', 'data'))
  expect((await desk.ask('app.reopen', {})).phase).toBe('broken')
  const { text } = await desk.ask('app.report', {})
  expect(text).toContain('data-unreachable')
  expect(text).toContain('not readable: ENOTDIR')
})

test('backups that can not be read count as none, and the program works', async () => {
  const dir = await filledFolder()
  rmSync(path.join(dir, 'backups'), { recursive: true })
  writeFileSync(path.join(dir, 'backups'), '')
  const desk = deskAt(dir)
  expect(await desk.ask('app.reopen', {})).toMatchObject({ phase: 'signedOut', lastBackup: null })
})
