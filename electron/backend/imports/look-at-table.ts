import { cellText } from './cell-text.ts'
import { type ColumnGuess, guessColumns } from './guess-columns.ts'
import { rowKind } from './row-kind.ts'
import type { Targets } from './targets.ts'
import { findHead, rowsToLookAt, type TableHead } from './table-head.ts'
import { type ReadingWork, type Row, TableError, type TableSheet } from './table.ts'

/** What a person asked for: a sheet by its name, the row of its head; what is not said is found. */
export interface Wanted {
  readonly sheet?: string | null
  readonly headRow?: number | null
  /** ISO. */
  readonly today: string
  readonly targets: Targets
}

/** A column with what its first cells say. */
export interface SeenColumn extends ColumnGuess {
  readonly samples: readonly string[]
}

/** A sheet that can be imported: where its head is and what its columns seem to hold. */
export interface TableLook {
  readonly sheet: TableSheet
  readonly head: TableHead
  readonly columns: readonly SeenColumn[]
}

const sampled = 200
const shown = 5

/**
 * Finds the sheet and the head of a table and guesses its columns. Without a wish it is the sheet whose columns are understood best,
 * and of two alike one that is not hidden.
 * @throws TableError `no-table` where no sheet has a head, and what `openTable` and the reading of rows throw
 */
export async function lookAtTable(
  sheets: readonly TableSheet[],
  wanted: Wanted,
  work?: ReadingWork,
): Promise<TableLook> {
  const chosen = sheets.filter(({ name }) => name === wanted.sheet)
  let best: { readonly look: TableLook; readonly score: number } | undefined
  for (const sheet of chosen.length > 0 ? chosen : sheets) {
    const look = await lookAtSheet(sheet, wanted, work)
    if (!look) continue
    const understood = look.columns.reduce((sum, { path, confidence }) => sum + (path === null ? 0 : confidence), 0)
    const score = understood - (sheet.isHidden ? 1000 : 0)
    if (!best || score > best.score) best = { look, score }
  }
  if (!best) throw new TableError('no-table')
  return best.look
}

/** The rows of a sheet that are records: below the head, without sums, remarks and heads that come again on each page. */
export async function* recordRows(sheet: TableSheet, head: TableHead, work?: ReadingWork): AsyncGenerator<Row> {
  for await (const row of sheet.rows(work)) if (row.number > head.lastRow && rowKind(row, head) === 'data') yield row
}

/** The head of a sheet as it was looked at, found again; `headRow` may be any row of it. */
export async function headOf(sheet: TableSheet, headRow: number | undefined, work?: ReadingWork): Promise<TableHead> {
  const head = findHead(await firstRows(sheet, rowsToLookAt, work), headRow)
  if (!head) throw new TableError('no-table')
  return head
}

async function lookAtSheet(
  sheet: TableSheet,
  { headRow, today, targets }: Wanted,
  work?: ReadingWork,
): Promise<TableLook | undefined> {
  const rows = await firstRows(sheet, rowsToLookAt + sampled, work)
  const head = findHead(rows, headRow ?? undefined)
  if (!head) return undefined
  const records = rows.filter(row => row.number > head.lastRow && rowKind(row, head) === 'data')
  const guesses = guessColumns(head, records, { today, from1904: sheet.from1904, knowsText: sheet.knowsText, targets })
  const columns = guesses.map((guess): SeenColumn => {
    const texts = records.map(({ cells }) => cellText(cells[guess.column - 1] ?? null)).filter(text => text !== '')
    return { ...guess, samples: texts.slice(0, shown) }
  })
  return { sheet, head, columns }
}

async function firstRows(sheet: TableSheet, most: number, work?: ReadingWork): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of sheet.rows(work)) {
    rows.push(row)
    if (rows.length >= most) break
  }
  return rows
}
