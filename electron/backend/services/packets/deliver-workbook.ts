import { ReportError } from '../../reports/report-error.ts'
import { type Workbook, writeWorkbook } from '../../reports/workbook.ts'
import { writeBeside } from '../../reports/write-beside.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'

/** Puts a workbook where the host takes it from. Throws CallFailure `disk-full`, `target-not-writable`. */
export async function deliverWorkbook(
  { outbox }: Context,
  download: string,
  name: string,
  workbook: Workbook,
): Promise<{ fileName: string; download: string }> {
  const target = outbox.place(download, name)
  try {
    await writeBeside(target, file => writeWorkbook(file, workbook))
  } catch (error) {
    outbox.drop(download)
    throw error instanceof ReportError ? new CallFailure(error.code) : error
  }
  return { fileName: name, download }
}
