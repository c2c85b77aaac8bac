import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Licence } from '../../shared/contract/licences.ts'
import { root } from './paths.ts'

const modules = `${path.join(root, 'node_modules')}${path.sep}`

// Shipped without being bundled: the runtime, and the addon with the SQLite inside it.
const besideTheBundles = ['electron', 'better-sqlite3']

/**
 * The licences of everything that is shipped: of this program, and of each package that one of the bundled files comes from.
 * @throws Error for a package that says nothing about its licence: it must not be shipped
 */
export function licencesOf(bundledFiles: readonly string[]): Licence[] {
  const folders = new Set(besideTheBundles.map(name => path.join(modules, name)))
  for (const file of bundledFiles) {
    const folder = packageFolder(file)
    if (folder !== undefined) folders.add(folder)
  }
  const found = [...folders].map(licenceOf).sort((a, b) => (a.name < b.name ? -1 : 1))
  const sqlite = { name: 'SQLite', version: '', licence: 'Public domain', text: 'https://sqlite.org/copyright.html' }
  return [licenceOf(root), ...unique(found), sqlite]
}

/** The folder of the package that a bundled file lies in; undefined for our own files and for what the bundler adds. */
function packageFolder(file: string): string | undefined {
  const at = file.startsWith('\0') ? -1 : file.lastIndexOf('/node_modules/')
  if (at < 0) return undefined
  const inside = at + '/node_modules/'.length
  const [first = '', second = ''] = file.slice(inside).split('/')
  return file.slice(0, inside) + (first.startsWith('@') ? `${first}/${second}` : first)
}

function licenceOf(folder: string): Licence {
  const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string
    author?: string | { name: string }
  }
  if (typeof license !== 'string') throw new Error(`${name} does not name its licence`)
  const by = typeof author === 'object' ? author.name : (author ?? '')
  return { name, version, licence: license, text: licenceText(folder) ?? by }
}

function licenceText(folder: string): string | undefined {
  const file = readdirSync(folder).find(entry => /^(licen[cs]e|copying)(\.(md|txt|mit|markdown))?$/i.test(entry))
  return file && existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8').trim() : undefined
}

// One package may be installed twice at one version, for two others.
function unique(licences: readonly Licence[]): Licence[] {
  return [...new Map(licences.map(licence => [`${licence.name} ${licence.version}`, licence])).values()]
}
