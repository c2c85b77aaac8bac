import { inflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip-entries.ts'

const headMark = 0x04034b50
const headLength = 30

/** More came out of a zip file than may. */
export class UnpackedTooMuch extends Error {
  override readonly name = 'UnpackedTooMuch'
}

/**
 * The bytes of one part of a zip file, at most `most` of them, whatever its table of contents promises.
 * @throws UnpackedTooMuch; RangeError where there is no such part, and what zlib says of one that is damaged
 */
export function unpack(bytes: Buffer, { offset, packedSize, method }: ZipEntry, most: number): Buffer {
  if (bytes.readUInt32LE(offset) !== headMark) throw new RangeError('no local head')
  const start = offset + headLength + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + packedSize)
  if (method === 0) {
    if (packed.length > most) throw new UnpackedTooMuch()
    return packed
  }
  if (method !== 8) throw new RangeError(`packed in an unknown way: ${method}`)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw error instanceof RangeError ? new UnpackedTooMuch() : error
  }
}
