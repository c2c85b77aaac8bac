import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const folder = 'electron/backend/repositories'

const bound = [
  'export const read = () => `SELECT name FROM customers WHERE id = ?`',
  "const columns = 'id, name'\nexport const read = () => `SELECT ${columns} FROM customers`",
  "import { columnList } from './columns.ts'\nexport const read = `SELECT ${columnList('customer')} FROM customers`",
  "export function read(ids: number[]) {\n  return `SELECT 1 FROM customers WHERE id IN (${ids.map(() => '?').join(', ')})`\n}",
  "export function read(all: boolean) {\n  const where = all ? '' : 'WHERE archived_at IS NULL'\n  return `SELECT 1 FROM customers ${where}`\n}",
  'export const say = (name: string) => `Nothing is known of ${name}`',
]

const spliced = [
  'export const read = (id: number) => `SELECT name FROM customers WHERE id = ${id}`',
  "export const read = (name: string) => `UPDATE customers SET name = '${name.replaceAll(\"'\", \"''\")}'`",
  'export function read({ sort }: { sort: string }) {\n  const order = sort\n  return `SELECT 1 FROM customers ORDER BY ${order}`\n}',
  "export function read(names: string[]) {\n  return `SELECT 1 FROM customers WHERE name IN (${names.map(name => `'${name}'`).join()})`\n}",
  "export const read = (table: string) => 'DELETE FROM ' + table",
  "let table = ''\nexport const set = (name: string) => {\n  const wanted = name || table\n  table = wanted\n  return `DROP TABLE ${wanted}`\n}",
]

test('the lint rule lets SQL with bound values pass, and catches a value that is put into its text', () => {
  const work = mkdtempSync(path.join(tmpdir(), 'kehu-bound-sql-'))
  try {
    const rules = pathToFileURL(path.join(root, 'oxlint.config.ts')).href
    writeFileSync(path.join(work, 'oxlint.config.ts'), `export { default } from '${rules}'\n`)
    mkdirSync(path.join(work, folder), { recursive: true })
    const write = (kind: string) => (text: string, place: number) =>
      writeFileSync(path.join(work, folder, `${kind}-${place}.ts`), `${text}\n`)
    bound.forEach(write('bound'))
    spliced.forEach(write('spliced'))
    const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint')
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: work, encoding: 'utf8' })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
    const caught = diagnostics.filter(({ code }) => code === 'kehu(bound-sql)').map(({ filename }) => filename)
    expect([...new Set(caught)].sort()).toEqual(spliced.map((_text, place) => `${folder}/spliced-${place}.ts`))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
})
