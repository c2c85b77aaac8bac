import { getElectron, installedElectron } from '../../electron/scripts/find-electron.ts'
import { say } from '../../electron/scripts/paths.ts'
import { addCounts, type Counts, checkCounts } from './counts.ts'
import { meetSystemNeeds } from './system-needs.ts'
import { check, playwright, vitest } from './tools.ts'

/** One step of `npm test`: what is in it can be asked for by its name, all of it or a part. */
export interface Stage {
  readonly names: readonly string[]
  /** Runs what was asked for of it. */
  readonly run: (names: readonly string[]) => Promise<Counts>
}

/** Every stage, in the order in which a fault is found soonest. */
export const stages: readonly Stage[] = [
  { names: ['system'], run: systemNeeds },
  { names: ['types'], run: () => check('node_modules/typescript/bin/tsc', '-b') },
  { names: ['lint'], run: () => check('node_modules/oxlint/bin/oxlint', '--type-aware') },
  {
    names: ['format'],
    run: () => check('node_modules/@biomejs/biome/bin/biome', 'format', '--config-path=test/lint/format.json', '.'),
  },
  { names: ['dead-code'], run: () => check('node_modules/knip/bin/knip.js', '--config=test/lint/knip.jsonc') },
  { names: ['unit'], run: vitest },
  // In one run, so that no processor idles behind the last file of each.
  { names: ['backend', 'excel', 'security'], run: vitest },
  { names: ['build'], run: () => check('electron/scripts/build.ts') },
  { names: ['torture'], run: () => check('test/torture/run.ts', '300') },
  { names: ['package'], run: packageForTests },
  { names: ['browser'], run: () => playwright('browser') },
  { names: ['electron'], run: electronSpecs },
]

async function systemNeeds(): Promise<Counts> {
  const missing = meetSystemNeeds()
  for (const sentence of missing) say(sentence)
  return checkCounts(missing.length === 0)
}

const isElectronThere = () => Boolean(process.env['ELECTRON_DIST'] ?? installedElectron())

async function packageForTests(): Promise<Counts> {
  const electron = isElectronThere() ? undefined : await getElectron()
  if (!electron || 'program' in electron) {
    // What people get is looked at beside the build that a test driver can attach to.
    const builds = [
      await check('electron/scripts/package.ts', '--test-build'),
      await check('electron/scripts/package.ts'),
    ]
    return addCounts(builds)
  }
  say(`nothing is packaged, because there is no Electron: ${electron.missing}.`)
  return { passed: 0, failed: 0, skipped: 2, failures: [] }
}

async function electronSpecs(): Promise<Counts> {
  if (isElectronThere()) return playwright('electron')
  const { skipped } = await playwright('electron', { list: true })
  if (process.env['KEHU_REQUIRE_ELECTRON']) {
    say('the tests in Electron are required here, but there is no Electron.')
    return { passed: 0, failed: skipped, skipped: 0, failures: [] }
  }
  say('the tests in Electron are skipped, because there is no Electron.')
  return { passed: 0, failed: 0, skipped, failures: [] }
}
