import { TableError } from './table.ts'

/** What a reader of XML wants to hear of: names without their prefix, which differs from producer to producer. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

/** Reads XML piece by piece. */
export interface XmlReader {
  write(piece: string): void
  /** @throws TableError `damaged` when the document is not at its end */
  close(): void
}

// No cell holds more than 32,767 characters; the bound keeps a hostile file from growing one text without end.
const longestPiece = 4 * 1024 * 1024
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const attribute = /\s+([^\s=/>"'<]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
const skipped = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const

/**
 * A reader of what spreadsheets are written in, which tells a listener what it finds; several times as fast as a reader of all of XML,
 * and a sheet of 100,000 rows has three million cells. Definitions of a document's own are refused: no workbook has them, and they
 * can make a small file a huge one. Its methods throw TableError `damaged` for what is not well-formed.
 */
export function readXml(listener: XmlListener): XmlReader {
  const openTags: string[] = []
  let rest = ''
  let hasRoot = false

  /** Reads the mark that begins at `at`; the place behind it, or -1 where it is not whole yet. */
  function readMark(source: string, at: number): number {
    const next = source.charCodeAt(at + 1)
    if (next === 33 || next === 63) return readSpecial(source, at)
    const end = endOfTag(source, at)
    if (end < 0) return -1
    if (next === 47) closeTag(source.slice(at + 2, end).trimEnd())
    else openTag(source, at + 1, end)
    return end + 1
  }

  function openTag(source: string, start: number, end: number): void {
    const isEmpty = source.charCodeAt(end - 1) === 47
    const last = isEmpty ? end - 1 : end
    let nameEnd = start
    while (nameEnd < last && source.charCodeAt(nameEnd) > 32) nameEnd++
    const name = source.slice(start, nameEnd)
    if (name === '' || (openTags.length === 0 && hasRoot)) throw new TableError('damaged')
    hasRoot = true
    listener.open(localName(name), attributesIn(source, nameEnd, last))
    if (isEmpty) listener.close(localName(name))
    else openTags.push(name)
  }

  function closeTag(name: string): void {
    if (openTags.pop() !== name) throw new TableError('damaged')
    listener.close(localName(name))
  }

  function readSpecial(source: string, at: number): number {
    for (const [begin, end] of skipped) if (source.startsWith(begin, at)) return behind(source, end, at + begin.length)
    if (source.startsWith('<![CDATA[', at)) {
      const next = behind(source, ']]>', at + 9)
      if (next > 0) listener.text(source.slice(at + 9, next - 3))
      return next
    }
    if (source.length - at < 9) return -1
    throw new TableError('damaged')
  }

  return {
    write(piece) {
      const source = rest === '' ? piece : rest + piece
      let at = 0
      for (;;) {
        const mark = source.indexOf('<', at)
        if (mark < 0) break
        if (mark > at && openTags.length > 0) listener.text(decoded(source.slice(at, mark)))
        else if (mark > at && source.slice(at, mark).replace('\ufeff', '').trim() !== '')
          throw new TableError('damaged')
        at = mark
        const next = readMark(source, mark)
        if (next < 0) break
        at = next
      }
      rest = source.slice(at)
      if (rest.length > longestPiece) throw new TableError('damaged')
    },
    close() {
      if (!hasRoot || openTags.length > 0 || rest.trim() !== '') throw new TableError('damaged')
    },
  }
}

function endOfTag(source: string, at: number): number {
  let end = source.indexOf('>', at)
  // A > within a quoted value does not end the tag; rare enough to look for it only where the quotes do not pair.
  while (end >= 0 && hasOpenQuote(source, at, end)) end = source.indexOf('>', end + 1)
  return end
}

function hasOpenQuote(source: string, start: number, end: number): boolean {
  let quote = 0
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at)
    if (quote === 0 ? code === 34 || code === 39 : code === quote) quote = quote === 0 ? code : 0
  }
  return quote !== 0
}

function attributesIn(source: string, start: number, end: number): Record<string, string> {
  const attributes: Record<string, string> = {}
  let at = start
  while (at < end) {
    attribute.lastIndex = at
    const match = attribute.exec(source)
    if (!match?.[1] || attribute.lastIndex > end) {
      if (source.slice(at, end).trim() !== '') throw new TableError('damaged')
      break
    }
    attributes[match[1]] = decoded(match[2] ?? match[3] ?? '')
    at = attribute.lastIndex
  }
  return attributes
}

function behind(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

function decoded(text: string): string {
  return text.includes('&') ? text.replace(/&([^;&]{0,12});?/g, (_, name: string) => character(name)) : text
}

function character(name: string): string {
  const known = named[name]
  if (known !== undefined) return known
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.replace(/^#/, ''))
  if (!name.startsWith('#') || !(code >= 0 && code <= 0x10ffff)) throw new TableError('damaged')
  return String.fromCodePoint(code)
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
