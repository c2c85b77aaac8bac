import type { ImportCounts } from '../../../../shared/domain/imports.ts'
import type { Connection } from '../../database/connection.ts'
import { joinedCustomers, stagedCheck, stagedCounts } from '../../repositories/import-staging.ts'

/** What an import amounts to: customers that are new or changed, by whichever sheet, and rows that change nothing or are left out. Throws SqliteError. */
export function importCounts(staging: Connection): ImportCounts {
  const counts = { new: 0, updated: 0, same: 0, duplicate: 0, error: 0 }
  const { tables } = stagedCheck(staging)
  for (const [index, { kind }] of tables.entries()) {
    const rows = stagedCounts(staging, index)
    for (const state of ['same', 'duplicate', 'error'] as const) counts[state] += rows[state]
    if (kind !== 'customers') continue
    counts.new += rows.new
    counts.updated += rows.updated
  }
  if (tables.some(({ kind }) => kind !== 'customers')) counts.updated += joinedCustomers(staging).length
  return counts
}
