import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, say } from './paths.ts'
import { runChild } from './run-child.ts'

const folder = path.join(root, 'node_modules/electron')
const failedDownload = path.join(root, 'node_modules/.cache/electron-download-failed')
const day = 24 * 60 * 60 * 1000

/** Electron's program on this machine, or why there is none to start, as the end of a sentence. */
export type FoundElectron = { program: string } | { missing: string }

/** Finds an Electron that can open a window here, and downloads it when that is possible and was not tried in vain today. */
export async function findElectron(): Promise<FoundElectron> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux') {
    if (!DISPLAY && !WAYLAND_DISPLAY) return { missing: 'there is no display' }
    if (process.getuid?.() === 0) return { missing: 'Electron does not run as root' }
  }
  return getElectron()
}

/** Electron's program, which is downloaded first unless that was tried in vain today. */
export async function getElectron(): Promise<FoundElectron> {
  const installed = installedElectron()
  if (installed) return { program: installed }
  if (wasTriedToday()) return { missing: `it could not be downloaded today (to try again, delete ${failedDownload})` }
  const program = await downloadElectron()
  return program ? { program } : { missing: 'it is not installed and could not be downloaded' }
}

/** Electron's program in node_modules; undefined as long as it is not downloaded. */
export function installedElectron(): string | undefined {
  const pathFile = path.join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const program = path.join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(program) ? program : undefined
}

/** Downloads Electron into node_modules and gives its program; undefined when that fails, which is remembered for a day. */
export async function downloadElectron(): Promise<string | undefined> {
  say('downloading Electron (about 110 MB) …')
  await runChild(process.execPath, [path.join(folder, 'install.js')], { stdio: 'ignore' })
  const program = installedElectron()
  if (!program) rememberFailure()
  return program
}

function rememberFailure(): void {
  try {
    mkdirSync(path.dirname(failedDownload), { recursive: true })
    writeFileSync(failedDownload, String(Date.now()))
  } catch (error) {
    // In a folder that may not be written to, every start tries again.
    say(`the failed download could not be remembered: ${String(error)}`)
  }
}

function wasTriedToday(): boolean {
  return existsSync(failedDownload) && Date.now() - Number(readFileSync(failedDownload, 'utf8')) < day
}
