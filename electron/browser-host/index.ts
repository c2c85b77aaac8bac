import path from 'node:path'
import program from '../../package.json' with { type: 'json' }
import { createBackend } from '../backend/create-backend.ts'
import { startBrowserHost } from './host.ts'
import { readOptions } from './options.ts'

/** Browser mode as a program: the address is its only line on standard output, a signal ends it cleanly with exit code 0. */
async function main() {
  const { port, ...options } = readOptions(process.argv.slice(2))
  const backend = createBackend({
    ...options,
    version: program.version,
    workerPath: path.join(__dirname, 'report-worker.cjs'),
  })
  const host = await startBrowserHost({ backend, pageDir: path.join(__dirname, 'renderer'), port })
  let closing: Promise<void> | undefined
  const stop = () => {
    closing ??= host.close().then(() => process.exit(0), fail)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  process.stdout.write(`ready ${host.url}\n`)
}

function fail(error: unknown): never {
  process.stderr.write(`kehu: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

main().catch(fail)
