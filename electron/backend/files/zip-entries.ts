/** A part of a zip file as its table of contents tells of it, which need not be true; sizes in bytes. */
export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly packedSize: number
  /** How it is packed: 0 not at all, 8 deflated. */
  readonly method: number
  /** Where its local head begins. */
  readonly offset: number
}

const endMark = 'PK\u0005\u0006'
const endLength = 22
const entryMark = 0x02014b50
const entryLength = 46

/**
 * The table of contents of a zip file, read without unpacking anything; names as programs compare them, without a leading slash.
 * Nothing comes back for bytes that are no whole zip file: the table has to lie where its end says, and the end has to be the last thing.
 */
export function zipEntries(bytes: Buffer): readonly ZipEntry[] | undefined {
  const end = bytes.lastIndexOf(endMark, undefined, 'latin1')
  if (end < 0 || end + endLength > bytes.length) return undefined
  const count = bytes.readUInt16LE(end + 10)
  const start = bytes.readUInt32LE(end + 16)
  const isWhole =
    start + bytes.readUInt32LE(end + 12) === end && end + endLength + bytes.readUInt16LE(end + 20) === bytes.length
  return isWhole ? entriesFrom(bytes, start, end, count) : undefined
}

function entriesFrom(bytes: Buffer, start: number, end: number, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = []
  let at = start
  while (at + entryLength <= end && bytes.readUInt32LE(at) === entryMark) {
    const nameEnd = at + entryLength + bytes.readUInt16LE(at + 28)
    const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    if (next > end) return undefined
    const name = bytes.toString('utf8', at + entryLength, nameEnd).replace(/^\//, '')
    entries.push({
      name,
      size: bytes.readUInt32LE(at + 24),
      packedSize: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
      offset: bytes.readUInt32LE(at + 42),
    })
    at = next
  }
  return at === end && entries.length === count ? entries : undefined
}
