import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import type * as filePromises from 'node:fs/promises'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { newWorkbook, writeWorkbook } from '../../electron/backend/reports/workbook.ts'
import { writeTables } from '../../electron/backend/reports/write-table.ts'
import { temporaryBeside, writeBeside } from '../../electron/backend/reports/write-beside.ts'
import { scratch } from './make.ts'

type FilePromises = typeof filePromises

// A file that Excel holds can only be met on Windows: the error of its rename is played here.
const { refusal } = vi.hoisted(() => ({ refusal: { code: '' } }))
vi.mock('node:fs/promises', async original => {
  const real = await original<FilePromises>()
  const rename: FilePromises['rename'] = (from, to) =>
    refusal.code ? Promise.reject(Object.assign(new Error('refused'), { code: refusal.code })) : real.rename(from, to)
  return { ...real, rename }
})

afterEach(() => {
  refusal.code = ''
})

const fill = (text: string) => (file: string) => writeFile(file, text)

test('the target is replaced as a whole, and nothing else stays in the folder', async () => {
  const folder = scratch()
  const target = path.join(folder, '名册.xlsx')
  writeFileSync(target, 'old')
  await writeBeside(target, async file => {
    expect(path.dirname(file)).toBe(folder)
    await writeFile(file, 'new')
    expect(readFileSync(target, 'utf8')).toBe('old')
  })
  expect(readFileSync(target, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['名册.xlsx'])
})

test.each(['EBUSY', 'EPERM', 'EACCES'])('a target that another program holds (%s) stays as it is', async code => {
  const folder = scratch()
  const target = path.join(folder, 'a.xlsx')
  writeFileSync(target, 'old')
  refusal.code = code
  await expect(writeBeside(target, fill('new'))).rejects.toMatchObject({ code: 'target-locked' })
  expect(readFileSync(target, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['a.xlsx'])
})

test('a folder that is not there, or a folder in the place of the target, can not be written', async () => {
  const folder = scratch()
  await expect(writeBeside(path.join(folder, 'no', 'a.xlsx'), fill('x'))).rejects.toMatchObject({
    code: 'target-not-writable',
  })
  mkdirSync(path.join(folder, 'taken', 'inside'), { recursive: true })
  await expect(writeBeside(path.join(folder, 'taken'), fill('x'))).rejects.toMatchObject({
    code: 'target-not-writable',
  })
  expect(readdirSync(folder)).toEqual(['taken'])
})

test.each(['EACCES', 'EPERM', 'EROFS'])(
  'a folder that refuses the unfinished file (%s) can not be written',
  async code => {
    const refused = () => Promise.reject(Object.assign(new Error('refused'), { code }))
    await expect(writeBeside(path.join(scratch(), 'a.xlsx'), refused)).rejects.toMatchObject({
      code: 'target-not-writable',
    })
  },
)

test('any other failure comes through as it is and leaves nothing half', async () => {
  const folder = scratch()
  const failure = new Error('a mistake')
  const writing = writeBeside(path.join(folder, 'a.xlsx'), async file => {
    await writeFile(file, 'half')
    throw failure
  })
  await expect(writing).rejects.toBe(failure)
  expect(readdirSync(folder)).toEqual([])
})

test.runIf(existsSync('/dev/full'))('a full disk is told as one by both ways of writing', async () => {
  const folder = scratch()
  const onFullDisk = (write: (file: string) => Promise<void>) => {
    const temporary = temporaryBeside(path.join(folder, 'a.xlsx'))
    symlinkSync('/dev/full', temporary)
    return writeBeside(path.join(folder, 'a.xlsx'), write, temporary)
  }
  const properties = { title: '', company: '', creator: '', created: '2026-11-22' }
  const workbook = newWorkbook(properties)
  workbook.addWorksheet('a').getCell('A1').value = 'x'
  await expect(onFullDisk(file => writeWorkbook(file, workbook))).rejects.toMatchObject({ code: 'disk-full' })

  const oneColumn = { head: ['a'], widths: [9], styles: [{}], totalsStyles: [{}], totals: () => [null] }
  const plain = {
    properties,
    name: 'a',
    headStyle: {},
    headHeight: 20,
    heightOf: () => 15,
    frozenColumns: 0,
    pageSetup: {},
    header: '',
    footer: '',
  }
  const table = { ...plain, ...oneColumn }
  function* endless() {
    for (;;) yield [Math.random()]
  }
  await expect(onFullDisk(file => writeTables(file, [{ table, rows: endless() }]))).rejects.toMatchObject({
    code: 'disk-full',
  })
  expect(readdirSync(folder)).toEqual([])
})
