import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { databaseFile } from '../../electron/backend/database/data-folder.ts'
import { installedElectron } from '../../electron/scripts/find-electron.ts'
import { root, say } from '../../electron/scripts/paths.ts'
import { runChild } from '../../electron/scripts/run-child.ts'
import { openDesktop, openToUser } from '../e2e/hosts/desktop.ts'
import { programEnvironment } from '../e2e/hosts/host.ts'
import { giveToUser, runsAsOtherUser } from '../e2e/hosts/ordinary-user.ts'
import { goToRoute, signInIfAsked } from '../e2e/steps/sign-in.ts'
import { benchPassword } from './desk.ts'
import type { Measurement, Series } from './measure.ts'

const bareWindow = fileURLToPath(new URL('./bare-window.cjs', import.meta.url))

/**
 * How long a person waits for the packaged program: until the first words are painted in its window, and until the list stands in it, the
 * password typed at once; beside an Electron that shows an empty page. Nothing is measured where there is no Electron.
 */
export async function measureStart(dir: string, customers: number, rounds: number): Promise<Measurement[]> {
  const electron = process.env['ELECTRON_DIST'] ?? installedFolder()
  if (electron === undefined) {
    say('the start of the window is not measured: there is no Electron, which npm run package gets.')
    return []
  }
  await packageProgram()
  const desktop = await openDesktop()
  // The program runs as an ordinary user, who can not read the folders of whoever measures.
  const work = mkdtempSync(path.join(tmpdir(), 'kehu-start-'))
  const [data, home] = [path.join(work, 'data'), path.join(work, 'home')]
  for (const folder of [data, home]) mkdirSync(folder)
  cpSync(databaseFile(dir), databaseFile(data))
  giveToUser(work, data, databaseFile(data), home)
  const environment = { ...programEnvironment(home), ...desktop.environment }
  const bareProgram = bareElectron(electron, path.join(work, 'bare'))
  try {
    const [seen, usable, bare]: [Series[], Series[], Series[]] = [[], [], []]
    for (let round = 0; round <= rounds; round++) {
      const [window, list] = await startProgram(desktop.program, data, environment)
      const nothing = await startBare(bareProgram, environment)
      // The first start fills the caches of the disk.
      if (round === 0) continue
      seen.push([window])
      usable.push([list])
      bare.push([nothing])
    }
    const beside = { what: 'bare Electron window', rounds: bare }
    return [
      { work: 'start until the window shows', customers, unit: 'ms', rounds: seen, beside },
      { work: 'start until the list is usable', customers, unit: 'ms', rounds: usable, beside },
    ]
  } finally {
    desktop.close()
    rmSync(work, { recursive: true, force: true })
  }
}

/** A program that was packaged from other sources would be another one, and might not open this database. */
async function packageProgram(): Promise<void> {
  const script = path.join(root, 'electron/scripts/package.ts')
  const code = await runChild(process.execPath, [script, '--test-build'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (code !== 0) throw new Error(`the program could not be packaged: exit code ${code}`)
}

type Environment = Record<string, string>

async function startProgram(program: string, data: string, environment: Environment): Promise<[number, number]> {
  const started = Date.now()
  const { page, end } = await launch(program, ['--lang=zh-CN', '--data-dir', data], environment)
  await signInIfAsked(page, '林晓', benchPassword)
  await goToRoute(page, '/customers')
  await page.locator('.grid-customers [role="row"]').nth(5).waitFor()
  const list = Date.now() - started
  const window = (await firstPaint(page)) - started
  await end()
  return [window, list]
}

async function startBare(electron: string, environment: Environment): Promise<number> {
  const started = Date.now()
  const { page, end } = await launch(electron, [], environment)
  const window = (await firstPaint(page)) - started
  await end()
  return window
}

/** When words were painted in a window for the first time, in ms as of Date.now: whoever asks from outside hears of it late. */
async function firstPaint(page: Page): Promise<number> {
  const paint = await page.waitForFunction(() => {
    const [entry] = performance.getEntriesByName('first-contentful-paint')
    return entry && performance.timeOrigin + entry.startTime
  })
  const at = await paint.jsonValue()
  if (at === undefined) throw new Error('nothing was painted')
  return at
}

/** Starts a program and looks into its window from outside, by the same road for ours and for the bare one. */
async function launch(
  program: string,
  args: readonly string[],
  env: Environment,
): Promise<{ page: Page; end: () => Promise<void> }> {
  // The program opens the second door only where the first one is open, which a package for people has locked.
  const doors = ['--inspect=0', '--remote-debugging-port=0']
  const child = spawn(program, [...doors, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'exit')
  // Electron knows no contexts whose downloads could be set up.
  const browser = await chromium.connectOverCDP(await debuggingAddress(child.stderr), { noDefaults: true })
  const [context] = browser.contexts()
  if (!context) throw new Error('the program has no window')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  return {
    page,
    async end() {
      await browser.close()
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function debuggingAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const address = /^DevTools listening on (ws:.+)$/.exec(line)?.[1]
    if (address) {
      output.resume() // what nobody reads would stop the program
      return address
    }
  }
  throw new Error('the program ended before its window could be looked into')
}

/** The Electron that the program is packaged with, in a folder of its own, with an empty window instead of the program; started as ours is. */
function bareElectron(dist: string, folder: string): string {
  cpSync(dist, folder, { recursive: true, verbatimSymlinks: true })
  const app = path.join(folder, 'resources/app')
  mkdirSync(app, { recursive: true })
  cpSync(bareWindow, path.join(app, 'bare-window.cjs'))
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'bare-window', main: 'bare-window.cjs' }))
  const program = process.platform === 'win32' ? 'electron.exe' : 'electron'
  return runsAsOtherUser ? openToUser(folder, program) : path.join(folder, program)
}

function installedFolder(): string | undefined {
  const program = installedElectron()
  return program && path.dirname(program)
}
