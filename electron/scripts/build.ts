import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { appDir, root, say } from './paths.ts'
import { hashSources } from './sources.ts'

const stampOf = (dir: string) => path.join(dir, '.stamp')

/**
 * Builds the program into out/app when its sources changed since the last build, or always when forced. The finished build
 * takes the place of the old one in one step.
 */
export async function build({ force = false } = {}): Promise<void> {
  const hash = hashSources()
  if (!force && existsSync(stampOf(appDir)) && readFileSync(stampOf(appDir), 'utf8') === hash) return
  say('building …')
  const fresh = `${appDir}-${process.pid}`
  try {
    // Loading the bundler takes longer than the whole second start may.
    const { bundle } = await import('./bundle.ts')
    await bundle(fresh)
    writeFileSync(stampOf(fresh), hash)
    rmSync(appDir, { recursive: true, force: true })
    renameSync(fresh, appDir)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { force: { type: 'boolean' } } })
  await build({ force: values.force ?? false })
  process.stdout.write(`${path.relative(root, appDir)}\n`)
}
