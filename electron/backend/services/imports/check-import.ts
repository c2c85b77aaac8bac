import type { Connection } from '../../database/connection.ts'
import type { ImportSignals } from '../../jobs/import-signals.ts'
import { beginStaging, finishStaging, stagedCounts, stageRow } from '../../repositories/import-staging.ts'
import type { CheckOrder, ImportAnswers } from './import-order.ts'
import { byPath } from './extra-values.ts'
import { createMatcher } from './match-customer.ts'
import { planRow } from './plan-row.ts'
import { openSheet } from './read-sheet.ts'

const percent = 100

/**
 * The dry run: every row of a sheet is held against the database and the rows above it, and what would become of it is put into a
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
  const { heads, records } = await openSheet(order, signals)
  const { actorId, fileName, sheet } = order
  const planning = {
    db,
    match: createMatcher(db, order.key),
    seen: new Map<string, number>(),
    extras: byPath(order.extras),
  }
  beginStaging(staging, { actorId, fileName, sheet, heads })
  // One transaction, so that no row waits for the disk; a file that is not finished is thrown away as a whole.
  staging.exec('BEGIN')
  for await (const record of records) {
    signals.reach(signals.read().done)
    stageRow(staging, planRow(planning, record))
  }
  finishStaging(staging)
  staging.exec('COMMIT')
  return { counts: stagedCounts(staging), heads }
}
