import { createInterface } from 'node:readline'
import { build } from './build.ts'
import { findElectron } from './find-electron.ts'
import { openInBrowser } from './open-in-browser.ts'
import { browserHost, root, say } from './paths.ts'
import { runChild } from './run-child.ts'
import { readStartOptions, type StartOptions, usage } from './start-options.ts'

// Ended well, or by SIGINT or SIGTERM.
const endedOnPurpose = new Set([0, 130, 143])

/** `npm start`: builds what changed, then starts the program in Electron or, where that is not possible, in the browser. */
async function start(options: StartOptions): Promise<number> {
  await build()
  if (options.browser) return startBrowserMode(options)
  const electron = await findElectron()
  if ('missing' in electron) return fallBack(options, electron.missing)
  const began = performance.now()
  const code = await runChild(electron.program, [root, ...options.program], { stdio: 'inherit' })
  // A missing library or a sandbox that the system forbids shows at once; after that, an end is an end.
  if (endedOnPurpose.has(code) || performance.now() - began > 10_000) return code
  return fallBack(options, `it could not start here (exit code ${code})`)
}

function fallBack(options: StartOptions, why: string): Promise<number> {
  say(`starting in the browser: the desktop window needs Electron, and ${why}.`)
  return startBrowserMode(options)
}

function startBrowserMode({ port, open, program }: StartOptions): Promise<number> {
  const args = [browserHost, '--port', port, ...program]
  return runChild(process.execPath, args, { stdio: ['inherit', 'pipe', 'inherit'] }, host => {
    host.stdout?.pipe(process.stdout)
    if (open && host.stdout) {
      createInterface(host.stdout).once('line', line => openInBrowser(line.replace('ready ', '')))
    }
  })
}

function readOptions(): StartOptions {
  try {
    return readStartOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())
  } catch (error) {
    say(`${messageOf(error)}\n${usage}`)
    process.exit(2)
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

process.exitCode = await start(readOptions()).catch(error => {
  say(messageOf(error))
  return 1
})
