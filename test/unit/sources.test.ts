import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const sources = globSync('{shared,electron,renderer,test}/**/*.{ts,tsx,mjs,css}', { cwd: root })
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

it('keeps SQL in the repositories and the database', () => {
  const sql =
    /[`'"]\s*(SELECT|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|WITH\s+\w+\s+AS|CREATE\s+\w+)\s/
  const withSql = sources.filter(file => sql.test(read(file)))
  expect(withSql.filter(file => !/^electron\/backend\/(repositories|database)\/|^test\//.test(file))).toEqual([])
  expect(withSql).not.toEqual([])
})

it('gives a reason with every suppressed rule', () => {
  const suppressed = /\/[/*]\s*((ox|es)lint-disable|biome-ignore|@ts-(expect-error|ignore|nocheck))/
  const reason = /lint-disable.* -- \S|biome-ignore.*: \S|@ts-expect-error \S/
  const lines = sources.flatMap(file =>
    read(file)
      .split('\n')
      .map(line => `${file}: ${line.trim()}`),
  )
  expect(lines.filter(line => suppressed.test(line) && !reason.test(line))).toEqual([])
})

it('has every file and folder that a README names', () => {
  const readmes = ['README.md', ...globSync('{shared,electron,renderer,test,resources}/**/README.md', { cwd: root })]
  // The folders of the data and of what is built, and the rules of the linter.
  const elsewhere = /^(?:attachments|backups|inbox|outbox|logs|out|kehu)\//
  const missing = readmes.flatMap(readme => {
    const folder = path.dirname(readme)
    const named = [...read(readme).matchAll(/`([\w.-]+(?:\/[\w.-]*)+)`/g)].map(match => match[1] ?? '')
    const isThere = (name: string) =>
      ['.', folder, path.dirname(folder)].some(base =>
        ['', '.test.ts', '.spec.ts'].some(ending => existsSync(path.join(root, base, name + ending))),
      )
    expect(named.length).toBeGreaterThanOrEqual(readme === 'README.md' ? 10 : 0)
    return named.filter(name => !elsewhere.test(name) && !isThere(name)).map(name => `${readme}: ${name}`)
  })
  expect(missing).toEqual([])
})
