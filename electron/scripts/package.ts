import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.ts'
import { downloadElectron, installedElectron } from './find-electron.ts'
import { root, say } from './paths.ts'
import { runChild } from './run-child.ts'
import { stage } from './stage.ts'

const packageDir = path.join(root, 'out/package')

/**
 * `npm run package`: makes a folder in out/package that runs on machines like this one, and prints its path. ELECTRON_DIST
 * names the folder of another Electron (`electron-VERSION`, with its own addon in compat/) to package for tests;
 * `--test-build` lets a test driver attach.
 */
async function packageApp(testBuild: boolean): Promise<string> {
  const electron = await electronToPackage()
  await build()
  stage(electron.addon)
  rmSync(packageDir, { recursive: true, force: true })
  const args = [
    path.join(root, 'node_modules/electron-builder/cli.js'),
    '--dir',
    '--publish=never',
    `-c.electronDist=${electron.dist}`,
    `-c.electronVersion=${electron.version}`,
    ...(testBuild ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []),
  ]
  const code = await runChild(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (code !== 0) throw new Error(`electron-builder ended with exit code ${code}`)
  return packagedFolder()
}

async function electronToPackage(): Promise<{ dist: string; version: string; addon?: string }> {
  const dist = process.env['ELECTRON_DIST']
  if (dist) {
    const version = path.basename(dist).replace('electron-', '')
    return { dist, version, addon: path.join(dist, 'compat/better_sqlite3.node') }
  }
  const program = installedElectron() ?? (await downloadElectron())
  if (!program) throw new Error('a package needs Electron, which is not installed and could not be downloaded')
  const downloaded = path.join(root, 'node_modules/electron/dist')
  return { dist: downloaded, version: readFileSync(path.join(downloaded, 'version'), 'utf8').trim().replace(/^v/, '') }
}

function packagedFolder(): string {
  const folder = readdirSync(packageDir, { withFileTypes: true }).find(entry => entry.isDirectory())
  if (!folder) throw new Error(`electron-builder left no folder in ${packageDir}`)
  return path.join(packageDir, folder.name)
}

const { values } = parseArgs({ options: { 'test-build': { type: 'boolean', default: false } } })
try {
  process.stdout.write(`${await packageApp(values['test-build'])}\n`)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
