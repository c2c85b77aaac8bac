import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { errorCode, StartFailure } from './start-failure.ts'

/** Marks our databases in the header of the file: the letters KEHU. */
export const applicationId = 0x4b_45_48_55

/** What the header of a database file says, read without opening it, so that a strange file stays untouched. */
export type FileState = { readonly kind: 'missing' } | { readonly kind: 'empty' } | FileHeader

interface FileHeader {
  readonly kind: 'database'
  readonly applicationId: number
  readonly userVersion: number
}

const headerLength = 100

/**
 * Reads the header of a database file (sqlite.org/fileformat.html).
 * @throws StartFailure `data-damaged` when it is no header, or the file is shorter than the header says
 */
export function fileState(file: string): FileState {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'missing' }
    throw error
  }
  try {
    const { size } = fstatSync(descriptor)
    if (size === 0) return { kind: 'empty' }
    const header = Buffer.alloc(headerLength)
    if (readSync(descriptor, header, 0, headerLength, 0) < headerLength)
      throw new StartFailure('data-damaged', 'header')
    return readHeader(header, size, hasLog(file))
  } finally {
    closeSync(descriptor)
  }
}

function readHeader(header: Buffer, size: number, withLog: boolean): FileHeader {
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new StartFailure('data-damaged', 'header')
  // A page size of 65536 does not fit and is written as 1.
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const pages = header.readUInt32BE(28)
  // With a log beside it the file may rightly be behind.
  if (!withLog && size < pages * pageSize) throw new StartFailure('data-damaged', 'shorter than its header says')
  return { kind: 'database', applicationId: header.readUInt32BE(68), userVersion: header.readUInt32BE(60) }
}

function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}
