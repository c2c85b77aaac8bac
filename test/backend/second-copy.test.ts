import {
  copyFileSync,
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
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeLock, openLock, type SealLock } from '../../electron/backend/database/sealed/seal-lock.ts'
import { readSealed } from '../../electron/backend/database/sealed/sealed-file.ts'
import { openParcel, sealParcel } from '../../electron/backend/database/sealed/sealed-parcel.ts'
import { addPaper, companyAtWork } from './company.ts'
import { deskAt, deskPassword, firstRun, listing, loggedOf, readyDesk, steadyClock, temporaryFolder } from './desk.ts'

const passphrase = '西湖边的三棵柳树'
const long = `${passphrase} 2026`
const cost = 2 ** 10
const password = deskPassword

describe('a sealed file', () => {
  let lock: SealLock
  let code: string
  beforeAll(async () => {
    ;({ lock, code } = await makeLock(long, cost))
  })

  /** Seals some contents and opens them again. */
  function sealed(contents: readonly Buffer[]) {
    const dir = temporaryFolder()
    const files = contents.map((bytes, index) => {
      const file = path.join(dir, `${index}`)
      writeFileSync(file, bytes)
      return { name: `part ${index}`, file }
    })
    const target = path.join(dir, 'a.kehubak')
    sealParcel(target, lock, files)
    return { dir, target }
  }

  async function opened(target: string, secret: string): Promise<Buffer[]> {
    const dir = temporaryFolder()
    const reader = readSealed(target)
    const places: string[] = []
    try {
      openParcel(reader.pieces(await openLock(reader.lock, secret)), name => {
        places.push(path.join(dir, name))
        return places.at(-1)
      })
      return places.map(place => readFileSync(place))
    } finally {
      reader.close()
    }
  }

  const noise = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * 7 + index / 255) % 256))

  test.each([[[0]], [[1]], [[1024 * 1024 - 30]], [[1024 * 1024, 3 * 1024 * 1024 + 17, 0]]])(
    'gives back contents of %j bytes with the passphrase and with the code however it is written',
    async lengths => {
      const contents = lengths.map(noise)
      const { target } = sealed(contents)
      const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
      for (const secret of [long, ` ${long} `, code, typed])
        expect((await opened(target, secret)).map(bytes => bytes.toString('base64'))).toEqual(
          contents.map(bytes => bytes.toString('base64')),
        )
    },
  )

  test('says that a secret is wrong, that it is none of ours, newer, or cut off at any place', async () => {
    const { dir, target } = sealed([noise(2_500_000)])
    for (const secret of ['', `${long}.`, passphrase, code.slice(0, -1)])
      await expect(opened(target, secret)).rejects.toMatchObject({ code: 'secret-wrong' })
    const changed = (change: (bytes: Buffer) => Buffer) => {
      const file = path.join(dir, randomUUID())
      writeFileSync(file, change(readFileSync(target)))
      return file
    }
    await expect(
      opened(
        changed(() => Buffer.from('PK\u0003\u0004')),
        long,
      ),
    ).rejects.toMatchObject({
      code: 'backup-foreign',
    })
    const newer = changed(bytes => (bytes.writeUInt8(9, 7), bytes))
    await expect(opened(newer, long)).rejects.toMatchObject({ code: 'backup-newer' })
    const { size } = statSync(target)
    const lastPiece = size - (2_500_000 % (1024 * 1024)) - 64
    for (const length of [8, 11, 300, 1000, size / 2, lastPiece, size - 1].map(Math.floor)) {
      const cut = changed(bytes => bytes.subarray(0, length))
      await expect(opened(cut, long), `cut at ${length}`).rejects.toMatchObject({ code: 'backup-cut' })
    }
  })

  test('notices any single changed byte, pieces that change places or go, and whatever is added', async () => {
    const { dir, target } = sealed([noise(3_000_000)])
    const bytes = readFileSync(target)
    const file = path.join(dir, 'changed')
    const header = 12 + bytes.readUInt32BE(8) + 32
    const places = [9, 14, 40, header - 40, header - 1, header, header + 4, header + 1_000_000, bytes.length - 1]
    for (const place of places) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8((changed[place] ?? 0) ^ 1, place)
      writeFileSync(file, changed)
      await expect(opened(file, long), `byte ${place}`).rejects.toMatchObject({
        code: expect.stringMatching(/^backup-(damaged|cut)$/) as string,
      })
    }
    const piece = 4 + 1024 * 1024 + 16
    const part = (at: number) => bytes.subarray(header + at * piece, header + (at + 1) * piece)
    const [before, first, second, rest] = [
      bytes.subarray(0, header),
      part(0),
      part(1),
      bytes.subarray(header + 2 * piece),
    ]
    for (const parts of [
      [second, first, rest],
      [first, rest],
      [first, first, second, rest],
      [rest],
      [first, second, rest, rest],
    ]) {
      writeFileSync(file, Buffer.concat([before, ...parts]))
      await expect(opened(file, long)).rejects.toMatchObject({ code: 'backup-damaged' })
    }
  })

  test('holds nothing that can be read', () => {
    const { target } = sealed([Buffer.from('杭州明珠商贸'.repeat(1000))])
    expect(readFileSync(target).includes('明珠')).toBe(false)
  })

  test('that can not be finished leaves nothing behind', () => {
    const dir = temporaryFolder()
    const target = path.join(dir, 'a.kehubak')
    expect(() => sealParcel(target, lock, [{ name: 'a', file: path.join(dir, 'gone') }])).toThrow('ENOENT')
    expect(readdirSync(dir)).toEqual([])
  })
})

/** A company with a paper, a passphrase and a second place. */
async function companyWithPlace() {
  const company = await companyAtWork()
  const { desk } = company
  const { id } = await desk.create({ 'customer.name': '杭州明珠商贸' })
  await addPaper(company, company.filler, id, 'licence')
  const place = temporaryFolder()
  const { code } = await desk.ask('backups.setPassphrase', { password, passphrase: long })
  await desk.ask('backups.setPlace', { password, place })
  return { ...company, place, code }
}

const namesIn = (dir: string) => readdirSync(dir, { recursive: true }) as string[]
const sealedIn = (dir: string) =>
  namesIn(dir)
    .filter(name => name.endsWith('.kehubak'))
    .sort()

/** Hands a sealed file over as a page does. */
async function handOver(desk: { backend: ReturnType<typeof deskAt>['backend'] }, file: string) {
  const received = await desk.backend.receiveUpload([readFileSync(file)], 'backup')
  if (!received.ok) throw new Error(received.error.code)
  return received.value.upload
}

test('second copies need a passphrase and a folder that is one, and each paper is copied once', async () => {
  const { desk, place } = await companyWithPlace()
  expect((await desk.ask('backups.list', {})).second).toMatchObject({
    isLocked: true,
    place,
    isThere: true,
    lastCopy: null,
  })
  await desk.ask('backups.copy', {})
  const first = sealedIn(place)
  expect(first).toEqual([
    expect.stringMatching(/^attachments.[0-9a-f]{2}.[0-9a-f]{64}\.pdf\.kehubak$/),
    expect.stringMatching(/^kehu-\d{8}-\d{9}-manual\.kehubak$/),
  ])
  const paper = statSync(path.join(place, first[0] ?? '')).mtimeMs
  await desk.create({ 'customer.name': '乙' })
  await desk.ask('backups.take', {})
  await desk.ask('backups.copy', {})
  expect(sealedIn(place)).toHaveLength(3)
  expect(statSync(path.join(place, first[0] ?? '')).mtimeMs).toBe(paper)
  expect((await desk.ask('backups.list', {})).second.lastCopy).not.toBeNull()
  for (const unfit of [
    desk.dir,
    path.join(desk.dir, 'backups'),
    path.join(place, 'gone'),
    'relative',
    path.join(place, first[1] ?? ''),
  ])
    expect(await desk.refusal('backups.setPlace', { password, place: unfit })).toMatchObject({
      code: 'place-unfit',
    })
  rmSync(place, { recursive: true })
  expect(await desk.refusal('backups.copy', {})).toMatchObject({ code: 'place-unfit' })
})

test('a program that is closed leaves its second copy, and a red line says when the last one is too old', async () => {
  const { desk, place, clock } = await companyWithPlace()
  expect(await desk.ask('backups.health', {})).toMatchObject({ isLate: true, lastCopy: null })
  await desk.ask('backups.copy', {})
  expect(await desk.ask('backups.health', {})).toMatchObject({ isLate: false })
  clock.goTo('2026-12-05')
  await desk.ask('session.unlock', { password })
  expect(await desk.ask('backups.health', {})).toMatchObject({ isLate: true })
  await desk.create({ 'customer.name': '乙' })
  await desk.backend.close()
  expect(sealedIn(place).filter(name => name.endsWith('-exit.kehubak'))).toHaveLength(1)
})

test('moving to another computer takes one file, and what is there is what was taken', async () => {
  const { desk, code } = await companyWithPlace()
  const requestId = randomUUID()
  const delivered = await desk.ask('backups.takeAlong', { requestId, password })
  const file = path.join(temporaryFolder(), delivered.fileName)
  copyFileSync(desk.backend.outboxFile(requestId)?.path ?? '', file)
  expect(delivered.fileName).toMatch(/^Kehu 杭州明珠商贸 2026-11-23\.kehubak$/)

  const other = deskAt(temporaryFolder(), { clock: steadyClock() })
  await other.ask('session.people', {})
  const refused = async (secret: string) =>
    (await other.refusal('app.bringIn', { upload: await handOver(other, file), secret })).code
  expect(await refused('别的口令别的口令')).toBe('secret-wrong')
  const brought = await other.ask('app.bringIn', { upload: await handOver(other, file), secret: code })
  expect(brought).toMatchObject({ missing: 0, status: { phase: 'signedOut', company: '杭州明珠商贸' } })
  await other.signIn('林晓')
  expect((await other.ask('customers.list', listing())).rows.map(({ name }) => name)).toContain('杭州明珠商贸')
  const { attachments } = await other.ask('attachments.list', { customerId: 1 })
  await other.ask('attachments.copy', { requestId: randomUUID(), id: attachments[0]?.id ?? 0 })
  expect(await loggedOf(other, 'app.bringIn')).toHaveLength(1)
  // The passphrase moves along, the second place does not.
  expect((await other.ask('backups.list', {})).second).toMatchObject({ isLocked: true, place: null })
  expect(await other.refusal('app.bringIn', { upload: randomUUID(), secret: code })).toMatchObject({
    code: 'already-set-up',
  })
})

test('after a disk was lost the newest second copy brings everything back, papers too', async () => {
  const { desk, place } = await companyWithPlace()
  await desk.ask('backups.copy', {})
  const other = deskAt(temporaryFolder(), { clock: steadyClock() })
  await other.ask('session.people', {})
  const copy = path.join(place, sealedIn(place).at(-1) ?? '')
  // Handed over by a browser, the papers beside it do not come with it.
  const handed = await other.ask('app.bringIn', { upload: await handOver(other, copy), secret: long })
  expect(handed.missing).toBe(1)
  await other.signIn('林晓')
  // The installed program takes the file where it lies.
  const { upload } = other.backend.offerFile(copy)
  const brought = await other.ask('backups.bringIn', { upload, secret: long })
  expect(brought.missing).toBe(0)
  expect((await other.ask('backups.list', {})).backups[0]).toMatchObject({ file: brought.file, reason: 'brought' })
  const [paper] = (await other.ask('attachments.list', { customerId: 1 })).attachments
  await other.ask('attachments.copy', { requestId: randomUUID(), id: paper?.id ?? 0 })
})

test('a file that can not be brought in says why and leaves nothing behind', async () => {
  const { desk, place } = await companyWithPlace()
  await desk.ask('backups.copy', {})
  const copy = path.join(place, sealedIn(place).at(-1) ?? '')
  const other = await readyDesk()
  const before = namesIn(other.dir)
  const refused = async (file: string) =>
    (await other.refusal('backups.bringIn', { upload: await handOver(other, file), secret: long })).code
  truncateSync(copy, statSync(copy).size - 5)
  expect(await refused(copy)).toBe('backup-cut')
  writeFileSync(copy, 'x'.repeat(5000))
  expect(await refused(copy)).toBe('backup-foreign')
  expect(await other.refusal('backups.bringIn', { upload: randomUUID(), secret: long })).toMatchObject({
    code: 'upload-gone',
  })
  const after = namesIn(other.dir).filter(name => !name.startsWith('inbox'))
  expect(after.filter(name => !before.includes(name))).toEqual(['backups'])
})

test('whoever may not manage backups sets nothing and takes nothing along', async () => {
  const { filler, place } = await companyWithPlace()
  const requestId = randomUUID()
  for (const outcome of [
    await filler.call('backups.setPassphrase', { password, passphrase: long }),
    await filler.call('backups.setPlace', { password, place }),
    await filler.call('backups.takeAlong', { requestId, password }),
    await filler.call('backups.bringIn', { upload: requestId, secret: long }),
  ])
    expect(outcome).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
})

test('a passphrase is asked for before anything leaves, and the password of whoever asks', async () => {
  const desk = await readyDesk()
  const place = temporaryFolder()
  expect(await desk.refusal('backups.setPlace', { password, place })).toMatchObject({ code: 'passphrase-missing' })
  expect(await desk.refusal('backups.takeAlong', { requestId: randomUUID(), password })).toMatchObject({
    code: 'passphrase-missing',
  })
  const wrong = await desk.refusal('backups.setPassphrase', { password: '别的', passphrase: long })
  expect(wrong).toMatchObject({ code: 'password-wrong' })
  expect(existsSync(path.join(desk.dir, 'backup.json'))).toBe(false)
})

test('settings of backups that can not be read count as none', async () => {
  const dir = temporaryFolder()
  mkdirSync(dir, { recursive: true })
  writeFileSync(path.join(dir, 'backup.json'), '{"place":')
  const desk = deskAt(dir)
  await desk.ask('app.setUp', firstRun)
  expect((await desk.ask('backups.list', {})).second).toMatchObject({ isLocked: false, place: null })
})
