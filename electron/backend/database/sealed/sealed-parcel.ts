import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { StartFailure } from '../start-failure.ts'
import { privateMode } from '../private.ts'
import { SealFailure } from './seal-failure.ts'
import type { SealLock } from './seal-lock.ts'
import { readSealed, sealFile, writeAll } from './sealed-file.ts'

/** A file that goes into a sealed one, under a name of its own. */
export interface Packed {
  readonly name: string
  readonly file: string
}

const blockLength = 1024 * 1024
const mostName = 200

/**
 * Packs files into one sealed file, reads it back to the last sign and only then gives it its name. Throws what the file system says;
 * StartFailure `data-damaged` when the disk gives back something else than it was given.
 */
export function sealParcel(target: string, lock: SealLock, files: readonly Packed[]): void {
  const unfinished = `${target}.part`
  try {
    const writer = sealFile(unfinished, lock)
    try {
      for (const packed of files) put(packed, bytes => writer.write(bytes))
      writer.write(Buffer.alloc(2)) // a name of no length ends it
      readBack(unfinished, writer.end())
    } finally {
      writer.close()
    }
    renameSync(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

function put({ name, file }: Packed, write: (bytes: Buffer) => void): void {
  const descriptor = openSync(file, 'r')
  try {
    const { size } = statSync(file)
    const head = Buffer.alloc(10)
    head.writeUInt16BE(Buffer.byteLength(name))
    head.writeBigUInt64BE(BigInt(size), 2)
    write(Buffer.concat([head.subarray(0, 2), Buffer.from(name), head.subarray(2)]))
    for (let left = size; left > 0; ) {
      const block = Buffer.alloc(Math.min(left, blockLength))
      const read = readSync(descriptor, block, 0, block.length, null)
      if (read === 0) throw new StartFailure('data-damaged', 'shorter than it was')
      write(block.subarray(0, read))
      left -= read
    }
  } finally {
    closeSync(descriptor)
  }
}

function readBack(file: string, { key, digest }: { key: Buffer; digest: string }): void {
  const reader = readSealed(file)
  try {
    const found = createHash('sha256')
    for (const piece of reader.pieces(key)) found.update(piece)
    if (found.digest('hex') !== digest) throw new StartFailure('data-damaged', 'read back')
  } finally {
    reader.close()
  }
}

/**
 * Unpacks a sealed file: `placeOf` tells for each name where it goes, or that it is left out. What it has written when it throws is for the
 * caller to remove. Throws SealFailure; what the file system says.
 */
export function openParcel(
  pieces: Generator<Buffer>,
  placeOf: (name: string, size: number) => string | undefined,
): void {
  const stream = createStream(pieces)
  for (;;) {
    const nameLength = stream.take(2).readUInt16BE()
    if (nameLength === 0) break
    if (nameLength > mostName) throw new SealFailure('backup-damaged')
    const name = stream.take(nameLength).toString('utf8')
    const size = Number(stream.take(8).readBigUInt64BE())
    writeOut(stream, placeOf(name, size), size)
  }
  stream.end()
}

function writeOut(stream: Stream, place: string | undefined, size: number): void {
  const descriptor = place === undefined ? undefined : openSync(place, 'w', privateMode)
  try {
    for (let left = size; left > 0; ) {
      const bytes = stream.some(Math.min(left, blockLength))
      if (descriptor !== undefined) writeAll(descriptor, bytes)
      left -= bytes.length
    }
    if (descriptor !== undefined) fsyncSync(descriptor)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** The bytes of pieces one after the other. */
interface Stream {
  /** At least one byte and at most so many. */
  some(most: number): Buffer
  take(length: number): Buffer
  /** Nothing may be left. */
  end(): void
}

function createStream(pieces: Generator<Buffer>): Stream {
  let inHand: Buffer = Buffer.alloc(0)
  const some = (most: number): Buffer => {
    while (inHand.length === 0) {
      const next = pieces.next()
      if (next.done) throw new SealFailure('backup-damaged')
      inHand = next.value
    }
    const bytes = inHand.subarray(0, most)
    inHand = inHand.subarray(bytes.length)
    return bytes
  }
  return {
    some,
    take(length) {
      const parts: Buffer[] = []
      for (let left = length; left > 0; left -= parts.at(-1)?.length ?? 0) parts.push(some(left))
      return Buffer.concat(parts)
    },
    end() {
      if (inHand.length > 0) throw new SealFailure('backup-damaged')
      // The last piece is the last one only when nothing follows it.
      for (const piece of pieces) if (piece.length > 0) throw new SealFailure('backup-damaged')
    },
  }
}
