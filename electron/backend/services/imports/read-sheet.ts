import { readFile } from 'node:fs/promises'
import { openTable } from '../../imports/open-table.ts'
import { lookAtTable } from '../../imports/look-at-table.ts'
import { openRecords, type SheetRecord } from '../../imports/read-records.ts'
import { targetsWith } from '../../imports/targets.ts'
import { TableError } from '../../imports/table.ts'
import type { ImportSignals } from '../../jobs/import-signals.ts'
import { CallFailure } from '../call-failure.ts'
import type { CheckOrder, ImportAnswers, LookOrder } from './import-order.ts'

/** Looks at a file. Throws CallFailure `import-unreadable`. */
export function lookAtFile({ upload, today, extras, ...wanted }: LookOrder): Promise<ImportAnswers['look']> {
  return orUnreadable(async () => {
    const sheets = await openTable(await readFile(upload))
    const { sheet, head, columns } = await lookAtTable(sheets, { ...wanted, today, targets: targetsWith(extras) })
    return {
      sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      sheet: sheet.name,
      headRow: head.lastRow,
      columns: columns.map(({ column, head: text, path, confidence, offered, samples }) => ({
        column,
        head: text,
        path,
        confidence,
        offered: [...offered],
        samples: [...samples],
      })),
    }
  })
}

/** A sheet that is read row by row; `heads` stand above the columns from the first one on. */
export interface OpenSheet {
  readonly heads: readonly string[]
  readonly records: AsyncIterable<SheetRecord>
}

/** Opens the chosen sheet as records of customers. Throws CallFailure `import-unreadable`, also while it is read; ImportCancelled. */
export function openSheet(order: CheckOrder, signals: ImportSignals): Promise<OpenSheet> {
  return orUnreadable(async () => {
    const sheet = (await openTable(await readFile(order.upload))).find(({ name }) => name === order.sheet)
    if (!sheet) throw new TableError('no-table')
    const { head, records } = await openRecords(
      sheet,
      { ...order, targets: targetsWith(order.extras) },
      {
        onProgress: part => signals.reach(Math.round(part * 100)),
      },
    )
    const heads = Array.from(
      { length: Math.max(0, ...head.columns.map(({ column }) => column)) },
      (_, index) => head.columns.find(({ column }) => column === index + 1)?.text ?? '',
    )
    return { heads, records: readable(records) }
  })
}

async function* readable(records: AsyncIterable<SheetRecord>): AsyncGenerator<SheetRecord> {
  const rest = records[Symbol.asyncIterator]()
  for (;;) {
    const next = await orUnreadable(() => rest.next())
    if (next.done) return
    yield next.value
  }
}

async function orUnreadable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TableError) throw new CallFailure('import-unreadable', { fields: [error.code] })
    throw error
  }
}
