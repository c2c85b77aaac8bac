import type { Writable } from 'node:stream'
import { once } from 'node:events'
import { createDeflateRaw } from 'node:zlib'
// Node has a sum of its own only since 22.2, older Electrons lack it.
import crc32 from 'crc-32'
import { headMark } from './unpack.ts'
import { entryMark } from './zip-entries.ts'

const descriptorMark = 0x08074b50
const endMark = 0x06054b50
const version = 20
// The sizes follow the content, the names are UTF-8.
const flags = 0x0808
const deflated = 8
// 1980-01-01: the same content gives the same file.
const day = 0x21
const fastest = 3 // a sheet of text shrinks to a tenth; working harder saves little and takes twice as long

interface Entry {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** A zip file that is written part by part, however long a part is, without holding any of them. Up to 4 GB. */
export interface ZipStream {
  /** Writes one part. Rejects with the error of the output. */
  add(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void>
  /** Writes the table of contents, after which nothing can be added; the output stays open. */
  finish(): Promise<void>
}

/** Begins a zip file on an output that nothing has been written to. */
export function zipInto(output: Writable): ZipStream {
  const entries: Entry[] = []
  let offset = 0
  const write = async (bytes: Buffer) => {
    offset += bytes.length
    if (output.errored) throw output.errored
    if (!output.write(bytes)) await once(output, 'drain')
  }
  return {
    async add(name, pieces) {
      const begin = offset
      const named = Buffer.from(name)
      await write(
        Buffer.concat([fields(headMark, [version, flags, deflated, 0, day], [0, 0, 0], [named.length, 0]), named]),
      )
      const packer = createDeflateRaw({ level: fastest })
      let [crc, size, packed] = [0, 0, 0]
      const taken = (async () => {
        for await (const piece of packer as AsyncIterable<Buffer>) {
          packed += piece.length
          await write(piece)
        }
      })()
      const given = (async () => {
        for await (const bytes of encoded(pieces)) {
          crc = crc32.buf(bytes, crc)
          size += bytes.length
          if (!packer.write(bytes)) await once(packer, 'drain')
        }
        packer.end()
      })()
      // What goes wrong on one side ends the other.
      given.catch((error: Error) => packer.destroy(error))
      await Promise.all([given, taken]).finally(() => packer.destroy())
      await write(fields(descriptorMark, [], [crc >>> 0, packed, size], []))
      entries.push({ name: named, crc: crc >>> 0, packed, size, offset: begin })
    },
    async finish() {
      const begin = offset
      for (const { name, crc, packed, size, offset: at } of entries) {
        const head = fields(
          entryMark,
          [version, version, flags, deflated, 0, day],
          [crc, packed, size],
          [name.length, 0, 0, 0, 0],
        )
        const place = Buffer.alloc(8)
        place.writeUInt32LE(at, 4)
        await write(Buffer.concat([head, place, name]))
      }
      const count = entries.length
      await write(fields(endMark, [0, 0, count, count], [offset - begin, begin], [0]))
    },
  }
}

const chunkSize = 256 * 1024 // bytes that are packed at once
const mostBytes = 3 // a unit of a JavaScript text takes in UTF-8

/** UTF-8 in large chunks. Every piece is written into its chunk by itself: a long text grown of many is six times as slow to encode. */
async function* encoded(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let chunk = Buffer.allocUnsafeSlow(chunkSize)
  let filled = 0
  for await (const piece of pieces) {
    if (filled > 0 && filled + piece.length * mostBytes > chunkSize) {
      yield chunk.subarray(0, filled)
      chunk = Buffer.allocUnsafeSlow(chunkSize)
      filled = 0
    }
    if (piece.length * mostBytes > chunkSize) yield Buffer.from(piece)
    else filled += chunk.write(piece, filled)
  }
  if (filled > 0) yield chunk.subarray(0, filled)
}

/** A mark, then numbers of two bytes, of four, and of two again. */
function fields(mark: number, before: readonly number[], long: readonly number[], after: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + 2 * before.length + 4 * long.length + 2 * after.length)
  let at = bytes.writeUInt32LE(mark)
  for (const value of before) at = bytes.writeUInt16LE(value, at)
  for (const value of long) at = bytes.writeUInt32LE(value, at)
  for (const value of after) at = bytes.writeUInt16LE(value, at)
  return bytes
}
