import { homedir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { dataPlaces } from '../../shared/domain/data-places.ts'

/** The command line of browser mode, completed: an absolute data folder, and port 0 for any free one. */
export interface HostOptions {
  readonly port: number
  readonly dataDir: string
  readonly sample: boolean
}

/**
 * Reads `--port N --data-dir DIR --sample`. The sample company has a folder of its own unless one is named.
 * @throws TypeError in words for the person at the terminal when an option is unknown or makes no sense
 */
export function readOptions(args: readonly string[]): HostOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      'data-dir': { type: 'string' },
      sample: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new TypeError(`--port ${values.port}: not a port`)
  const places = dataPlaces({ platform: process.platform, env: process.env, home: homedir() })
  const dataDir = path.resolve(values['data-dir'] ?? (values.sample ? places.sample : places.data))
  return { port, dataDir, sample: values.sample }
}
