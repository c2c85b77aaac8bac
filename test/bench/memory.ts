import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../electron/scripts/bundle.ts'
import { root } from '../../electron/scripts/paths.ts'
import { childAnswer } from './child.ts'
import type { Measurement, Series } from './measure.ts'

const script = fileURLToPath(new URL('./idle-backend.mjs', import.meta.url))
/** Where the bundles lie that are measured: beside the program that is used on this machine, which may be running. */
export const built = path.join(root, 'out/bench/app')

/** Builds the program anew, since what people run is the bundle. Rejects when a source is wrong. */
export async function buildForBench(): Promise<void> {
  rmSync(built, { recursive: true, force: true })
  await bundle(built)
}

/**
 * The memory of the bundled backend in a process of its own that has nothing to do: once when the list stands on the screen,
 * once after searches and opened files have filled its caches. Beside it a Node that has started and done nothing.
 */
export function measureMemory(dir: string, customers: number, rounds: number): Measurement[] {
  const [started, used, bare]: [Series[], Series[], Series[]] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    const [atStart, afterWork] = megabytes([script, path.join(built, 'backend.cjs'), dir, String(customers)])
    const [nothing] = megabytes(['--eval', 'console.log(JSON.stringify([process.memoryUsage.rss() / 1e6]))'])
    started.push([atStart ?? 0])
    used.push([afterWork ?? 0])
    bare.push([nothing ?? 0])
  }
  const beside = { what: 'bare Node', rounds: bare }
  return [
    { work: 'memory, idle with the list shown', customers, unit: 'MB', rounds: started, beside },
    { work: 'memory, idle after some work', customers, unit: 'MB', rounds: used, beside },
  ]
}

const megabytes = (args: readonly string[]) => childAnswer(args) as number[]
