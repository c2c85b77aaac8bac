import type { Values } from '../../../../shared/catalogue/field.ts'
import type { ImportUndone } from '../../../../shared/contract/import-calls.ts'
import { rollBack } from '../../../../shared/domain/history.ts'
import { inTransaction } from '../../database/connection.ts'
import type { ImportSignals } from '../../jobs/import-signals.ts'
import { putAnswer } from '../../repositories/answers.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import { newestDraftOf } from '../../repositories/drafts.ts'
import { allExtraBoxes } from '../../repositories/extra-boxes.ts'
import { changesSince } from '../../repositories/history.ts'
import {
  dropImportedCustomer,
  type ImportedCustomer,
  importedCustomers,
  setUndone,
} from '../../repositories/imports.ts'
import { removeCustomer } from '../../repositories/remove-customer.ts'
import { afterSave, refuseFrozen } from '../applications/after-save.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { refuseKeyBoxesOfFormal } from '../changes/refuse-key-boxes.ts'
import { storeChanges } from '../store-customer.ts'
import { apart, byPath, changeExtras } from './extra-values.ts'
import type { UndoOrder } from './import-order.ts'
import type { ImportWriting } from './import-writing.ts'

type Refused = ImportUndone['refused'][number]
type Outcome = 'removed' | 'restored' | 'gone' | Refused

/**
 * Takes an import back in one transaction, as far as nobody has worked on its customers since: a new customer is removed, a changed one
 * gets back what it said, as a change of its own in its history. Answers which ones stay. Throws ImportCancelled.
 */
export function undoImport(
  context: ImportWriting,
  { importId, requestId, call, at }: UndoOrder,
  signals: ImportSignals,
): ImportUndone {
  const { db, actor } = context
  const customers = importedCustomers(db, importId)
  signals.begin('writing', customers.length)
  return inTransaction(db, () => {
    const done = { removed: 0, restored: 0, refused: [] as Refused[] }
    for (const customer of customers) {
      signals.step()
      const outcome = takeBack(context, customer, at)
      if (typeof outcome === 'object') {
        done.refused.push(outcome)
        continue
      }
      if (outcome !== 'gone') done[outcome] += 1
      dropImportedCustomer(db, importId, customer.customerId)
    }
    setUndone(db, importId, at)
    audit(context, {
      action: 'import.undo',
      object: `import:${importId}`,
      facts: {
        removed: String(done.removed),
        restored: String(done.restored),
        leftOut: String(done.refused.length),
      },
    })
    putAnswer(db, { requestId, actorId: actor.id, call, at, answer: JSON.stringify(done) })
    return done
  })
}

function takeBack(context: ImportWriting, { customerId: id, revision }: ImportedCustomer, at: string): Outcome {
  const { db, actor } = context
  const head = customerHead(db, id)
  const present = loadCustomerValues(db, id)
  if (!head || !present) return 'gone'
  const refused = (reason: Refused['reason']): Refused => ({
    customerId: id,
    customerNo: head.customerNo,
    name: String(present['customer.name'] ?? ''),
    reason,
  })
  if (head.revision !== revision) return refused('changed')
  if (revision === 1) return !newestDraftOf(db, id) && removeCustomer(db, id) ? 'removed' : refused('in-use')
  const past = changesSince(db, id, revision - 1)
  const boxes = byPath(allExtraBoxes(db))
  const { forms, extras } = apart(Object.fromEntries(past.map(({ path, from }) => [path, from])), boxes)
  const changed = Object.keys(forms)
  if (isFrozen(context, id, changed, present)) return refused('frozen')
  const after = rollBack(present, past)
  const writing = { by: actor.id, at }
  storeChanges(db, id, revision + 1, { changed, before: present, after }, writing)
  changeExtras(db, { customerId: id, revision: revision + 1, ...writing }, extras, boxes)
  afterSave(context, id, { changed, before: present, after })
  return 'restored'
}

/** Whether what an import wrote is kept since: with a KH002 that was submitted, or as a key box of what has become a 正式客户. */
function isFrozen(context: ImportWriting, id: number, changed: readonly string[], present: Values): boolean {
  try {
    refuseFrozen(context, id, changed)
    refuseKeyBoxesOfFormal(context.db, id, changed, present)
    return false
  } catch (error) {
    if (error instanceof CallFailure && (error.code === 'frozen' || error.code === 'needs-change-request')) return true
    throw error
  }
}
