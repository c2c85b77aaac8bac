import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.ts'
import { writeChecksums } from './checksums.ts'
import { downloadElectron, installedElectron } from './find-electron.ts'
import { root, say } from './paths.ts'
import { runChild } from './run-child.ts'
import { stage } from './stage.ts'

interface ElectronToPackage {
  readonly dist: string
  readonly version: string
  /** The one addon that fits it, in place of the prebuilt ones. */
  readonly addon?: string
}

/** What is made: a folder to run as it is, or the installers of this system; a test build lets a test driver attach. */
interface Wish {
  readonly installers: boolean
  readonly testBuild: boolean
}

/**
 * `npm run package`: makes a folder in out/package that runs on machines like this one, and prints its path. With
 * `--installers` it makes the installers of this system, a copy of each for the processors in electron-builder.yml, and
 * SHA256SUMS beside them. `--test-build` lets a test driver attach and has out/package-test to itself. ELECTRON_DIST names
 * the folder of another Electron (`electron-VERSION`, with its own addon in compat/) to package for tests.
 */
async function packageApp({ installers, testBuild }: Wish): Promise<string> {
  const electron = await electronToPackage()
  await build()
  stage(electron.addon)
  const packageDir = path.join(root, testBuild ? 'out/package-test' : 'out/package')
  rmSync(packageDir, { recursive: true, force: true })
  const args = [
    path.join(root, 'node_modules/electron-builder/cli.js'),
    ...(installers ? [] : ['--dir']),
    ...(electron.addon ? [`--${process.arch}`] : []),
    '--publish=never',
    `-c.directories.output=${packageDir}`,
    `-c.electronVersion=${electron.version}`,
    // The folder holds the Electron of this processor alone; for another one, electron-builder gets its own.
    ...(installers && !electron.addon ? [] : [`-c.electronDist=${electron.dist}`]),
    ...fuseArguments(electron.version, testBuild),
    ...(signsAdHoc() ? ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false', '-c.mac.notarize=false'] : []),
  ]
  const code = await runChild(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (code !== 0) throw new Error(`electron-builder ended with exit code ${code}`)
  return installers ? writeChecksums(packageDir) : packagedFolder(packageDir)
}

function fuseArguments(version: string, testBuild: boolean): string[] {
  const knowsFileProtocolFuse = Number(version.split('.')[0]) >= 29
  return [
    ...(knowsFileProtocolFuse ? ['-c.electronFuses.grantFileProtocolExtraPrivileges=false'] : []),
    ...(testBuild ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []),
  ]
}

// Without a certificate macOS starts the program on the machine that made it, but only with libraries of no signature allowed.
const signsAdHoc = () => process.platform === 'darwin' && !process.env['CSC_LINK'] && !process.env['CSC_NAME']

async function electronToPackage(): Promise<ElectronToPackage> {
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

function packagedFolder(packageDir: string): string {
  const folder = readdirSync(packageDir, { withFileTypes: true }).find(entry => entry.isDirectory())
  if (!folder) throw new Error(`electron-builder left no folder in ${packageDir}`)
  return path.join(packageDir, folder.name)
}

const { values } = parseArgs({
  options: { 'test-build': { type: 'boolean', default: false }, installers: { type: 'boolean', default: false } },
})
try {
  process.stdout.write(`${await packageApp({ installers: values.installers, testBuild: values['test-build'] })}\n`)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
