import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, platform, release, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { one } from '../../electron/backend/database/connection.ts'
import { root, say } from '../../electron/scripts/paths.ts'
import { measureBackup } from './backup.ts'
import { folderWith } from './data.ts'
import { deskAt } from './desk.ts'
import { measureOpen, measureSave } from './files.ts'
import { judge, largeRegister, type Verdict } from './goals.ts'
import { measureImport } from './import.ts'
import type { Measurement } from './measure.ts'
import { buildForBench, measureMemory } from './memory.ts'
import { measurePacket } from './packet.ts'
import { measureRegister } from './register.ts'
import { measureScreens } from './screens.ts'
import { measureFirstPage, measureSearch } from './search.ts'
import { measureStart } from './start.ts'
import { table } from './table.ts'

// Opening and saving stay as they are while the register grows, searching and listing grow far slower than it.
const growing = [1_000, 10_000, largeRegister]
const hugeRegister = 1_000_000
const fewestRounds = 5

/**
 * `npm run bench [-- --small --huge --rounds N]`: measures the program with 1,000, 10,000 and 100,000 customers, prints one table and
 * keeps every single time in test/bench/out/bench.json. `--small` leaves the 100,000 out, whose first run makes them; `--huge` adds a million.
 */
async function run(sizes: readonly number[], rounds: number): Promise<void> {
  await buildForBench()
  const measurements: Measurement[] = []
  for (const customers of sizes) measurements.push(...(await measureFolder(customers, rounds)))
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

async function measureFolder(customers: number, rounds: number): Promise<Measurement[]> {
  const folder = folderWith(customers)
  try {
    const desk = await deskAt(folder.dir)
    const found = one<{ count: number }>(desk.db, 'SELECT count(*) AS count FROM customer_search')?.count
    if (found !== customers) throw new Error(`${customers} customers were wanted, there are ${found}`)
    say(`measuring with ${customers} customers …`)
    const search = await measureSearch(desk, customers, rounds)
    const first = await measureFirstPage(desk, customers, rounds)
    const open = await measureOpen(desk, customers, rounds)
    const save = await measureSave(desk, customers, rounds)
    await desk.leave()
    const backend = [...search, first, open, save, ...measureMemory(folder.dir, customers, rounds)]
    if (customers !== largeRegister) return backend
    return [
      ...backend,
      ...measureRegister(folder.dir, customers, rounds),
      await measurePacket(folder.dir, customers, rounds),
      await measureBackup(folder.dir, customers, rounds),
      ...(await measureImport(customers, rounds)),
      ...(await measureScreens(folder.dir, customers, rounds)),
      ...(await measureStart(folder.dir, customers, rounds)),
    ]
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
  options: {
    small: { type: 'boolean', default: false },
    huge: { type: 'boolean', default: false },
    rounds: { type: 'string', default: String(fewestRounds) },
  },
})
const rounds = Number(values.rounds)
if (Number.isSafeInteger(rounds) && rounds >= fewestRounds) {
  const sizes = growing.filter(size => !values.small || size < largeRegister)
  await run([...sizes, ...(values.huge ? [hugeRegister] : [])], rounds)
} else {
  say(`--rounds takes a whole number from ${fewestRounds} upwards.`)
  process.exitCode = 2
}
