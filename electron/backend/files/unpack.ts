import { Readable } from 'node:stream'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip-entries.ts'

/** What the local head of a part of a zip file begins with. */
export const headMark = 0x04034b50
const headLength = 30
const pieceSize = 256 * 1024

/** More came out of a zip file than may. */
export class UnpackedTooMuch extends Error {
  override readonly name = 'UnpackedTooMuch'
}

/**
 * The bytes of one part of a zip file, at most `most` of them, whatever its table of contents promises.
 * @throws UnpackedTooMuch; RangeError where there is no such part, and what zlib says of one that is damaged
 */
export function unpack(bytes: Buffer, entry: ZipEntry, most: number): Buffer {
  const packed = packedBytes(bytes, entry)
  if (entry.method === 0) {
    if (packed.length > most) throw new UnpackedTooMuch()
    return packed
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw error instanceof RangeError ? new UnpackedTooMuch() : error
  }
}

/**
 * The same piece by piece, for parts that are too large to be held at once; leaving it early stops the unpacking.
 * @throws as `unpack`, when the piece is reached
 */
export async function* unpackInPieces(bytes: Buffer, entry: ZipEntry, most: number): AsyncGenerator<Buffer> {
  const packed = packedBytes(bytes, entry)
  const pieces: AsyncIterable<Buffer> =
    entry.method === 0
      ? Readable.from([packed])
      : Readable.from([packed]).pipe(createInflateRaw({ chunkSize: pieceSize }))
  let total = 0
  for await (const piece of pieces) {
    total += piece.length
    if (total > most) throw new UnpackedTooMuch()
    yield piece
  }
}

function packedBytes(bytes: Buffer, { offset, packedSize, method }: ZipEntry): Buffer {
  if (bytes.readUInt32LE(offset) !== headMark) throw new RangeError('no local head')
  if (method !== 0 && method !== 8) throw new RangeError(`packed in an unknown way: ${method}`)
  const start = offset + headLength + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  return bytes.subarray(start, start + packedSize)
}
