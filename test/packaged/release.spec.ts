import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { licences } from '../../shared/contract/licences.ts'
import { type Build, openDesktop } from '../e2e/hosts/desktop.ts'
import { programEnvironment } from '../e2e/hosts/host.ts'
import { giveToUser } from '../e2e/hosts/ordinary-user.ts'
import { packagesOf, readFuses } from './read-package.ts'
import { readScreen } from './read-screen.ts'

const root = path.resolve(import.meta.dirname, '../..')

test('a test build differs from what people get in one fuse', () => {
  const fuses = (build: Build) => packagesOf(build).map(({ electron }) => readFuses(electron))
  const [released] = fuses('package')
  expect(released).toMatchObject({ EnableNodeCliInspectArguments: false })
  expect(fuses('package-test')).toEqual([{ ...released, EnableNodeCliInspectArguments: true }])
})

test('every package that is shipped stands in the list of licences, under a licence that permits that', () => {
  const list = licences.parse(JSON.parse(readFileSync(path.join(root, 'out/app/renderer/licences.json'), 'utf8')))
  expect(list.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['kehu', 'electron', 'better-sqlite3', 'SQLite', 'react', 'antd', 'exceljs', 'zod']),
  )
  expect(list.filter(({ text }) => text === '').map(({ name }) => name)).toEqual(['@ant-design/icons-svg'])
  expect([...new Set(list.map(({ licence }) => licence))].sort()).toEqual([
    '(MIT AND Zlib)',
    '(MIT OR GPL-3.0-or-later)', // we take it under MIT
    'Apache-2.0',
    'BSD-3-Clause',
    'ISC',
    'MIT',
    'MIT AND Apache-2.0',
    'Public domain',
    'Unlicense',
  ])
})

/** What could be done to a program from outside while it ran. */
interface Reached {
  readonly node: boolean
  readonly chromium: boolean
  readonly required: boolean
}

test('the program that people get shows its window and lets nobody look inside', async () => {
  test.skip(process.platform !== 'linux', 'the picture of the screen is one of Xvfb')
  expect(await reach('package')).toEqual({ node: false, chromium: false, required: false })
  // The same probes do reach a build that is made for them, so that they can tell.
  expect(await reach('package-test')).toEqual({ node: true, chromium: true, required: false })
})

/** Starts a build with everything that would open it, waits until its window is drawn, and tries the doors. */
async function reach(build: Build): Promise<Reached> {
  const work = mkdtempSync(path.join(tmpdir(), 'kehu-release-'))
  giveToUser(work)
  const desktop = await openDesktop(build, work)
  const [node, chromium] = [await freePort(), await freePort()]
  const spy = path.join(work, 'spy.cjs')
  writeFileSync(spy, `require('node:fs').writeFileSync(${JSON.stringify(path.join(work, 'spied'))}, '')`)
  const args = [`--inspect=${node}`, `--remote-debugging-port=${chromium}`, '--data-dir', path.join(work, 'data')]
  const child = spawn(desktop.program, args, {
    stdio: 'ignore',
    env: {
      ...programEnvironment(work),
      ...desktop.environment,
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: `--require ${spy}`,
    },
  })
  try {
    // The page is drawn when the screen has the colour behind it and, from its letters, many shades.
    const screen = () => readScreen(path.join(work, 'Xvfb_screen0'))
    await expect.poll(() => screen().share('eceff3'), { timeout: 30_000 }).toBeGreaterThan(0.3)
    await expect.poll(() => screen().shades, { timeout: 30_000 }).toBeGreaterThan(50)
    await expect.poll(() => existsSync(path.join(work, 'data/kehu.sqlite')), { timeout: 30_000 }).toBe(true)
    const required = existsSync(path.join(work, 'spied'))
    return { node: await answers(node), chromium: await answers(chromium), required }
  } finally {
    await end(child)
    desktop.close()
    rmSync(work, { recursive: true, force: true })
  }
}

async function end(child: ChildProcess) {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
