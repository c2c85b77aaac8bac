import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const installer = /\.(exe|dmg|zip|AppImage|deb)$/

/**
 * Writes SHA256SUMS beside the installers of a folder, as `sha256sum -c` reads it, and gives the path of that file.
 * @throws Error when there is no installer in the folder
 */
export function writeChecksums(folder: string): string {
  const names = readdirSync(folder).filter(name => installer.test(name))
  if (names.length === 0) throw new Error(`there is no installer in ${folder}`)
  const lines = names.sort().map(name => `${sha256(path.join(folder, name))}  ${name}\n`)
  const file = path.join(folder, 'SHA256SUMS')
  writeFileSync(file, lines.join(''))
  return file
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
