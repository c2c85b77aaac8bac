import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { makePrivateFolder, privateMode } from '../../database/private.ts'
import { errorCode } from '../../database/start-failure.ts'
import type { FileType } from '../../files/file-type.ts'

/** A kept file: SHA-256 of its bytes in hex, and what it is. */
export interface KeptFile {
  readonly sha256: string
  readonly type: FileType
}

/** Keeps a file under its hash, once however often it is added, readable for its owner alone and writable for nobody. Throws what the file system says. */
export function keepFile(dataDir: string, bytes: Buffer, type: FileType): KeptFile {
  const kept = { sha256: createHash('sha256').update(bytes).digest('hex'), type }
  if (keptBytes(dataDir, kept)) return kept
  const file = placeOf(dataDir, kept)
  makePrivateFolder(path.dirname(file))
  const unfinished = `${file}.part`
  rmSync(unfinished, { force: true })
  writeThrough(unfinished, bytes)
  renameSync(unfinished, file)
  return kept
}

/** The bytes of a kept file, or nothing where they are gone or no longer those that were added. Throws what the file system says. */
export function keptBytes(dataDir: string, kept: KeptFile): Buffer | undefined {
  try {
    const bytes = readFileSync(placeOf(dataDir, kept))
    return createHash('sha256').update(bytes).digest('hex') === kept.sha256 ? bytes : undefined
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Removes a kept file for good; one that is gone already is no mistake. Throws what the file system says. */
export function dropFile(dataDir: string, kept: KeptFile): void {
  const file = placeOf(dataDir, kept)
  if (!existsSync(file)) return
  // What nobody may write, Windows does not remove either.
  chmodSync(file, privateMode)
  rmSync(file)
}

function placeOf(dataDir: string, { sha256, type }: KeptFile): string {
  return path.join(dataDir, 'attachments', sha256.slice(0, 2), `${sha256}.${type}`)
}

function writeThrough(file: string, bytes: Buffer): void {
  const descriptor = openSync(file, 'wx', 0o400)
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
