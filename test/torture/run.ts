import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../../electron/scripts/build.ts'
import { say } from '../../electron/scripts/paths.ts'
import { createRandom } from '../../electron/backend/sample/random.ts'
import { beginLane, fillFolder, type Lane, liveAndDie, liveOn } from './lane.ts'

const lanes = 2 // as many as there are processors on small machines

/**
 * `npm run torture [-- KILLS --seed N]`: lets people save, sign, import, export and take backups, and kills the data process of the
 * program at any moment of it, so many times. After each death every acknowledged write has to be there, every page and the log whole,
 * and nothing half left. Where something is wrong, says what, keeps the folder, and ends with exit code 1.
 */
async function torture(kills: number, seed: number): Promise<boolean> {
  await build()
  const work = mkdtempSync(path.join(tmpdir(), 'kehu-torture-'))
  const filled = path.join(work, 'filled')
  const about = await fillFolder(filled)
  const shares = Array.from({ length: lanes }, (_, lane) => Math.floor((kills + lane) / lanes))
  const started = await Promise.all(
    shares.map((_, lane) => beginLane(filled, about, path.join(work, `lane-${lane + 1}`), createRandom(seed, lane))),
  )
  const faults = (await Promise.all(started.map((lane, index) => dieAgainAndAgain(lane, shares[index] ?? 0)))).flat()
  say(`${kills} kills (seed ${seed}); acknowledged and kept: ${told(started)}`)
  for (const fault of faults.slice(0, 20)) say(fault)
  const missing = Object.keys(words).filter(kind => started.every(({ ledger }) => !ledger.acknowledged[kind]))
  if (missing.length > 0) faults.push(`nothing was shown, for want of any ${missing.join(', ')}: take more kills`)
  if (faults.length > 0) {
    say(`${faults.length} things are wrong; the folders stay in ${work}`)
    return false
  }
  rmSync(work, { recursive: true, force: true })
  return true
}

async function dieAgainAndAgain(lane: Lane, kills: number): Promise<string[]> {
  for (let life = 1; life <= kills; life++) {
    const faults = await liveAndDie(lane, String(life))
    if (faults.length > 0) return faults.map(fault => `life ${life}: ${fault}`)
    if (life % 50 === 0) say(`${path.basename(lane.dir)}: ${life} of ${kills} lives`)
  }
  return liveOn(lane)
}

const words: Readonly<Record<string, string>> = {
  box: 'saves',
  draft: 'drafts',
  card: 'new cards',
  signature: 'signatures',
  limit: 'limits put in force',
  return: 'returns',
  submission: 'submissions',
  batch: 'imports',
  export: 'exports',
  backup: 'backups',
}

function told(started: readonly Lane[]): string {
  const sum = (kind: string) => started.reduce((count, { ledger }) => count + (ledger.acknowledged[kind] ?? 0), 0)
  return Object.entries(words)
    .map(([kind, word]) => `${sum(kind)} ${word}`)
    .join(', ')
}

const usualKills = 300

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
})
const [kills, seed] = [Number(positionals[0] ?? usualKills), Number(values.seed)]
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  say('torture takes a number of kills, and --seed a whole number.')
  process.exitCode = 2
} else if (!(await torture(kills, seed))) process.exitCode = 1
