import { createHash } from 'node:crypto'
import type { Path, Value } from '../../../../shared/catalogue/field.ts'
import { type Connection, inTransaction } from '../../database/connection.ts'
import type { ImportSignals } from '../../jobs/import-signals.ts'
import { putAnswer } from '../../repositories/answers.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import { allExtraBoxes } from '../../repositories/extra-boxes.ts'
import {
  joinedCustomers,
  joinedRows,
  stagedCheck,
  type StagedRow,
  stagedRows,
} from '../../repositories/import-staging.ts'
import { addImportedCustomer, insertImport } from '../../repositories/imports.ts'
import { afterSave, refuseFrozen } from '../applications/after-save.ts'
import { audit } from '../audit/audit.ts'
import { saltedDigest } from '../audit/salted-digest.ts'
import { CallFailure } from '../call-failure.ts'
import { refuseKeyBoxesOfFormal } from '../changes/refuse-key-boxes.ts'
import { addCustomer } from '../create-customer.ts'
import { refuseTakenNumbers, refuseUnstorable } from '../customer-values.ts'
import { refuseClosed } from '../personal/refuse-closed.ts'
import { storeChanges } from '../store-customer.ts'
import { apart, byPath, changeExtras, putExtraValues } from './extra-values.ts'
import { certainDuplicate, ownKeys } from './certain-duplicates.ts'
import { importCounts } from './import-counts.ts'
import type { Committed, CommitOrder } from './import-order.ts'
import type { ImportWriting } from './import-writing.ts'

/**
 * Writes what a check found to be new or changed, in one transaction: cards, history, what they are found by, the import itself and
 * one row of the log with a digest of all of it.
 * @throws CallFailure `import-stale` where somebody has changed such a customer since the check, `consent-missing` where a person has taken consent back; ImportCancelled
 */
export function commitImport(
  context: ImportWriting,
  staging: Connection,
  { requestId, call, at }: CommitOrder,
  signals: ImportSignals,
): Committed {
  const { db, actor } = context
  const { fileName } = stagedCheck(staging)
  const counts = importCounts(staging)
  signals.begin('writing', counts.new + counts.updated)
  return inTransaction(db, () => {
    const id = insertImport(db, { at, by: actor.id, fileName, counts })
    const digest = createHash('sha256')
    const write = createWriter(context, at)
    for (const row of writtenRows(staging)) {
      signals.step()
      const { customerId, revision } = write(row)
      addImportedCustomer(db, id, customerId, revision)
      digest.update(JSON.stringify([customerId, revision, row.changes]))
    }
    audit(context, {
      action: 'import.commit',
      object: `import:${id}`,
      afterDigest: saltedDigest(context, `import:${id}`, digest.digest('hex')),
      facts: {
        created: String(counts.new),
        changed: String(counts.updated),
        same: String(counts.same),
        leftOut: String(counts.duplicate + counts.error),
      },
    })
    const answer: Committed = { id, counts }
    putAnswer(db, { requestId, actorId: actor.id, call, at, answer: JSON.stringify(answer) })
    return answer
  })
}

/** What becomes of each customer: its own row with what its people and products say, or these alone. */
function* writtenRows(staging: Connection): Generator<StagedRow> {
  const { tables } = stagedCheck(staging)
  const hasParts = tables.some(({ kind }) => kind !== 'customers')
  const together = (row: StagedRow, parts: readonly StagedRow[]): StagedRow => ({
    ...row,
    changes: [...row.changes, ...parts.flatMap(({ changes }) => changes)],
  })
  for (const [index, { kind }] of tables.entries()) {
    if (kind !== 'customers') continue
    for (const row of stagedRows(staging, index, { states: ['new', 'updated'] }))
      yield hasParts ? together(row, joinedRows(staging, `row ${row.place}`)) : row
  }
  if (!hasParts) return
  for (const joint of joinedCustomers(staging)) {
    const [first, ...rest] = joinedRows(staging, joint)
    if (first) yield together(first, rest)
  }
}

interface Written {
  readonly customerId: number
  readonly revision: number
}

/** Writes rows as somebody would who types them: the same refusals, the same traces. */
function createWriter(context: ImportWriting, at: string): (row: StagedRow) => Written {
  const { db, actor } = context
  const writing = { by: actor.id, at }
  const boxes = byPath(allExtraBoxes(db))
  return row => {
    const { forms: values, extras } = apart(Object.fromEntries(row.changes.map(({ path, to }) => [path, to])), boxes)
    if (Object.keys(extras).some(path => boxes.get(path)?.retired)) throw new CallFailure('import-stale')
    if (row.customerId === null) {
      // Somebody has made this customer since the row was checked.
      if (certainDuplicate(db, ownKeys(values))) throw new CallFailure('import-stale')
      refuseClosed(db, undefined, { before: {}, after: values })
      const customerId = addCustomer(db, values, writing)
      putExtraValues(db, customerId, extras, boxes)
      return { customerId, revision: 1 }
    }
    const id = row.customerId
    const head = customerHead(db, id)
    const before = loadCustomerValues(db, id)
    if (!head || !before || head.archived || head.revision !== row.revision) throw new CallFailure('import-stale')
    const after: Record<Path, Value> = { ...before, ...values }
    const changed = Object.keys(values)
    refuseFrozen(context, id, changed)
    refuseKeyBoxesOfFormal(db, id, changed, before)
    refuseClosed(db, id, { before, after })
    refuseUnstorable(after)
    refuseTakenNumbers(db, after, id)
    const revision = head.revision + 1
    storeChanges(db, id, revision, { changed, before, after }, writing)
    changeExtras(db, { customerId: id, revision, ...writing }, extras, boxes)
    afterSave(context, id, { changed, before, after })
    return { customerId: id, revision }
  }
}
