import { createWriteStream, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { uploadLimit } from '../../../shared/contract/uploads.ts'
import { makePrivateFolder, privateMode } from '../database/private.ts'
import { errorCode } from '../database/start-failure.ts'
import { CallFailure } from './call-failure.ts'

/** The bytes of a file, in whatever pieces they come. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** Where uploaded files wait for the call that names them. */
export interface Inbox {
  /** Keeps a file of at most `limit` bytes and answers its id. Throws CallFailure `file-too-large`, which reads no further. */
  receive(bytes: Pieces, limit?: number): Promise<string>
  /** Gives a file that the person has chosen in a dialog of the system an id; it stays where it is. */
  offer(file: string): string
  /** The bytes of a file, which stays. Throws CallFailure `upload-gone`. */
  peek(upload: string): Buffer
  /** Where a file lies, for a thread that reads it. Throws CallFailure `upload-gone`. */
  place(upload: string): string
  /** The bytes of a file, which goes. Throws CallFailure `upload-gone`. */
  take(upload: string): Buffer
  drop(upload: string): void
  /** Files of an earlier run are named by no call any more. */
  empty(): void
}

const mostWaiting = 50
const idPattern = /^[0-9a-f-]{36}$/i

/** The inbox of a data folder. Of more than fifty waiting files the oldest go: no call has named them for long. */
export function createInbox(dir: string, newId: () => string): Inbox {
  const root = path.join(dir, 'inbox')
  const fileOf = (upload: string) => {
    if (!idPattern.test(upload)) throw new CallFailure('upload-gone')
    return path.join(root, upload.toLowerCase())
  }
  const peek = (upload: string) => {
    try {
      return readFileSync(fileOf(upload))
    } catch (error) {
      throw errorCode(error) === 'ENOENT' ? new CallFailure('upload-gone') : error
    }
  }
  const offered = new Map<string, string>()
  const drop = (upload: string) => {
    if (!offered.delete(upload)) rmSync(fileOf(upload), { force: true })
  }
  return {
    async receive(bytes, limit = uploadLimit) {
      makePrivateFolder(root)
      dropOldest(root)
      const upload = newId()
      const unfinished = path.join(root, `${upload}.part`)
      try {
        await pipeline(limited(bytes, limit), createWriteStream(unfinished, { mode: privateMode, flags: 'wx' }))
        renameSync(unfinished, fileOf(upload))
      } catch (error) {
        rmSync(unfinished, { force: true })
        throw error
      }
      return upload
    },
    offer(file) {
      const upload = newId()
      offered.set(upload, file)
      return upload
    },
    peek,
    place(upload) {
      const file = offered.get(upload) ?? fileOf(upload)
      if (!existsSync(file)) throw new CallFailure('upload-gone')
      return file
    },
    take(upload) {
      const bytes = peek(upload)
      drop(upload)
      return bytes
    },
    drop,
    empty() {
      offered.clear()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

async function* limited(bytes: Pieces, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0
  for await (const piece of bytes) {
    total += piece.length
    if (total > limit) throw new CallFailure('file-too-large')
    yield piece
  }
}

function dropOldest(root: string): void {
  const files = readdirSync(root).map(name => path.join(root, name))
  const ageOf = new Map(files.map(file => [file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0]))
  const newestFirst = files.sort((a, b) => (ageOf.get(b) ?? 0) - (ageOf.get(a) ?? 0))
  for (const file of newestFirst.slice(mostWaiting - 1)) rmSync(file, { force: true })
}
