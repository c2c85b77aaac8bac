import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { appDir, root } from './paths.ts'

const stageDir = path.join(root, 'out/stage')
const notShipped = ['.stamp', 'browser-host.cjs']
const sqlite = 'node_modules/better-sqlite3'

/**
 * Lays out in out/stage what the packaged program consists of: the bundles, a package.json of the necessary, and the addon for
 * each processor of this system, of which electron-builder takes the one that it packages for. `addon` replaces the prebuilt
 * addons by another file. KEHU_HOMEPAGE and KEHU_RELEASES are described in electron/scripts/README.md.
 */
export function stage(addon?: string): void {
  rmSync(stageDir, { recursive: true, force: true })
  cpSync(appDir, stageDir, { recursive: true, filter: file => !notShipped.includes(path.basename(file)) })
  const addonPackage = pick(readJson(`${sqlite}/package.json`), ['name', 'version', 'main', 'license'])
  writeJson('package.json', {
    ...pick(readJson('package.json'), ['name', 'productName', 'version', 'description', 'author']),
    main: 'main.cjs',
    // A .deb has to name a page, and .invalid leads nowhere.
    homepage: process.env['KEHU_HOMEPAGE'] || 'https://kehu.invalid/',
    releases: process.env['KEHU_RELEASES'] || undefined,
    dependencies: { 'better-sqlite3': addonPackage['version'] },
  })

  cpSync(path.join(root, sqlite, 'lib'), path.join(stageDir, sqlite, 'lib'), { recursive: true })
  cpSync(path.join(root, sqlite, 'LICENSE'), path.join(stageDir, sqlite, 'LICENSE'))
  writeJson(`${sqlite}/package.json`, addonPackage)
  if (addon) copy(addon, 'build/Release/better_sqlite3.node')
  else for (const file of prebuilds()) copy(path.join(root, sqlite, 'prebuilds', file), `prebuilds/${file}`)
}

// Those for musl are left out: there is no Electron for it.
function prebuilds(): string[] {
  return readdirSync(path.join(root, sqlite, 'prebuilds')).filter(file => file.startsWith(`${process.platform}-`))
}

function copy(from: string, to: string): void {
  const target = path.join(stageDir, sqlite, to)
  mkdirSync(path.dirname(target), { recursive: true })
  cpSync(from, target)
}

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, unknown>
}

function writeJson(file: string, content: unknown): void {
  writeFileSync(path.join(stageDir, file), `${JSON.stringify(content, null, 2)}\n`)
}

function pick(from: Record<string, unknown>, keys: string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map(key => [key, from[key]]))
}
