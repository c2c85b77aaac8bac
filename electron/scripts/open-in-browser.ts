import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, say } from './paths.ts'

const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}
const enoughToOpen = 60_000

/** Opens an address in the person's browser; says so when there is none, since the address itself is already printed. */
export function openInBrowser(url: string): void {
  const sayHow = () => say('no browser could be opened: open the address above in one on this machine.')
  const [command, ...args] = openers[process.platform] ?? ['xdg-open']
  try {
    const opener = spawn(command, [...args, writeSignpost(url)], { stdio: 'ignore', detached: true })
    opener.once('error', sayHow).once('exit', code => code && sayHow())
    opener.unref()
  } catch {
    // The folder can not be written to.
    sayHow()
  }
}

/**
 * A page that only this person can read and that leads to the address: every user of the machine sees the arguments of a program,
 * and the address holds the key to the data. It goes after a minute, or when the program ends.
 */
function writeSignpost(url: string): string {
  // Not in the system's folder for such files: a browser that is packed as a snap has another one there.
  const out = path.join(root, 'out')
  mkdirSync(out, { recursive: true })
  const folder = mkdtempSync(path.join(out, 'open-'))
  const page = path.join(folder, 'kehu.html')
  writeFileSync(page, `<!doctype html><meta http-equiv="refresh" content="0;url=${url}">\n`, { mode: 0o600 })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  setTimeout(remove, enoughToOpen).unref()
  process.once('exit', remove)
  return page
}
