import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, platform, release, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { one } from '../../electron/backend/database/connection.ts'
import { root, say } from '../../electron/scripts/paths.ts'
import { folderWith } from './data.ts'
import { deskAt } from './desk.ts'
import { measureOpen, measureSave } from './files.ts'
import { judge, largeRegister, type Verdict } from './goals.ts'
import type { Measurement } from './measure.ts'
import { buildForMemory, measureMemory } from './memory.ts'
import { measureSearch } from './search.ts'
import { table } from './table.ts'

const smallRegister = 200
const fewestRounds = 5

/**
 * `npm run bench [-- --small --rounds N]`: measures the backend with 200 and with 100,000 customers, prints one table and
 * keeps every single time in test/bench/out/bench.json. `--small` leaves the 100,000 out, whose first run makes them.
 */
async function run(sizes: readonly number[], rounds: number): Promise<void> {
  await buildForMemory()
  const measurements: Measurement[] = []
  for (const customers of sizes) measurements.push(...(await measureRegister(customers, rounds)))
  const verdicts = measurements.map(judge)
  process.stdout.write(`${table(verdicts)}\n`)
  const file = path.join(root, 'test/bench/out/bench.json')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ machine: machine(), rounds, verdicts, measurements }, null, 1)}\n`)
  say(`${summary(verdicts)}; every time is in ${path.relative(root, file)}.`)
}

function summary(verdicts: readonly Verdict[]): string {
  const judged = verdicts.filter(({ met }) => met !== undefined)
  const missed = judged.filter(({ met }) => !met).length
  if (judged.length === 0) return 'the goals are for the large register'
  return missed === 0 ? 'every goal is met' : `${missed} of ${judged.length} goals are not met`
}

async function measureRegister(customers: number, rounds: number): Promise<Measurement[]> {
  const folder = folderWith(customers)
  try {
    const desk = await deskAt(folder.dir)
    const found = one<{ count: number }>(desk.db, 'SELECT count(*) AS count FROM customer_search')?.count
    if (found !== customers) throw new Error(`${customers} customers were wanted, there are ${found}`)
    say(`measuring with ${customers} customers …`)
    const search = await measureSearch(desk, customers, rounds)
    const open = await measureOpen(desk, customers, rounds)
    const save = await measureSave(desk, customers, rounds)
    await desk.leave()
    return [...search, open, save, ...measureMemory(folder.dir, customers, rounds)]
  } finally {
    folder.remove()
  }
}

function machine() {
  const [cpu] = cpus()
  const memoryGB = Math.round(totalmem() / 1e9)
  return {
    at: new Date().toISOString(),
    node: process.version,
    os: `${platform()} ${release()}`,
    cpu: cpu?.model,
    cores: cpus().length,
    memoryGB,
  }
}

const { values } = parseArgs({
  options: { small: { type: 'boolean', default: false }, rounds: { type: 'string', default: String(fewestRounds) } },
})
const rounds = Number(values.rounds)
if (Number.isSafeInteger(rounds) && rounds >= fewestRounds) {
  await run(values.small ? [smallRegister] : [smallRegister, largeRegister], rounds)
} else {
  say(`--rounds takes a whole number from ${fewestRounds} upwards.`)
  process.exitCode = 2
}
