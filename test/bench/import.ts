import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeRegister } from '../../electron/backend/reports/register.ts'
import { openBoxes } from '../backend/consent.ts'
import { sampleCustomers } from '../../electron/backend/sample/sample-customers.ts'
import { withoutEmpty } from '../../shared/catalogue/derive/value.ts'
import { registerColumns } from '../../shared/catalogue/register.ts'
import { isImportable } from '../../shared/domain/imports.ts'
import { childAnswer } from './child.ts'
import { store } from './data.ts'
import type { Measurement, Series } from './measure.ts'
import { built } from './memory.ts'

const script = fileURLToPath(new URL('./import-run.mjs', import.meta.url))
const columnCount = 30
// Each takes a minute or more, and two that agree say what five would.
const mostRounds = 3

/**
 * An .xlsx list of new customers with 30 columns, checked and written into a new folder, each time beside the streaming reader of
 * exceljs that merely reads it; the memory of the whole process; and what a look at the list takes meanwhile. At most three rounds.
 */
export async function measureImport(rows: number, rounds: number): Promise<Measurement[]> {
  const dir = mkdtempSync(path.join(store, 'import-'))
  try {
    const file = path.join(dir, 'list.xlsx')
    await writeList(file, rows)
    return measure(dir, file, rows, Math.min(rounds, mostRounds))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function measure(dir: string, file: string, rows: number, rounds: number): Measurement[] {
  const bundle = path.join(built, 'backend.cjs')
  const [ours, theirs, calls]: [Series[], Series[], Series[]] = [[], [], []]
  const [peaks, theirPeaks]: [Series[], Series[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const folder = path.join(dir, `data-${round}`)
    const own = childAnswer([script, 'ours', bundle, folder, file, String(rows)])
    const [ms, megabytes, times] = own as [number, number, Series]
    rmSync(folder, { recursive: true })
    const [theirMs, theirMegabytes] = childAnswer([script, 'exceljs', file, String(rows)]) as [number, number]
    ours.push([ms])
    peaks.push([megabytes])
    calls.push(times)
    theirs.push([theirMs])
    theirPeaks.push([theirMegabytes])
  }
  const what = 'exceljs, streaming, reading only'
  const work = `import, ${columnCount} columns`
  return [
    { work, customers: rows, unit: 'ms', rounds: ours, beside: { what, rounds: theirs } },
    { work: `${work}: peak memory`, customers: rows, unit: 'MB', rounds: peaks, beside: { what, rounds: theirPeaks } },
    { work: 'a look at the list during the import', customers: rows, unit: 'ms', rounds: calls },
  ]
}

/** Other customers than those of the folders that are measured, as a register of ours, without the numbers that the program gives. */
async function writeList(file: string, rows: number): Promise<void> {
  const columns = registerColumns.filter(box => isImportable(box) && box !== 'customer.cardNo').slice(0, columnCount)
  function* customers() {
    for (const values of sampleCustomers(rows, 2)) yield { customerNo: '', values: withoutEmpty(openBoxes(values)) }
  }
  await writeRegister(
    file,
    { customers: customers(), count: rows, columns },
    {
      company: '示例商贸公司',
      person: '林晓',
      today: '2026-11-25',
      time: '08:00',
      logHead: '',
      language: 'zh-CN',
      withDelicate: true,
    },
  )
}
