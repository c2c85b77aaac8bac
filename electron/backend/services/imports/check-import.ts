import type { MappedTable } from '../../../../shared/contract/import-calls.ts'
import type { Connection } from '../../database/connection.ts'
import type { SheetRecord } from '../../imports/read-records.ts'
import type { ImportSignals } from '../../jobs/import-signals.ts'
import {
  beginStaging,
  finishStaging,
  indexJoints,
  leftOutCells,
  notedRows,
  stagedCounts,
  stageRow,
} from '../../repositories/import-staging.ts'
import { createAlikeFinder } from './alike-customers.ts'
import { byPath } from './extra-values.ts'
import { createFileCustomers } from './file-customers.ts'
import { importCounts } from './import-counts.ts'
import type { CheckedTable, CheckOrder, ImportAnswers } from './import-order.ts'
import { createMatcher } from './match-customer.ts'
import { createPartPlanner } from './plan-part.ts'
import { type PlannedRow, planRow } from './plan-row.ts'
import { openSheet, openSheets } from './read-sheet.ts'

const percent = 100

/**
 * The dry run: every row of the sheets is held against the database and the rows above it, and what would become of it is put into a
 * staging file. Nothing is written elsewhere. Throws CallFailure `import-unreadable`; ImportCancelled.
 */
export async function checkImport(
  db: Connection,
  staging: Connection,
  order: CheckOrder,
  signals: ImportSignals,
): Promise<ImportAnswers['check']> {
  signals.begin('reading', percent)
  // One transaction: all rows are held against the same moment, and none of their many questions opens the file anew.
  db.exec('BEGIN')
  const { actorId, fileName, tables } = order
  const sheets = await openSheets(order)
  beginStaging(staging)
  const plannerOf = createPlanners(db, staging, order)
  // One transaction, so that no row waits for the disk; a file that is not finished is thrown away as a whole.
  staging.exec('BEGIN')
  const checked: CheckedTable[] = []
  let place = 0
  for (const [index, table] of tables.entries()) {
    const reach = (part: number) => signals.reach(Math.round(((index + part) / tables.length) * percent))
    const { heads, records } = await openSheet(sheets, table, order, reach)
    const plan = plannerOf(table)
    for await (const record of records) {
      signals.reach(signals.read().done)
      place += 1
      stageRow(staging, { ...plan(record, place), place, table: index })
    }
    const { sheet, kind } = table
    checked.push({ sheet, kind, heads, counts: stagedCounts(staging, index), noted: notedRows(staging, index) })
  }
  finishStaging(staging, {
    actorId,
    fileName,
    tables: checked.map(({ sheet, kind, heads }) => ({ sheet, kind, heads })),
  })
  staging.exec('COMMIT')
  return { counts: importCounts(staging), leftOut: leftOutCells(staging), tables: checked }
}

type Planner = (record: SheetRecord, place: number) => PlannedRow

/** How the rows of each sheet are planned; the customers of the file are only kept in mind where other sheets ask for them. */
function createPlanners(db: Connection, staging: Connection, { key, extras, tables, today }: CheckOrder) {
  const planning = {
    db,
    match: createMatcher(db, key),
    seen: new Map<string, number>(),
    alike: createAlikeFinder(db),
    extras: byPath(extras),
    today,
  }
  const file = createFileCustomers()
  const hasParts = tables.some(({ kind }) => kind !== 'customers')
  if (hasParts) indexJoints(staging)
  const match = key === 'auto' || !hasParts ? planning.match : createMatcher(db, 'auto')
  return (table: MappedTable): Planner => {
    if (table.kind !== 'customers') return createPartPlanner({ db, staging, match, file, today }, table)
    return (record, place) => {
      const row = planRow(planning, record)
      if (hasParts) file.note({ ...row, place, table: 0 }, record.values)
      return row
    }
  }
}
