import path from 'node:path'
import { parseArgs } from 'node:util'

/** What `npm start` was asked for. `program` holds the arguments that both hosts understand, `port` is a text of digits. */
export interface StartOptions {
  readonly browser: boolean
  readonly open: boolean
  readonly port: string
  readonly program: readonly string[]
}

/** How `npm start` is used. */
export const usage = `usage: npm start -- [--browser] [--no-open] [--port N] [--data-dir DIR] [--sample]
  --browser       start in the browser, also when there is an Electron
  --no-open       browser mode: print the address, open nothing
  --port N        browser mode: the port to listen on (default: any free one)
  --data-dir DIR  the folder that holds the data
  --sample        fill an empty data folder with invented customers (default: a folder of its own)`

/**
 * Reads the command line of `npm start`; a relative data folder is relative to `cwd`.
 * @throws TypeError with a sentence for the person at the terminal
 */
export function readStartOptions(args: readonly string[], cwd: string): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'data-dir': { type: 'string' },
      sample: { type: 'boolean', default: false },
    },
  })
  const dataDir = values['data-dir']
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
    throw new TypeError(`'${values.port}' is not a port`)
  if (dataDir === '') throw new TypeError('--data-dir needs the path of a folder')
  return {
    browser: values.browser,
    open: !values['no-open'],
    port: values.port,
    program: [...(dataDir ? ['--data-dir', path.resolve(cwd, dataDir)] : []), ...(values.sample ? ['--sample'] : [])],
  }
}
