import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseFile } from '../../electron/backend/database/data-folder.ts'
import { reportMemory } from '../../electron/backend/jobs/run-report.ts'
import { columnsOf } from '../../shared/catalogue/derive/columns.ts'
import { childAnswer } from './child.ts'
import type { Measurement, Series } from './measure.ts'
import { built } from './memory.ts'

const script = fileURLToPath(new URL('./register-run.mjs', import.meta.url))
const columnCount = 30

/** The register of every customer with 30 columns of the card, each time beside the streaming writer of exceljs used as its manual says. */
export function measureRegister(dir: string, customers: number, rounds: number): Measurement[] {
  const columns = columnsOf('customer')
    .filter(({ field }) => !field.delicate && field.kind !== 'multi')
    .slice(0, columnCount)
    .map(({ name }) => name)
    .join(',')
  const database = databaseFile(dir)
  const target = path.join(dir, 'register.xlsx')
  const kinds = {
    ours: ['ours', path.join(built, 'report-worker.cjs'), JSON.stringify(reportMemory), database, target, columns],
    theirs: ['exceljs', database, target, columns],
  }
  const times: Record<keyof typeof kinds, Series[]> = { ours: [], theirs: [] }
  const peaks: Record<keyof typeof kinds, Series[]> = { ours: [], theirs: [] }
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['ours', 'theirs'] as const) {
      const [ms = 0, megabytes = 0] = childAnswer([script, ...kinds[kind]]) as number[]
      times[kind].push([ms])
      peaks[kind].push([megabytes])
      rmSync(target)
    }
  }
  const what = 'exceljs, streaming'
  const work = `register, ${columnCount} columns`
  return [
    { work, customers, unit: 'ms', rounds: times.ours, beside: { what, rounds: times.theirs } },
    { work: `${work}: peak memory`, customers, unit: 'MB', rounds: peaks.ours, beside: { what, rounds: peaks.theirs } },
  ]
}
