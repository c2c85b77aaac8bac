import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { openDesktop } from '../e2e/hosts/desktop.ts'
import { programEnvironment } from '../e2e/hosts/host.ts'
import { giveToUser } from '../e2e/hosts/ordinary-user.ts'
import { readScreen } from './read-screen.ts'

test('whoever starts the program while it still takes its last backup gets its window when that has ended', async () => {
  test.skip(process.platform !== 'linux', 'processes are found in /proc, and the picture of the screen is one of Xvfb')
  const work = mkdtempSync(path.join(tmpdir(), 'kehu-again-'))
  giveToUser(work)
  const desktop = await openDesktop('package-test', work)
  const dataDir = path.join(work, 'data')
  const env = { ...programEnvironment(work), ...desktop.environment }
  const start = () => spawn(desktop.program, ['--data-dir', dataDir], { stdio: 'ignore', env })
  const isShown = () => readScreen(path.join(work, 'Xvfb_screen0')).share('eceff3') > 0.3
  try {
    const first = start()
    await expect.poll(isShown).toBe(true)
    const database = path.join(dataDir, 'kehu.sqlite')
    await expect.poll(() => holdersOf(database).length).toBe(1)
    // A backup that takes long: the data process stands still.
    const [backend = 0] = holdersOf(database)
    process.kill(backend, 'SIGSTOP')
    first.kill('SIGTERM')
    await expect.poll(isShown).toBe(false)
    await ended(start())
    expect(isShown()).toBe(false)
    process.kill(backend, 'SIGCONT')
    await ended(first)
    await expect.poll(isShown).toBe(true)
  } finally {
    for (const left of processes(id => commandLine(id).includes(dataDir))) process.kill(left, 'SIGKILL')
    desktop.close()
    rmSync(work, { recursive: true, force: true, maxRetries: 5 })
  }
})

const processes = (isMeant: (id: string) => boolean): number[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && isMeant(name))
    .map(Number)

/** The ids of the processes that have a file open. */
const holdersOf = (file: string) => processes(id => openFiles(id).includes(file))

function openFiles(id: string): string[] {
  try {
    return readdirSync(`/proc/${id}/fd`).map(fd => readlinkSync(`/proc/${id}/fd/${fd}`))
  } catch {
    return [] // it has ended or closed one meanwhile
  }
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    return '' // it has ended meanwhile
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
