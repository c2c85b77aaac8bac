import * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ChooseTarget, deliver, type Outbox } from '../../electron/main/deliver.ts'
import { dropUnplaced, placeFile } from '../../electron/main/place-file.ts'

// The functions of the module become replaceable, so that a test can play a system that refuses.
vi.mock('node:fs/promises', async load => ({ ...(await load<typeof files>()) }))

const id = '6f1c1a52-63a9-4c5c-9e57-9d8a3f0b7c11'
let dir: string
let target: string
let outbox: Outbox
let dropped: string[]

beforeEach(async () => {
  dir = await files.mkdtemp(path.join(tmpdir(), 'kehu-deliver-'))
  target = path.join(dir, 'target', '客户名册.xlsx')
  await files.mkdir(path.dirname(target))
  await files.writeFile(path.join(dir, 'finished.xlsx'), 'new workbook')
  dropped = []
  outbox = {
    file: async () => ({ ok: true, value: { path: path.join(dir, 'finished.xlsx'), fileName: '客户名册.xlsx' } }),
    drop: async download => {
      dropped.push(download)
      return { ok: true, value: {} }
    },
  }
})

afterEach(async () => {
  vi.restoreAllMocks()
  await files.rm(dir, { recursive: true })
})

const systemError = (code: string) => Object.assign(new Error(`${code}: 杭州明珠商贸`), { code })
const left = () => files.readdir(path.dirname(target))

test('a finished file comes to the chosen place and leaves the outbox', async () => {
  const outcome = await deliver(id, outbox, async suggested => path.join(path.dirname(target), `我的${suggested}`))
  const savedTo = path.join(path.dirname(target), '我的客户名册.xlsx')
  expect(outcome).toEqual({ ok: true, value: { fileName: '我的客户名册.xlsx', savedTo } })
  expect(await files.readFile(savedTo, 'utf8')).toBe('new workbook')
  expect(await left()).toEqual(['我的客户名册.xlsx'])
  expect(dropped).toEqual([id])
})

test('a closed dialog cancels, and the outbox is emptied all the same', async () => {
  const outcome = await deliver(id, outbox, async () => undefined)
  expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await left()).toEqual([])
  expect(dropped).toEqual([id])
})

test('a file that is not in the outbox is not found', async () => {
  const choose = vi.fn<ChooseTarget>(async () => target)
  const outcome = await deliver(id, { ...outbox, file: async () => ({ ok: true, value: null }) }, choose)
  expect(outcome).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(choose).not.toHaveBeenCalled()
})

test.each([
  ['rename', 'EBUSY', 'target-locked'],
  ['rename', 'EPERM', 'target-locked'],
  ['rename', 'EACCES', 'target-locked'],
  ['rename', 'ENOTEMPTY', 'target-not-writable'],
  ['copyFile', 'EACCES', 'target-not-writable'],
  ['copyFile', 'EPERM', 'target-not-writable'],
  ['copyFile', 'EROFS', 'target-not-writable'],
  ['copyFile', 'ENOSPC', 'disk-full'],
  ['copyFile', 'EIO', 'unexpected'],
  ['open', 'ENOSPC', 'disk-full'],
] as const)(
  '%s that fails with %s answers %s, keeps the old file and leaves nothing behind',
  async (step, code, answer) => {
    await files.writeFile(target, 'old workbook')
    vi.spyOn(files, step).mockRejectedValue(systemError(code))
    const outcome = await deliver(id, outbox, async () => target)
    vi.restoreAllMocks()
    expect(outcome).toMatchObject({ ok: false, error: { code: answer } })
    expect(JSON.stringify(outcome)).not.toContain('明珠')
    expect(await files.readFile(target, 'utf8')).toBe('old workbook')
    expect(await left()).toEqual(['客户名册.xlsx'])
    expect(dropped).toEqual([id])
  },
)

test('a disk that fills up in the middle leaves nothing half-written', async () => {
  const problem = await placeFile(target, async temporary => {
    await files.writeFile(temporary, 'half')
    throw systemError('ENOSPC')
  })
  expect(problem).toBe('disk-full')
  expect(await left()).toEqual([])
})

test('what a killed program left beside the target is removed later, and nothing else', async () => {
  const folder = path.dirname(target)
  const now = new Date('2026-11-22T08:00:00Z')
  const put = async (name: string, minutesAgo: number) => {
    const file = path.join(folder, name)
    await files.writeFile(file, 'x')
    const at = new Date(now.getTime() - minutesAgo * 60_000)
    await files.utimes(file, at, at)
  }
  await put('.kehu-0a1b2c3d.tmp', 11)
  await put('.kehu-4e5f6a7b.tmp', 9)
  await put('.kehu-mine.tmp', 99)
  await put('客户名册.xlsx', 99)
  await dropUnplaced(folder, now)
  expect((await left()).sort()).toEqual(['.kehu-4e5f6a7b.tmp', '.kehu-mine.tmp', '客户名册.xlsx'])
  await expect(dropUnplaced(path.join(dir, 'gone'), now)).rejects.toThrow('ENOENT')
})

test('the name beside the target is one that is removed', async () => {
  let beside = ''
  await placeFile(target, async temporary => {
    beside = temporary
    await files.writeFile(temporary, 'x')
    await files.copyFile(temporary, `${temporary}.copy`)
  })
  await files.rename(`${beside}.copy`, beside)
  await dropUnplaced(path.dirname(target), new Date(Date.now() + 3_600_000))
  expect(await left()).toEqual(['客户名册.xlsx'])
})

test('a folder that is gone, or stands where the file should, is not writable', async () => {
  const write = (temporary: string) => files.writeFile(temporary, 'x')
  expect(await placeFile(path.join(dir, 'gone', 'a.xlsx'), write)).toBe('target-not-writable')
  await files.mkdir(target)
  expect(await placeFile(target, write)).toBe('target-not-writable')
})
