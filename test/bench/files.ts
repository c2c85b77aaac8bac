import { randomUUID } from 'node:crypto'
import { run } from '../../electron/backend/database/connection.ts'
import { createRandom } from '../../electron/backend/sample/random.ts'
import type { Path } from '../../shared/catalogue/field.ts'
import type { Desk } from './desk.ts'
import { type Measurement, type Series, timed } from './measure.ts'

const opensPerRound = 500
const savesPerRound = 200

/** Opens customer files from anywhere in the register. */
export async function measureOpen(desk: Desk, customers: number, rounds: number): Promise<Measurement> {
  const series: Series[] = []
  for (let round = 0; round <= rounds; round++) {
    const random = createRandom(round, 2)
    const times: Series = []
    for (let count = 0; count < opensPerRound; count++) {
      const id = random.whole(1, customers)
      times.push((await timed(() => desk.ask('customers.open', { id }))).ms)
    }
    if (round > 0) series.push(times)
  }
  return { work: 'open a customer file', customers, unit: 'ms', rounds: series }
}

// Boxes of both forms; what the telephone says can also be searched for.
const boxes: readonly Path[] = ['customer.address', 'customer.phone', 'credit.salesOpinion', 'people.principal.1.name']

const oneRow =
  "INSERT INTO settings (key, value) VALUES ('bench', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"

/** Saves one changed box of a card, each time beside the smallest write that survives a power cut: one row, one commit. */
export async function measureSave(desk: Desk, customers: number, rounds: number): Promise<Measurement> {
  const saves: Series[] = []
  const commits: Series[] = []
  for (let round = 0; round <= rounds; round++) {
    const random = createRandom(round, 3)
    const [ours, bare]: [Series, Series] = [[], []]
    for (let count = 0; count < savesPerRound; count++) {
      const { id, revision, values } = await desk.ask('customers.open', { id: random.whole(1, customers) })
      const path = random.pick(boxes)
      const change = { from: values[path] ?? null, to: `改 ${round}-${count}` }
      const requestId = randomUUID()
      const input = { requestId, id, revision, changes: { [path]: change } }
      const saved = await timed(() => desk.ask('customers.save', input))
      if (saved.answer.revision !== revision + 1) throw new Error('a save changed nothing')
      ours.push(saved.ms)
      bare.push((await timed(() => run(desk.db, oneRow, [`${round}-${count}`]))).ms)
    }
    if (round === 0) continue
    saves.push(ours)
    commits.push(bare)
  }
  const beside = { what: 'bare commit of one row', rounds: commits }
  return { work: 'save one changed box', customers, unit: 'ms', rounds: saves, beside }
}
