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
/** What a part of the table of contents of a zip file begins with. */
export const entryMark = 0x02014b50
const entryLength = 46

const largeEndMark = 0x06064b50
const largeLocatorMark = 0x07064b50
const largeLocatorLength = 20
const largeField = 0x0001
/** Stands for a number that is too large for its place, or that its writer would rather keep elsewhere. */
const elsewhere = 0xffffffff

/**
 * The table of contents of a zip file, read without unpacking anything; names as programs compare them, without a leading slash.
 * Nothing comes back for bytes that are no whole zip file: the table has to lie where its end says, and the end has to be the last thing.
 */
export function zipEntries(bytes: Buffer): readonly ZipEntry[] | undefined {
  const end = bytes.lastIndexOf(endMark, undefined, 'latin1')
  if (end < 0 || end + endLength > bytes.length) return undefined
  if (end + endLength + bytes.readUInt16LE(end + 20) !== bytes.length) return undefined
  const table = largeTable(bytes, end) ?? {
    start: bytes.readUInt32LE(end + 16),
    size: bytes.readUInt32LE(end + 12),
    count: bytes.readUInt16LE(end + 10),
    end,
  }
  return table.start + table.size === table.end ? entriesFrom(bytes, table) : undefined
}

/** Where the table of contents lies. */
interface Table {
  readonly start: number
  readonly size: number
  readonly count: number
  readonly end: number
}

/** The table as a Zip64 file says it: many Java programs write small files so, too. Nothing for other files. */
function largeTable(bytes: Buffer, end: number): Table | undefined {
  const locator = end - largeLocatorLength
  if (locator < 0 || bytes.readUInt32LE(locator) !== largeLocatorMark) return undefined
  const record = largeNumber(bytes, locator + 8)
  if (record + 56 > locator || bytes.readUInt32LE(record) !== largeEndMark) return undefined
  if (record + 12 + largeNumber(bytes, record + 4) !== locator) return undefined
  return {
    start: largeNumber(bytes, record + 48),
    size: largeNumber(bytes, record + 40),
    count: largeNumber(bytes, record + 32),
    end: record,
  }
}

function entriesFrom(bytes: Buffer, { start, end, count }: Table): ZipEntry[] | undefined {
  const entries: ZipEntry[] = []
  let at = start
  while (at + entryLength <= end && bytes.readUInt32LE(at) === entryMark) {
    const nameEnd = at + entryLength + bytes.readUInt16LE(at + 28)
    const fieldsEnd = nameEnd + bytes.readUInt16LE(at + 30)
    const next = fieldsEnd + bytes.readUInt16LE(at + 32)
    if (next > end) return undefined
    const name = bytes.toString('utf8', at + entryLength, nameEnd).replace(/^\//, '')
    const large = largeNumbers(bytes, nameEnd, fieldsEnd)
    const numberAt = (place: number): number => {
      const number = bytes.readUInt32LE(place)
      return number === elsewhere ? (large.shift() ?? number) : number
    }
    // The large numbers stand in this order, those only that have no room in the entry.
    const [size, packedSize, offset] = [numberAt(at + 24), numberAt(at + 20), numberAt(at + 42)]
    entries.push({ name, size, packedSize, method: bytes.readUInt16LE(at + 10), offset })
    at = next
  }
  return at === end && entries.length === count ? entries : undefined
}

function largeNumbers(bytes: Buffer, start: number, end: number): number[] {
  for (let at = start; at + 4 <= end; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) !== largeField) continue
    const count = Math.floor(Math.min(bytes.readUInt16LE(at + 2), end - at - 4) / 8)
    return Array.from({ length: count }, (_, index) => largeNumber(bytes, at + 4 + index * 8))
  }
  return []
}

/** Numbers beyond what is exact can be no place in a file that is in memory; they stay too large. */
function largeNumber(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at))
}
