import { readFile } from 'node:fs/promises'
import type { MappedTable } from '../../../../shared/contract/import-calls.ts'
import { openTable } from '../../imports/open-table.ts'
import { lookAtTables, type TableLook } from '../../imports/look-at-table.ts'
import { openRecords, type SheetRecord } from '../../imports/read-records.ts'
import { targetsWith } from '../../imports/targets.ts'
import { TableError, type TableSheet } from '../../imports/table.ts'
import { CallFailure } from '../call-failure.ts'
import type { CheckOrder, FoundTable, ImportAnswers, LookOrder } from './import-order.ts'

/** Looks at a file. Throws CallFailure `import-unreadable`. */
export function lookAtFile({ upload, today, extras, wanted }: LookOrder): Promise<ImportAnswers['look']> {
  return orUnreadable(async () => {
    const sheets = await openTable(await readFile(upload))
    const looks = await lookAtTables(sheets, { ...wanted, today, targets: targetsWith(extras) })
    return {
      sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      tables: looks.map(found),
    }
  })
}

function found({ sheet, kind, head, columns }: TableLook): FoundTable {
  return {
    sheet: sheet.name,
    kind,
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
}

/** The sheets of the file of a check. Throws CallFailure `import-unreadable`. */
export function openSheets({ upload }: CheckOrder): Promise<readonly TableSheet[]> {
  return orUnreadable(async () => openTable(await readFile(upload)))
}

/** A sheet that is read row by row; `heads` stand above the columns from the first one on. */
export interface OpenSheet {
  readonly heads: readonly string[]
  readonly records: AsyncIterable<SheetRecord>
}

/**
 * Opens a chosen sheet as records; `onProgress` is told which part of it is read, from 0 to 1.
 * @throws CallFailure `import-unreadable`, also while it is read; what `onProgress` throws
 */
export function openSheet(
  sheets: readonly TableSheet[],
  { sheet: name, kind, headRow, mapping }: MappedTable,
  { today, extras }: CheckOrder,
  onProgress: (part: number) => void,
): Promise<OpenSheet> {
  return orUnreadable(async () => {
    const sheet = sheets.find(candidate => candidate.name === name)
    if (!sheet) throw new TableError('no-table')
    const { head, records } = await openRecords(
      sheet,
      { kind, headRow, mapping, today, targets: targetsWith(extras) },
      { onProgress },
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
