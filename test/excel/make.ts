import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { formsWorkbook } from '../../electron/backend/reports/forms-workbook.ts'
import type { ReportContext } from '../../electron/backend/reports/report-input.ts'
import { writeWorkbook } from '../../electron/backend/reports/workbook.ts'
import type { Values } from '../../shared/catalogue/field.ts'

export const context: ReportContext = {
  company: '示例商贸公司',
  person: '林晓',
  today: '2026-11-22',
  time: '17:42',
  logHead: '0123456789ab',
  language: 'zh-CN',
  withDelicate: true,
}

/** A folder that goes when the test ends. */
export function scratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kehu-excel-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes both forms of some customers into a file and answers its name. */
export async function makeForms(customers: readonly Values[], changes: Partial<ReportContext> = {}): Promise<string> {
  const file = path.join(scratch(), 'forms.xlsx')
  const reported = customers.map((values, index) => ({ customerNo: String(index + 1), values }))
  await writeWorkbook(file, formsWorkbook(reported, ['KH001', 'KH002'], { ...context, ...changes }))
  return file
}
