import { closeSync, mkdirSync, openSync } from 'node:fs'

/** The mode of files that only the person who runs the program may read; Windows has its own rules and takes no notice. */
export const privateMode = 0o600

/** Makes a folder that only the person who runs the program may look into; one that is there stays as it is. Throws what the file system says. */
export function makePrivateFolder(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
}

/** Makes a file where there is none, before SQLite would make one that everybody may read; its logs take over the mode. Throws what the file system says. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', privateMode))
}
