import { cellText } from './cell-text.ts'
import { headKey } from './head-key.ts'
import { runningNumbers } from './head-words.ts'
import type { Row } from './table.ts'
import { isHeadWord } from './vocabulary.ts'

/** One column of a table: the lines of its head from the top, its group first. `column` counts from 1. */
export interface HeadColumn {
  readonly column: number
  readonly lines: readonly string[]
  /** What people read: the lines joined. */
  readonly text: string
}

/** Where a table begins: the sheet rows of its head, its columns, and what stands above it. */
export interface TableHead {
  readonly firstRow: number
  readonly lastRow: number
  readonly columns: readonly HeadColumn[]
  /** The head row by row as it stands, so that a repetition on the next page is known. */
  readonly lines: readonly (readonly string[])[]
  readonly titles: readonly string[]
  /** Columns that hold running numbers, which belong to the sheet and not to a customer. */
  readonly numbered: ReadonlySet<number>
}

/** So many rows are looked at for a head. */
export const rowsToLookAt = 60

/**
 * Finds the head among the first rows of a sheet: the row with the most words that heads are made of, with the line of groups above or
 * the line of details below it. `chosen` is the row that a person pointed at. Nothing where no row can be a head.
 */
export function findHead(rows: readonly Row[], chosen?: number): TableHead | undefined {
  const lines = rows.slice(0, rowsToLookAt).map(({ number, cells }) => ({ number, texts: cells.map(cellText) }))
  const at = chosen === undefined ? likeliest(lines) : lines.findIndex(({ number }) => number === chosen)
  const line = lines[at]
  if (!line) return undefined
  const above = neighbour(lines, at, -1)
  const below = neighbour(lines, at, 1)
  const parts =
    below && isDetailLine(line.texts, below.texts)
      ? [line, below]
      : above && (isGroupLine(above.texts, line.texts) || isUpperLine(above.texts, line.texts))
        ? [above, line]
        : [line]
  const columns = parts.length === 2 ? joined(parts[0]?.texts ?? [], parts[1]?.texts ?? []) : single(line.texts)
  const firstRow = parts[0]?.number ?? line.number
  return {
    firstRow,
    lastRow: parts.at(-1)?.number ?? line.number,
    columns,
    lines: parts.map(({ texts }) => texts),
    titles: lines.filter(({ number }) => number < firstRow).flatMap(({ texts }) => texts.filter(text => text !== '')),
    numbered: new Set(columns.filter(({ text }) => runningNumbers.has(headKey(text))).map(({ column }) => column)),
  }
}

interface Line {
  readonly number: number
  readonly texts: readonly string[]
}

const filled = (texts: readonly string[]) => texts.filter(text => text !== '')
const known = (texts: readonly string[]) => texts.filter(text => text !== '' && isHeadWord(text)).length

function likeliest(lines: readonly Line[]): number {
  const scores = lines.map(({ texts }) => {
    const count = known(texts)
    return count >= 2 || (count === 1 && filled(texts).length === 1) ? count : 0
  })
  const best = Math.max(0, ...scores)
  if (best > 0) return scores.indexOf(best)
  const width = Math.max(0, ...lines.map(({ texts }) => filled(texts).length))
  // No word is known: the first row that is as wide as the table and made of short words.
  return lines.findIndex(
    ({ texts }, at) =>
      at < lines.length - 1 && filled(texts).length >= Math.max(2, width * 0.6) && filled(texts).every(isShortWord),
  )
}

const isShortWord = (text: string) => text.length <= 20 && !/^[\d.,\-/:%¥\s]+$/.test(text)

function neighbour(lines: readonly Line[], at: number, step: 1 | -1): Line | undefined {
  const line = lines[at]
  const next = lines[at + step]
  return line && next?.number === line.number + step ? next : undefined
}

/** A line of details stands below groups: each of its words is one of a head, and one at least has nothing above it. */
function isDetailLine(upper: readonly string[], lower: readonly string[]): boolean {
  const count = filled(lower).length
  if (count < 2 || known(lower) < count * 0.7) return false
  const alone = lower.filter((text, at) => text !== '' && (upper[at] ?? '') === '').length
  return alone > 0 && !lower.some((text, at) => text !== '' && text === upper[at])
}

/** The upper line where the lower one was pointed at: heads of its own, and not the title of the sheet. */
function isUpperLine(upper: readonly string[], lower: readonly string[]): boolean {
  return known(upper) >= 2 && isDetailLine(upper, lower)
}

/** A line of groups has gaps, and no sentence, number or date in it as titles have. */
function isGroupLine(upper: readonly string[], lower: readonly string[]): boolean {
  const groups = filled(upper)
  if (groups.length === 0 || groups.some(text => text.length > 10 || /[\d:：,，。]/.test(text))) return false
  const spans = upper.some((text, at) => text !== '' && (upper[at + 1] ?? '') === '' && (lower[at + 1] ?? '') !== '')
  return groups.length >= 2 && spans && groups.length < filled(lower).length + groups.length
}

function single(texts: readonly string[]): HeadColumn[] {
  return texts.flatMap((text, at) => (text === '' ? [] : [{ column: at + 1, lines: [text], text }]))
}

function joined(upper: readonly string[], lower: readonly string[]): HeadColumn[] {
  const columns: HeadColumn[] = []
  let group = ''
  for (let at = 0; at < Math.max(upper.length, lower.length); at++) {
    const [above = '', below = ''] = [upper[at], lower[at]]
    // A group reaches to the right as long as details stand below nothing.
    group = above === '' ? (below === '' ? '' : group) : below === '' ? '' : above
    const lines = [above === '' && below !== '' ? group : above, below].filter(text => text !== '')
    if (lines.length > 0) columns.push({ column: at + 1, lines, text: lines.join(' ') })
  }
  return columns
}
