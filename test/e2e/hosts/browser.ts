import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from '@playwright/test'
import { browserHost as builtHost } from '../../../electron/scripts/paths.ts'
import { findChromium } from '../../runner/system-needs.ts'
import { type Host, laterEnvironment, type Places, programEnvironment, screen } from './host.ts'

const start = path.resolve(import.meta.dirname, '../../../electron/scripts/start.ts')

const day = 24 * 3_600_000 // ms
const longest = 3 * 60_000 // ms that a file of a hundred thousand customers may take on a slow machine

// Without these, Chromium looks for its maker's servers at every start.
const quiet = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Starts this machine's Chromium, with further arguments. */
export function launchChromium(further: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('there is no Chromium on this machine')
  // Chromium's sandbox, too, does not work for root.
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, args: [...quiet, ...further] })
}

/** Browser mode with its page in Chromium. */
export function browserHost(places: Places, browser: Browser): Host {
  let running: { child: ChildProcess; ended: Promise<unknown[]>; page: Page } | undefined

  return {
    async start(daysLater = 0) {
      const { dataDir, home, programArguments, startsAsForPeople } = places
      const program = startsAsForPeople ? [start, '--browser', '--no-open'] : [builtHost]
      const args = [...program, '--port', '0', '--data-dir', dataDir, ...programArguments]
      // In a process group of its own, so that a kill reaches every process of it.
      const child = spawn(process.execPath, args, {
        env: { ...programEnvironment(home), ...laterEnvironment(daysLater) },
        stdio: ['ignore', 'pipe', 'inherit'],
        detached: true,
      })
      const ended = once(child, 'exit')
      const context = await browser.newContext({ ...screen, acceptDownloads: true })
      const page = await context.newPage()
      if (daysLater > 0) await page.clock.setSystemTime(Date.now() + daysLater * day)
      running = { child, ended, page }
      await page.goto(await addressOf(child))
      return page
    },

    async stop() {
      if (!running) return
      const { child, ended, page } = running
      running = undefined
      await page.context().close()
      if (child.signalCode === 'SIGKILL') return
      child.kill('SIGTERM')
      const [code] = await ended
      if (code !== 0) throw new Error(`browser mode ended with exit code ${String(code)}`)
    },

    async giveUp() {
      // Its context is closed without a question.
    },

    async kill() {
      if (running?.child.pid === undefined) return
      process.kill(-running.child.pid, 'SIGKILL')
      await running.ended
    },

    main() {
      throw new Error('browser mode has no main process')
    },

    async exportFile(action) {
      if (!running) throw new Error('the program does not run')
      const [download] = await Promise.all([running.page.waitForEvent('download', { timeout: longest }), action()])
      const file = path.join(places.exports, download.suggestedFilename())
      await download.saveAs(file)
      return file
    },

    async chooseFile(file, action) {
      if (!running) throw new Error('the program does not run')
      const [chooser] = await Promise.all([running.page.waitForEvent('filechooser'), action()])
      await chooser.setFiles(file)
    },
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('standard output is not connected')
  for await (const line of createInterface(stdout)) {
    const address = /^ready (http:\/\/127\.0\.0\.1:\d+\/#token=.+)$/.exec(line)?.[1]
    if (!address) throw new Error(`the first line of browser mode is no address: ${line}`)
    return address
  }
  throw new Error('browser mode ended before it was ready')
}
