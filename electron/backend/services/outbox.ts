import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { makePrivateFolder } from '../database/private.ts'

/** Where finished files wait until the host has taken them away, each under the id of its request. */
export interface Outbox {
  /** A new empty place for a file of this name; whatever the same request had left there goes. */
  place(download: string, fileName: string): string
  file(download: string): { path: string; fileName: string } | undefined
  drop(download: string): void
  /** Files of an earlier run were never taken away; nobody asks for them any more. */
  empty(): void
}

const idPattern = /^[0-9a-f-]{36}$/i

/** The outbox of a data folder. Anything that is not the id of a request names no place in it. */
export function createOutbox(dir: string): Outbox {
  const root = path.join(dir, 'outbox')
  const folderOf = (download: string) =>
    idPattern.test(download) ? path.join(root, download.toLowerCase()) : undefined
  return {
    place(download, fileName) {
      const folder = folderOf(download)
      if (!folder) throw new RangeError('not the id of a request')
      rmSync(folder, { recursive: true, force: true })
      // The folder keeps others out; the file itself has the usual mode, which it takes along to where the person wants it.
      makePrivateFolder(folder)
      return path.join(folder, fileName)
    },
    file(download) {
      const folder = folderOf(download)
      const [fileName] = folder && existsSync(folder) ? readdirSync(folder) : []
      return folder && fileName !== undefined ? { path: path.join(folder, fileName), fileName } : undefined
    },
    drop(download) {
      const folder = folderOf(download)
      if (folder) rmSync(folder, { recursive: true, force: true })
    },
    empty() {
      rmSync(root, { recursive: true, force: true })
    },
  }
}
