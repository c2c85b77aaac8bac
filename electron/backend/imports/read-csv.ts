import { Readable } from 'node:stream'
import Papa from 'papaparse'
import { bounds, type Cell, type ReadingWork, type Row, TableError, type TableSheet } from './table.ts'
import { encodingOf } from './text-encoding.ts'

const pieceSize = 1024 * 1024
const separators = [',', '\t', ';', '|'] as const
const sampleSize = 64 * 1024

/**
 * The rows of a text file as one sheet: UTF-8 with and without a mark, UTF-16, GB18030, separated by comma, semicolon, tab or bar.
 * @throws TableError for bytes that are no text
 */
export function openCsv(bytes: Buffer): readonly TableSheet[] {
  const encoding = encodingOf(bytes)
  if (!encoding) throw new TableError('other-format')
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, sampleSize))
  const told = /^sep=(.)\r?\n/.exec(start)
  const layout = { encoding, separator: told?.[1] ?? separatorOf(start), skipFirst: told !== null }
  return [{ name: '', isHidden: false, knowsText: false, from1904: false, rows: work => csvRows(bytes, layout, work) }]
}

interface Layout {
  readonly encoding: string
  readonly separator: string
  readonly skipFirst: boolean
}

async function* csvRows(bytes: Buffer, layout: Layout, work: ReadingWork = {}): AsyncGenerator<Row> {
  const records: AsyncIterable<string[]> = Readable.from(textOf(bytes, layout.encoding, work)).pipe(
    Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: layout.separator }),
  )
  let number = 0
  let count = 0
  for await (const record of records) {
    if (work.signal?.aborted) throw new TableError('cancelled')
    number += 1
    if (number === 1 && layout.skipFirst) continue
    const cells = record.map(csvCell)
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    if (cells.length === 0) continue
    if (cells.length > bounds.columns) throw new TableError('too-many-columns')
    count += 1
    if (count > bounds.rows) throw new TableError('too-many-rows')
    yield { number, cells }
  }
}

function* textOf(bytes: Buffer, encoding: string, { onProgress }: ReadingWork): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < bytes.length; at += pieceSize) {
    const end = Math.min(bytes.length, at + pieceSize)
    const piece = decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length })
    onProgress?.(end / bytes.length)
    if (piece !== '') yield piece
  }
}

/** Programs keep digits from being read as a number by ="00123", a quotation mark or a tab before them. */
function csvCell(text: string): Cell {
  const bare = text
    .trim()
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'(?=[\d=+\-@])/, '')
  return bare === '' ? null : bare
}

/** The separator that takes most lines apart into the same number of pieces. */
function separatorOf(start: string): string {
  let best = { separator: ',', score: 0 }
  for (const separator of separators) {
    const { data } = Papa.parse<string[]>(start, { delimiter: separator, preview: 50 })
    const widths = new Map<number, number>()
    for (const { length } of data) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
    const score = Math.max(0, ...[...widths].map(([width, lines]) => lines * Math.min(width, 8)))
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}
