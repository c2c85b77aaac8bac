import { createHash } from 'node:crypto'
import path from 'node:path'
import { dataPlaces, type Machine } from '../../shared/domain/data-places.ts'

/** How this run was started; all folders are absolute. */
export interface StartOptions {
  readonly dataDir: string
  readonly sample: boolean
  /** Window state, caches and the lock of the window for this data folder on this machine; never data. */
  readonly windowDir: string
}

/** Reads `--data-dir DIR` and `--sample`; what else stands on the command line belongs to Chromium or to the system. */
export function readStart(argv: readonly string[], machine: Machine): StartOptions {
  const places = dataPlaces(machine)
  const sample = argv.includes('--sample')
  const usual = sample ? places.sample : places.data
  const named = namedFolder(argv)
  const dataDir = named === undefined ? usual : path.resolve(named)
  // One running window per data folder: Electron ties its lock to this folder, so each data folder has one of its own.
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const windowDir = dataDir === places.data ? places.window : `${places.window}-${digest}`
  return { dataDir, sample, windowDir }
}

function namedFolder(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--data-dir')
  const named = at >= 0 ? argv[at + 1] : argv.find(word => word.startsWith('--data-dir='))?.slice('--data-dir='.length)
  return named || undefined
}
