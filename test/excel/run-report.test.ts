import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { databaseFile, openDataFolder } from '../../electron/backend/database/data-folder.ts'
import { type ReportRequest, runReport } from '../../electron/backend/jobs/run-report.ts'
import { insertCustomerFile } from '../../electron/backend/repositories/customer-files.ts'
import { defaultRegisterColumns } from '../../shared/catalogue/register.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'
import { context, scratch } from './make.ts'
import { reopen, seenCells } from './read-back.ts'
import { workerPath as worker } from '../fixtures/worker-path.ts'

const never = new AbortController().signal

async function stored(copies = 1): Promise<{ database: string; folder: string; ids: number[] }> {
  const folder = scratch()
  const data = path.join(folder, 'data')
  const clock = () => new Date('2026-11-22T08:00:00Z')
  const opened = await openDataFolder(data, clock)
  opened.db.prepare("INSERT INTO actors (id, name, created_at) VALUES (1, '林晓', '2026-11-22T08:00:00.000Z')").run()
  const ids = Array.from({ length: copies }, (_, index) => {
    const number = String(index + 1).padStart(4, '0')
    const own = {
      'customer.customerNo': number,
      'customer.cardNo': `KH001-${number}`,
      'credit.cardNo': `KH002-${number}-01`,
    }
    return insertCustomerFile(
      opened.db,
      { ...fullCustomer, ...own },
      { completeness: 100, nameSort: 'a', at: clock().toISOString(), by: 1 },
    )
  })
  opened.close()
  return { database: databaseFile(data), folder, ids }
}

test('both forms come out of the database, a sheet each', async () => {
  const { database, folder, ids } = await stored()
  const target = path.join(folder, '表.xlsx')
  const request: ReportRequest = {
    kind: 'forms',
    secondLines: {},
    forms: ['KH001', 'KH002'],
    database,
    ids: [...ids, 9999],
    target,
    context,
  }
  expect(await runReport(worker, request, never)).toEqual({ ok: true, customers: 1 })
  const [card, file] = (await reopen(target)).worksheets
  expect(seenCells(card).some(cell => cell.value === 5_000_000)).toBe(true)
  expect(seenCells(file).some(cell => cell.text === '陈静')).toBe(true)
  expect(readdirSync(folder).sort()).toEqual(['data', '表.xlsx'])
})

test('a register comes out of the database', async () => {
  const { database, folder, ids } = await stored(3)
  const target = path.join(folder, 'a.xlsx')
  const request: ReportRequest = { kind: 'register', columns: defaultRegisterColumns, database, ids, target, context }
  expect(await runReport(worker, request, never)).toEqual({ ok: true, customers: 3 })
  expect((await reopen(target)).getWorksheet('客户名册')?.rowCount).toBe(5)
})

test('a report of nobody, or to a place that can not be written, says so', async () => {
  const { database, folder } = await stored()
  const target = path.join(folder, 'a.xlsx')
  const request: ReportRequest = {
    kind: 'forms',
    secondLines: {},
    forms: ['KH001'],
    database,
    ids: [77],
    target,
    context,
  }
  expect(await runReport(worker, request, never)).toEqual({ ok: false, code: 'report-empty' })
  const nowhere = { ...request, ids: [1], target: path.join(folder, 'no', 'a.xlsx') }
  expect(await runReport(worker, nowhere, never)).toEqual({ ok: false, code: 'target-not-writable' })
  expect(readdirSync(folder)).toEqual(['data'])
})

test('a report that is stopped leaves nothing behind, also when it was stopped before it began', async () => {
  const { database, folder, ids } = await stored()
  const target = path.join(folder, 'a.xlsx')
  const request: ReportRequest = {
    kind: 'register',
    columns: defaultRegisterColumns,
    database,
    ids: Array<number>(50_000).fill(ids[0] ?? 0),
    target,
    context,
  }
  const control = new AbortController()
  const running = runReport(worker, request, control.signal)
  await expect.poll(() => readdirSync(folder).some(name => name.endsWith('.tmp')), { timeout: 60_000 }).toBe(true)
  control.abort()
  expect(await running).toEqual({ ok: false, code: 'cancelled' })
  expect(await runReport(worker, request, control.signal)).toEqual({ ok: false, code: 'cancelled' })
  expect(readdirSync(folder)).toEqual(['data'])
})

test('what nobody foresaw comes through as an error', async () => {
  const folder = scratch()
  const database = path.join(folder, 'kehu.sqlite')
  writeFileSync(database, 'no database at all'.repeat(100))
  const target = path.join(folder, 'a.xlsx')
  const request: ReportRequest = {
    kind: 'forms',
    secondLines: {},
    forms: ['KH001'],
    database,
    ids: [1],
    target,
    context,
  }
  await expect(runReport(worker, request, never)).rejects.toMatchObject({ code: 'SQLITE_NOTADB' })
  expect(existsSync(target)).toBe(false)
})
