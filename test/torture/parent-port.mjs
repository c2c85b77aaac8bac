// Usage: node parent-port.mjs BUNDLE DATA_DIR [--sample]
// Gives a bundled backend the end of the line that Electron gives a utility process, over the line that Node gives a child. No
// TypeScript: what strips its types would take longer to start than the program.
import { createRequire } from 'node:module'

const [bundle, dir, ...options] = process.argv.slice(2)
process.parentPort = {
  on: (event, listener) => process.on(event, data => listener({ data })),
  postMessage: answer => process.send(answer),
}
process.argv.splice(2, Infinity, '--data-dir', dir, ...options)
createRequire(import.meta.url)(bundle)
