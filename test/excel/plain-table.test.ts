import path from 'node:path'
import { expect, test } from 'vitest'
import { type ReportRequest, runReport } from '../../electron/backend/jobs/run-report.ts'
import type { PlainTable } from '../../electron/backend/reports/plain-table.ts'
import { context, scratch } from './make.ts'
import { reopen, seenCells } from './read-back.ts'
import { workerPath as worker } from '../fixtures/worker-path.ts'

async function made(table: PlainTable) {
  const target = path.join(scratch(), 'a.xlsx')
  const request: ReportRequest = { kind: 'table', table, target, context }
  const result = await runReport(worker, request, new AbortController().signal)
  return { result, sheet: result.ok ? (await reopen(target)).worksheets[0] : undefined }
}

const ledger: PlainTable = {
  title: '额度台账',
  columns: [
    { head: '编号', format: 'text', width: 16 },
    { head: '额度', format: 'money', width: 14, total: true },
    { head: '张数', format: 'count', width: 8, total: true },
    { head: '有效期至', format: 'date', width: 12 },
    { head: '摘要', format: 'text', width: 12 },
  ],
  rows: [
    ['0001', 5_000_050, 1, '2027-02-23', 'a'.repeat(64)],
    ['0002', null, 2, null, null],
  ],
  frozenColumns: 1,
}

test('a plain table has text as text, 分 as 元, days as days, and foots', async () => {
  const { result, sheet } = await made(ledger)
  expect(result).toEqual({ ok: true, customers: 2 })
  expect(sheet?.name).toBe('额度台账')
  expect(seenCells(sheet).map(({ address, text }) => `${address} ${text}`)).toEqual([
    'A1 编号',
    'B1 额度',
    'C1 张数',
    'D1 有效期至',
    'E1 摘要',
    'A2 0001',
    'B2 50000.5',
    'C2 1',
    'D2 2027-02-23',
    `E2 ${'a'.repeat(64)}`,
    'A3 0002',
    'C3 2',
    'A4 合计',
    'B4 {"formula":"SUBTOTAL(109,B2:B3)","result":50000.5}',
    'C4 {"formula":"SUBTOTAL(109,C2:C3)","result":3}',
  ])
  expect(sheet?.getCell('A2').numFmt).toBe('@')
  expect(sheet?.getCell('B2').numFmt).toBe('#,##0.00')
  expect(sheet?.getRow(2).height).toBeGreaterThan(60) // a long text wraps and is seen whole
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 })
  expect(sheet?.headerFooter.oddFooter).toContain('日志 0123456789ab')
})

test('the last row says what it is told to', async () => {
  const { sheet } = await made({ ...ledger, last: [null, null, null, '日志头', 'f'.repeat(64)] })
  expect(
    seenCells(sheet)
      .slice(-3)
      .map(({ address, text }) => `${address} ${text}`.slice(0, 12)),
  ).toEqual(['C4 {"formula', 'D4 日志头', 'E4 fffffffff'])
  expect(sheet?.getCell('A4').value).toBe('合计')
})

test('a table without rows is none', async () => {
  expect((await made({ ...ledger, rows: [] })).result).toEqual({ ok: false, code: 'report-empty' })
})

test('no word of a head is cut off: a narrow column is as wide as its longest one, and the head as tall as its lines', async () => {
  const columns = [
    { head: 'Working days waited', format: 'count', width: 8 },
    { head: 'Version', format: 'count', width: 4 },
  ] as const
  const { sheet } = await made({ title: 'Approval log', columns, rows: [[1, 2]] })
  expect(sheet?.getRow(1).height).toBeGreaterThan(42)
  expect(sheet?.getColumn(2).width).toBeGreaterThan(7)
})
