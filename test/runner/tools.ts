import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../electron/scripts/paths.ts'
import { runChild } from '../../electron/scripts/run-child.ts'
import { checkCounts, type Counts, readPlaywrightReport, readVitestReport } from './counts.ts'

const modules = path.join(root, 'node_modules')
const reports = path.join(root, 'out/test-reports')

/** Runs a program of ours or of node_modules in this Node and gives its exit code. */
function runNode(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const options = { cwd: root, stdio: 'inherit' as const, env: { ...process.env, ...env } }
  return runChild(process.execPath, [path.resolve(root, script), ...args], options)
}

/** Runs a program that only says yes or no. */
export async function check(script: string, ...args: string[]): Promise<Counts> {
  return checkCounts((await runNode(script, args)) === 0)
}

/** Runs the vitest tests of some folders of test/. */
export async function vitest(folders: readonly string[]): Promise<Counts> {
  const report = freshReport(`vitest-${folders.join('-')}`)
  const script = path.join(modules, 'vitest/vitest.mjs')
  const args = ['run', '-c', 'test/vitest.config.ts', ...folders.map(folder => `test/${folder}/`)]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return readVitestReport(report, await runNode(script, [...args, ...reporters]))
}

/** Runs the specs in one host, or only lists them, in which case they count as passed. */
export async function playwright(project: 'browser' | 'electron', { list = false } = {}): Promise<Counts> {
  const report = freshReport(`playwright-${project}`)
  const script = path.join(modules, '@playwright/test/cli.js')
  const args = ['test', '-c', 'test/e2e/playwright.config.ts', `--project=${project}`]
  const reporters = list ? ['--list', '--reporter=json'] : ['--reporter=list,json']
  const exitCode = await runNode(script, [...args, ...reporters], { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  return readPlaywrightReport(report, exitCode)
}

function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true })
  const file = path.join(reports, `${name}.json`)
  rmSync(file, { force: true })
  return file
}
