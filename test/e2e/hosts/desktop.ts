import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asUser, runsAsOtherUser } from './ordinary-user.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** A display, and the packaged program ready to be started on it. */
export interface Desktop {
  readonly program: string
  readonly environment: Record<string, string>
  close(): void
}

/** The packaged programs: the one that a test driver can attach to, and the one that people get. */
export type Build = 'package-test' | 'package'

/** The programs in the packaged folders of a build, one for each kind of processor. Throws an Error where there is none. */
export function packagedPrograms(build: Build): [string, ...string[]] {
  const [first, ...others] = globSync(`out/${build}/*/{kehu,kehu.exe,*.app/Contents/MacOS/kehu}`, { cwd: root })
  if (first === undefined) throw new Error(`there is no program in out/${build}: npm test -- package makes it`)
  return [path.join(root, first), ...others.map(other => path.join(root, other))]
}

/**
 * Opens a display where there is none, and puts the packaged program where its user can run it. With a folder for its
 * picture the display is a new one in any case, and keeps what it shows in the file Xvfb_screen0 there.
 */
export async function openDesktop(build: Build = 'package-test', picture?: string): Promise<Desktop> {
  const [packaged] = packagedPrograms(build)
  const display = await openDisplay(picture)
  const installed = runsAsOtherUser ? installForUser(path.dirname(packaged)) : undefined
  return {
    program: installed ? openToUser(installed, 'kehu') : packaged,
    environment: {
      ...(display && { DISPLAY: display.name }),
      ...(installed && { FONTCONFIG_FILE: path.join(installed, 'fonts.conf') }),
    },
    close() {
      display?.server.kill()
      if (installed) rmSync(installed, { recursive: true, force: true })
    },
  }
}

async function openDisplay(picture?: string): Promise<{ name: string; server: ChildProcess } | undefined> {
  if (process.platform !== 'linux' || (process.env['DISPLAY'] && picture === undefined)) return undefined
  const args = ['-displayfd', '3', '-ac', '-nolisten', 'tcp', '-screen', '0', '1366x768x24']
  if (picture !== undefined) args.push('-fbdir', picture)
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const [number] = (await once(server.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { name: `:${number.toString().trim()}`, server }
}

// The folder of a checkout may be closed to others, and an installer sets the sandbox helper up in the same way.
function installForUser(packaged: string): string {
  const installed = mkdtempSync(path.join(tmpdir(), 'kehu-installed-'))
  cpSync(packaged, installed, { recursive: true })
  cpSync(path.join(root, 'test/fixtures/fonts.conf'), path.join(installed, 'fonts.conf'))
  return installed
}

/** Opens a copy of Electron to the ordinary user, with its sandbox; answers what starts a program of it as that user. */
export function openToUser(folder: string, program: string): string {
  chmodSync(folder, 0o755)
  chmodSync(path.join(folder, 'chrome-sandbox'), 0o4755)
  const start = path.join(folder, 'start-as-user')
  writeFileSync(start, startAsUser(path.join(folder, program)), { mode: 0o755 })
  return start
}

// Playwright adds --no-sandbox for root, but the program shall run with its sandbox, as another user.
const startAsUser = (program: string) => `#!/bin/bash
arguments=()
for argument in "$@"; do [ "$argument" = --no-sandbox ] || arguments+=("$argument"); done
preload=()
if [ "$LATER" ]; then preload=(env LD_PRELOAD="$LATER"); fi
exec ${asUser} "\${preload[@]}" "${program}" "\${arguments[@]}"
`
