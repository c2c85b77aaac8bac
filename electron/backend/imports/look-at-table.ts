import type { TableKind } from '../../../shared/domain/imports.ts'
import { cellText } from './cell-text.ts'
import { type ColumnGuess, guessColumns } from './guess-columns.ts'
import { guessKind, type KindGuess } from './guess-kind.ts'
import { guessPartColumns } from './guess-parts.ts'
import { rowKind } from './row-kind.ts'
import { findHead, rowsToLookAt, type TableHead } from './table-head.ts'
import { type ReadingWork, type Row, TableError, type TableSheet } from './table.ts'
import type { Targets } from './targets.ts'

/** What a person asked for: a sheet by its name, the row of its head, what it is about; what is not said is found. */
export interface Wanted {
  readonly sheet?: string | null
  readonly headRow?: number | null
  readonly kind?: TableKind | null
  /** ISO. */
  readonly today: string
  readonly targets: Targets
}

/** A column with what its first cells say. */
export interface SeenColumn extends ColumnGuess {
  readonly samples: readonly string[]
}

/** A sheet that can be imported: what it is about, where its head is and what its columns seem to hold. */
export interface TableLook {
  readonly sheet: TableSheet
  readonly kind: TableKind
  readonly head: TableHead
  readonly columns: readonly SeenColumn[]
}

const sampled = 200
const shown = 5

/**
 * Finds the sheets to import and guesses their columns: the one of customers whose columns are understood best, and further ones of
 * their people and products. Hidden sheets are taken only where there is no other. A sheet that is asked for comes alone.
 * @throws TableError `no-table` where no sheet has a head, and what `openTable` and the reading of rows throw
 */
export async function lookAtTables(
  sheets: readonly TableSheet[],
  wanted: Wanted,
  work?: ReadingWork,
): Promise<readonly [TableLook, ...TableLook[]]> {
  const chosen = sheets.find(({ name }) => name === wanted.sheet)
  const visible = sheets.filter(({ isHidden }) => !isHidden)
  for (const group of chosen ? [[chosen]] : [visible, sheets]) {
    const found: Seen[] = []
    for (const sheet of group) {
      const seen = await seenSheet(sheet, wanted, work)
      if (seen) found.push(seen)
    }
    const [first, ...rest] = togetherImported(found)
    if (first) return [first, ...rest].map(seen => lookOf(seen, wanted)) as [TableLook, ...TableLook[]]
  }
  throw new TableError('no-table')
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

/** A sheet with a head, and its first records. */
interface Seen {
  readonly sheet: TableSheet
  readonly head: TableHead
  readonly rows: readonly Row[]
  readonly guess: KindGuess
  /** How much of it is understood as a list of customers. */
  readonly score: number
}

async function seenSheet(sheet: TableSheet, wanted: Wanted, work?: ReadingWork): Promise<Seen | undefined> {
  const first = await firstRows(sheet, rowsToLookAt + sampled, work)
  const head = findHead(first, wanted.headRow ?? undefined)
  if (!head) return undefined
  const rows = first.filter(row => row.number > head.lastRow && rowKind(row, head) === 'data')
  const context = contextOf(sheet, wanted)
  const guess = wanted.kind ? { kind: wanted.kind, isPlain: true } : guessKind(sheet.name, head, rows, context)
  const score = guessColumns(head, rows, context).reduce(
    (sum, { path, confidence }) => sum + (path === null ? 0 : confidence),
    0,
  )
  return { sheet, head, rows, guess, score }
}

/** The best list of customers, and with it the sheets of people and products that hold something; without one these alone. */
function togetherImported(found: readonly Seen[]): readonly Seen[] {
  const lists = found.filter(({ guess }) => guess.kind === 'customers' || !guess.isPlain)
  const best = lists.reduce<Seen | undefined>((top, seen) => (top && top.score >= seen.score ? top : seen), undefined)
  const parts = found.filter(seen => seen !== best && seen.guess.kind !== 'customers' && seen.rows.length > 0)
  if (!best) return parts.length > 0 ? parts : found.slice(0, 1)
  if (best.rows.length === 0 && parts.length > 0) return parts
  return [{ ...best, guess: { kind: 'customers', isPlain: true } }, ...parts]
}

function lookOf({ sheet, head, rows, guess: { kind } }: Seen, wanted: Wanted): TableLook {
  const context = contextOf(sheet, wanted)
  const guesses = kind === 'customers' ? guessColumns(head, rows, context) : guessPartColumns(kind, head, rows, context)
  const columns = guesses.map((guess): SeenColumn => {
    const texts = rows.map(({ cells }) => cellText(cells[guess.column - 1] ?? null)).filter(text => text !== '')
    return { ...guess, samples: texts.slice(0, shown) }
  })
  return { sheet, kind, head, columns }
}

function contextOf({ from1904, knowsText }: TableSheet, { today, targets }: Wanted) {
  return { today, from1904, knowsText, targets }
}

async function firstRows(sheet: TableSheet, most: number, work?: ReadingWork): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of sheet.rows(work)) {
    rows.push(row)
    if (rows.length >= most) break
  }
  return rows
}
