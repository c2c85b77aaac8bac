import { runReport } from '../jobs/run-report.ts'
import type { Drawing } from '../jobs/report-request.ts'
import { CallFailure } from './call-failure.ts'
import type { Context } from './context.ts'

/** Has a workbook drawn and put where the host takes it from. Throws CallFailure `disk-full`, `target-not-writable`. */
export async function deliverWorkbook(
  { outbox, workerPath }: Context,
  download: string,
  name: string,
  drawing: Drawing,
): Promise<{ fileName: string; download: string }> {
  const target = outbox.place(download, name)
  try {
    // It is there in a moment, so nobody is asked whether to stop it.
    const result = await runReport(workerPath, { ...drawing, target }, new AbortController().signal)
    if (!result.ok) throw new CallFailure(result.code)
    return { fileName: name, download }
  } catch (error) {
    outbox.drop(download)
    throw error
  }
}
