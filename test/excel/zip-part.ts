import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** The text of one part of a workbook, as it lies in the file. Throws for a part that is not there. */
export function partOf(file: string, name: string): string {
  const zip = readFileSync(file)
  let entry = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006') + 16)
  while (zip.readUInt32LE(entry) === 0x02014b50) {
    const nameEnd = entry + 46 + zip.readUInt16LE(entry + 28)
    if (zip.toString('utf8', entry + 46, nameEnd).replace(/^\//, '') === name) {
      const packed = zip.readUInt32LE(entry + 20)
      const local = zip.readUInt32LE(entry + 42)
      const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      return inflateRawSync(zip.subarray(data, data + packed)).toString('utf8')
    }
    entry = nameEnd + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
  throw new Error(`no part ${name}`)
}
