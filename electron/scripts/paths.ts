import path from 'node:path'

/** The top of the repository. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Where the built program lies: the bundles main, preload, backend, report-worker, import-worker, backup-worker, scan-worker and browser-host (.cjs), and renderer/. */
export const appDir = path.join(root, 'out/app')

/** The built browser mode, for Node. */
export const browserHost = path.join(appDir, 'browser-host.cjs')

/** Says something to the person at the terminal; standard output is kept for results. */
export function say(text: string): void {
  process.stderr.write(`kehu: ${text}\n`)
}
