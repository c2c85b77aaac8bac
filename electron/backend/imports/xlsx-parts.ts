import { unpackInPieces, UnpackedTooMuch } from '../files/unpack.ts'
import type { ZipEntry } from '../files/zip-entries.ts'
import { numberKind, type NumberKind } from './number-format.ts'
import { bounds, type ReadingWork, TableError } from './table.ts'
import { readXml, type XmlListener } from './xml-events.ts'

/** A workbook whose table of contents has been read. */
export interface Archive {
  readonly bytes: Buffer
  /** By their names in lower case: programs do not agree on the spelling. */
  readonly entries: ReadonlyMap<string, ZipEntry>
}

const smallFile = 16 * 1024 * 1024
const mostText = 256 * 1024 * 1024

/**
 * Reads one part of a workbook; after each piece `afterPiece` may end it by answering `true`.
 * @throws TableError for a part that is missing, damaged or unpacks to too much
 */
export async function* readPart(
  { bytes, entries }: Archive,
  name: string,
  listener: XmlListener,
  { signal, onProgress }: ReadingWork = {},
): AsyncGenerator<void> {
  const entry = entries.get(name.toLowerCase())
  if (!entry) throw new TableError('damaged')
  const most = Math.max(bytes.length * bounds.ratio, smallFile)
  const reader = readXml(listener)
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let done = 0
  try {
    for await (const piece of unpackInPieces(bytes, entry, most)) {
      signal?.throwIfAborted()
      decoder ??= new TextDecoder(encodingOf(piece))
      reader.write(decoder.decode(piece, { stream: true }))
      done += piece.length
      onProgress?.(Math.min(1, done / Math.max(1, entry.size)))
      yield
    }
    reader.close()
  } catch (error) {
    throw signal?.aborted ? new TableError('cancelled') : asTableError(error)
  }
}

/** What went wrong while a file was unpacked and read, as the reason that its owner is told. */
function asTableError(cause: unknown): TableError {
  if (cause instanceof TableError) return cause
  return new TableError(cause instanceof UnpackedTooMuch ? 'unpacks-too-large' : 'damaged', { cause })
}

/** Reads one part of a workbook to its end. */
export async function readWhole(archive: Archive, name: string, listener: XmlListener): Promise<void> {
  const pieces = readPart(archive, name, listener)
  while (!(await pieces.next()).done);
}

/** The texts that sheets refer to by number: runs of formatted text joined, readings above characters left out. */
export async function readSharedStrings(archive: Archive, name: string): Promise<readonly string[]> {
  const strings: string[] = []
  const one = textCollector()
  let total = 0
  await readWhole(archive, name, {
    open(tag) {
      if (tag === 'si') one.start()
      else one.open(tag)
    },
    text: text => one.text(text),
    close(tag) {
      one.close(tag)
      if (tag !== 'si') return
      const text = one.take()
      total += text.length
      if (total > mostText) throw new TableError('too-large')
      strings.push(text)
    },
  })
  return strings
}

/** Collects the `t` of a text with its runs, but not those of `rPh`, the readings. */
export function textCollector() {
  let collected = ''
  let inText = false
  let inReading = false
  return {
    start() {
      collected = ''
    },
    open(tag: string) {
      if (tag === 't') inText = !inReading
      else if (tag === 'rPh') inReading = true
    },
    text(text: string) {
      if (inText) collected += text
    },
    close(tag: string) {
      if (tag === 't') inText = false
      else if (tag === 'rPh') inReading = false
    },
    take: () => unescaped(collected),
  }
}

/** Characters that XML can not hold are written as _x000D_, and a literal _x as _x005F_x. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

/** What each style of a workbook makes of a number, by the number of the style. */
export async function readNumberKinds(archive: Archive, name: string): Promise<readonly NumberKind[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCellStyles = false
  await readWhole(archive, name, {
    open(tag, attributes) {
      if (tag === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (tag === 'cellXfs') inCellStyles = true
      else if (tag === 'xf' && inCellStyles) ids.push(Number(attributes.numFmtId ?? 0))
    },
    text() {
      // Styles are attributes only.
    },
    close(tag) {
      if (tag === 'cellXfs') inCellStyles = false
    },
  })
  return ids.map(id => numberKind(id, codes.get(id)))
}

/** Whether an attribute says yes. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}

function encodingOf(bytes: Buffer): string {
  const mark = bytes.toString('hex', 0, 2)
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
}
