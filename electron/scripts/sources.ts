import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './paths.ts'

// The pictures of the README are part of no build.
const exclude = ['resources/pictures/**']
const patterns = ['{shared,electron,renderer,resources}/**/*.*', 'package.json', 'package-lock.json']

/** A digest of everything that a build is made of, so that it changes exactly when a new build is needed. */
export function hashSources(): string {
  const hash = createHash('sha256')
  for (const file of globSync(patterns, { cwd: root, exclude }).sort()) {
    const content = readFileSync(path.join(root, file))
    hash.update(`${file}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}
