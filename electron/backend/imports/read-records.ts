import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import type { CellNote, CellProblem } from '../../../shared/domain/import-reading.ts'
import type { TableKind } from '../../../shared/domain/imports.ts'
import { cellText } from './cell-text.ts'
import { columnTraits } from './column-traits.ts'
import { joinRecords } from './join-records.ts'
import { headOf, recordRows } from './look-at-table.ts'
import type { CellReading } from './reading.ts'
import type { Targets } from './targets.ts'
import type { TableHead } from './table-head.ts'
import type { Cell, ReadingWork, Row, TableSheet } from './table.ts'

/** A column and the box that it fills. */
interface MappedColumn {
  readonly column: number
  readonly path: Path | null
}

/** Something about a cell of a record: its box, the head of its column, and what it says. */
export interface AboutCell<Code> {
  readonly code: Code
  readonly path: Path
  readonly head: string
  readonly found: string
  /** What was probably meant. */
  readonly suggestion?: string
}

/** A row of a sheet, for a customer with those below it that tell of further people and product lines: what it fills in, `null` where it empties a box, and what is wrong with its cells. */
export interface SheetRecord {
  readonly row: number
  readonly values: Values
  readonly problems: readonly AboutCell<CellProblem>[]
  readonly notes: readonly AboutCell<CellNote>[]
  /** The whole first row as people read it, so that it can be handed back. */
  readonly cells: readonly string[]
}

/** How a sheet is read: what it is about, the last row of its head, its columns, and the day (ISO) that anchors two-digit years. */
export interface RecordOrder {
  readonly kind: TableKind
  readonly headRow: number
  readonly mapping: readonly MappedColumn[]
  readonly today: string
  readonly targets: Targets
}

/** The head of a sheet and its records, read as they are asked for. `sampled` rows say what the columns have in common. */
export interface RecordTable {
  readonly head: TableHead
  readonly records: AsyncIterable<SheetRecord>
}

const sampled = 200

/**
 * Opens a sheet as records.
 * @throws TableError `no-table` where the row is no head; while the records are read, what the reading of rows throws
 */
export async function openRecords(sheet: TableSheet, order: RecordOrder, work?: ReadingWork): Promise<RecordTable> {
  const head = await headOf(sheet, order.headRow, work)
  const samples: Row[] = []
  for await (const row of recordRows(sheet, head, work)) if (samples.push(row) >= sampled) break
  const columns = order.mapping.flatMap(({ column, path }): ReadColumn[] => {
    const read = path === null ? undefined : order.targets.readerOf(path)
    if (path === null || !read) return []
    const text = head.columns.find(candidate => candidate.column === column)?.text ?? ''
    const cells = samples.map(({ cells: all }) => all[column - 1] ?? null)
    const { from1904, knowsText } = sheet
    const traits = columnTraits(path, text, head.titles, cells)
    const context = { today: order.today, from1904, knowsText, ...traits }
    return [{ column, path, head: text, read: cell => read(cell, context) }]
  })
  const rows = records(sheet, head, columns, work)
  return { head, records: order.kind === 'customers' ? joinRecords(rows) : rows }
}

interface ReadColumn {
  readonly column: number
  readonly path: Path
  readonly head: string
  readonly read: (cell: Cell) => CellReading
}

async function* records(
  sheet: TableSheet,
  head: TableHead,
  columns: readonly ReadColumn[],
  work: ReadingWork | undefined,
): AsyncGenerator<SheetRecord> {
  const paths = new Set(columns.map(({ path }) => path))
  for await (const row of recordRows(sheet, head, work)) {
    yield recordOf(row, columns, paths)
  }
}

function recordOf(row: Row, columns: readonly ReadColumn[], paths: ReadonlySet<Path>): SheetRecord {
  const values: Record<Path, Value> = {}
  const problems: AboutCell<CellProblem>[] = []
  const notes: AboutCell<CellNote>[] = []
  for (const { column, path, head, read } of columns) {
    const cell = row.cells[column - 1] ?? null
    if (cell === null) continue
    const reading = read(cell)
    // Millions of cells have nothing to be said about.
    const about = () => ({ path, head, found: cellText(cell) })
    if (reading.kind === 'refused') problems.push({ ...about(), code: reading.problem })
    else if (reading.kind === 'clear') values[path] = null
    else if (reading.kind === 'value') {
      values[path] = reading.value
      const other = `${path}Other`
      if (reading.otherText !== undefined && !paths.has(other)) values[other] = reading.otherText
      const { note, suggestion } = reading
      if (note) notes.push({ ...about(), code: note, ...(suggestion === undefined ? {} : { suggestion }) })
    }
  }
  return {
    row: row.number,
    values,
    problems,
    notes,
    get cells() {
      return row.cells.map(cellText)
    },
  }
}
