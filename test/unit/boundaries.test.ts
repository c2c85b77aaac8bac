import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

// A file, an import in it, and whether it may stand there: the cells of the import table, then the inner tables of backend and page.
const imports: [string, string, boolean][] = [
  ['shared/domain/a.ts', './money.ts', true],
  ['shared/contract/a.ts', '../catalogue/field.ts', true],
  ['shared/contract/a.ts', 'zod', true],
  ['shared/domain/a.ts', 'node:fs', false],
  ['shared/domain/a.ts', 'fs', false],
  ['shared/domain/a.ts', 'react', false],
  ['shared/domain/a.ts', 'electron', false],
  ['shared/domain/a.ts', 'zebra', false],
  ['shared/domain/a.ts', '../../electron/backend/dispatcher/a.ts', false],
  ['shared/domain/a.ts', '../../renderer/ui/a.ts', false],
  ['shared/domain/a.ts', '../../test/fixtures/a.ts', false],

  ['electron/backend/index.ts', '../../shared/domain/money.ts', true],
  ['electron/backend/index.ts', './dispatcher/a.ts', true],
  ['electron/backend/index.ts', 'node:fs', true],
  ['electron/backend/index.ts', 'better-sqlite3', true],
  ['electron/backend/index.ts', 'electron', false],
  ['electron/backend/index.ts', 'electron/main', false],
  ['electron/backend/index.ts', 'electron-store', false],
  ['electron/backend/index.ts', 'react', false],
  ['electron/backend/index.ts', '../main/a.ts', false],
  ['electron/backend/log/a.ts', '../../preload/a.ts', false],
  ['electron/backend/index.ts', '../browser-host/a.ts', false],
  ['electron/backend/index.ts', '../../renderer/ui/a.ts', false],

  ['electron/backend/dispatcher/a.ts', '../services/a.ts', true],
  ['electron/backend/dispatcher/a.ts', '../repositories/a.ts', false],
  ['electron/backend/dispatcher/a.ts', '../database/a.ts', false],
  ['electron/backend/dispatcher/a.ts', '../reports/a.ts', false],
  ['electron/backend/dispatcher/a.ts', '../jobs/a.ts', false],
  ['electron/backend/services/a.ts', '../repositories/a.ts', true],
  ['electron/backend/services/a.ts', '../reports/a.ts', true],
  ['electron/backend/services/a.ts', '../jobs/a.ts', true],
  ['electron/backend/services/a.ts', '../dispatcher/a.ts', false],
  ['electron/backend/services/a.ts', 'electron', false],
  ['electron/backend/repositories/a.ts', '../database/a.ts', true],
  ['electron/backend/repositories/a.ts', '../services/a.ts', false],
  ['electron/backend/repositories/a.ts', '../dispatcher/a.ts', false],
  ['electron/backend/repositories/a.ts', '../reports/a.ts', false],
  ['electron/backend/database/a.ts', '../../../shared/catalogue/field.ts', true],
  ['electron/backend/database/a.ts', '../repositories/a.ts', false],
  ['electron/backend/database/a.ts', '../services/a.ts', false],
  ['electron/backend/database/a.ts', '../jobs/a.ts', false],
  ['electron/backend/reports/a.ts', '../services/a.ts', false],
  ['electron/backend/reports/a.ts', '../jobs/a.ts', false],
  ['electron/backend/jobs/a.ts', '../reports/a.ts', true],
  ['electron/backend/jobs/a.ts', '../services/a.ts', false],
  ['electron/backend/jobs/a.ts', '../dispatcher/a.ts', false],
  ['electron/backend/search/a.ts', '../../../shared/domain/width.ts', true],
  ['electron/backend/search/a.ts', './polyphones.ts', true],
  ['electron/backend/search/a.ts', '../repositories/a.ts', false],
  ['electron/backend/search/a.ts', '../services/a.ts', false],
  ['electron/backend/reports/a.ts', '../files/zip-entries.ts', true],
  ['electron/backend/files/a.ts', '../services/a.ts', false],
  ['electron/backend/log/a.ts', '../../../shared/contract/errors.ts', true],
  ['electron/backend/log/a.ts', '../database/a.ts', false],
  ['electron/backend/log/a.ts', '../dispatcher/a.ts', false],
  ['electron/backend/sample/a.ts', '../../../shared/catalogue/field.ts', true],
  ['electron/backend/sample/a.ts', '../services/a.ts', false],
  ['electron/backend/sample/a.ts', '../search/a.ts', false],
  ['electron/backend/sample/a.ts', 'electron', false],

  ['electron/main/index.ts', 'electron', true],
  ['electron/main/index.ts', 'electron-store', true],
  ['electron/main/index.ts', '../../shared/contract/table.ts', true],
  ['electron/main/index.ts', '../backend/index.ts', false],
  ['electron/main/index.ts', '../browser-host/a.ts', false],
  ['electron/main/index.ts', '../../renderer/app/a.ts', false],
  ['electron/main/index.ts', 'react', false],
  ['electron/preload/index.ts', 'electron', true],
  ['electron/preload/index.ts', '../backend/index.ts', false],
  ['electron/preload/index.ts', '../../renderer/app/a.ts', false],

  ['electron/browser-host/index.ts', 'node:http', true],
  ['electron/browser-host/index.ts', '../backend/create-backend.ts', true],
  ['electron/browser-host/index.ts', '../backend/index.ts', false],
  ['electron/browser-host/index.ts', '../backend/services/a.ts', false],
  ['electron/browser-host/index.ts', '../backend/database/a.ts', false],
  ['electron/browser-host/index.ts', '../main/a.ts', false],
  ['electron/browser-host/index.ts', '../../renderer/app/a.ts', false],
  ['electron/browser-host/index.ts', 'electron', false],

  ['renderer/app/index.tsx', 'react', true],
  ['renderer/app/index.tsx', '../features/customers/list.tsx', true],
  ['renderer/app/index.tsx', '../../shared/contract/table.ts', true],
  ['renderer/app/index.tsx', 'electron', false],
  ['renderer/app/index.tsx', 'node:fs', false],
  ['renderer/app/index.tsx', 'path', false],
  ['renderer/app/index.tsx', 'better-sqlite3', false],
  ['renderer/app/index.tsx', '../../electron/main/a.ts', false],
  ['renderer/app/index.tsx', '../../electron/backend/index.ts', false],
  ['renderer/features/customers/a.tsx', './row.tsx', true],
  ['renderer/features/customers/a.tsx', '../../form/form.tsx', true],
  ['renderer/features/customers/a.tsx', '../../ui/button.tsx', true],
  ['renderer/features/customers/a.tsx', '../../transport/transport.ts', true],
  ['renderer/features/customers/a.tsx', '../credit/a.tsx', false],
  ['renderer/features/customers/a.tsx', '../../features/credit/a.tsx', false],
  ['renderer/features/customers/a.tsx', '../../app/routes.tsx', false],
  ['renderer/features/customers/a.tsx', 'electron', false],
  ['renderer/form/a.tsx', '../ui/button.tsx', true],
  ['renderer/form/a.tsx', '../features/customers/a.tsx', false],
  ['renderer/form/a.tsx', '../app/a.tsx', false],
  ['renderer/ui/a.tsx', '../form/a.tsx', false],
  ['renderer/ui/a.tsx', '../features/customers/a.tsx', false],
  ['renderer/transport/a.ts', '../app/a.tsx', false],
  ['renderer/transport/a.ts', '../../electron/main/a.ts', false],
]

it.each([
  ['at the top', (specifier: string) => `export * from '${specifier}'\n`],
  ['when it is needed', (specifier: string) => `export const load = () => import('${specifier}')\n`],
])('lets every import of the table pass, and catches every one that it forbids: loaded %s', (_when, write) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kehu-boundaries-'))
  try {
    const probes = imports.map(([file, specifier], index) => {
      const probe = path.join(path.dirname(file), `probe-${index}.ts`)
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
      writeFileSync(path.join(folder, probe), write(specifier))
      return probe
    })
    const caught = lint(folder)
    const verdicts = imports.map(([file, specifier], index) => [file, specifier, !caught.has(probes[index] ?? '')])
    expect(verdicts).toEqual(imports)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** The files below the folder, relative to it, in which our rules find a forbidden import. */
function lint(folder: string): Set<string> {
  const rules = pathToFileURL(path.join(root, 'oxlint.config.ts')).href
  writeFileSync(path.join(folder, 'oxlint.config.ts'), `export { default } from '${rules}'\n`)
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: folder, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
  return new Set(
    diagnostics.filter(found => found.code === 'eslint(no-restricted-imports)').map(found => found.filename),
  )
}
