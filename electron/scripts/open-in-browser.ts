import { spawn } from 'node:child_process'
import { say } from './paths.ts'

const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Opens an address in the person's browser; says so when there is none, since the address itself is already printed. */
export function openInBrowser(url: string): void {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open']
  const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  const sayHow = () => say('no browser could be opened: open the address above in one on this machine.')
  opener.once('error', sayHow).once('exit', code => code && sayHow())
  opener.unref()
}
