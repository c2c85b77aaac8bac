import { mayRead } from '../../../shared/catalogue/derive/sections.ts'
import type { Value, Values } from '../../../shared/catalogue/field.ts'
import type { Checked, Output } from '../../../shared/contract/contract.ts'
import type { HistoryEntry } from '../../../shared/contract/shapes.ts'
import { bankAccountPath } from '../../../shared/domain/key-boxes.ts'
import { rollBack } from '../../../shared/domain/history.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { type Creation, creationOf } from '../repositories/customers.ts'
import { historyOf, type StoredEntry } from '../repositories/history.ts'
import { importFilesOf } from '../repositories/imports.ts'
import { CallFailure } from './call-failure.ts'
import type { Context } from './context.ts'
import { isShown, shownValue, shownValues } from './personal/shown-values.ts'

/** Every change of a customer that the person may see, newest first, down to the boxes of its first card. Throws CallFailure `not-found`. */
export function customerHistory(context: Context, { id }: Checked<'customers.history'>): Output<'customers.history'> {
  const { present, creation, changes } = past(context.db, id)
  const files = importFilesOf(context.db, id)
  const entries = [...changes, ...firstEntries(rollBack(present, changes), creation)]
  return {
    entries: entries
      .filter(({ path }) => mayRead(path, context.actor.rights))
      .map(({ revision, ...entry }) =>
        shownEntry(context, id, { ...entry, importedFrom: files.get(revision) ?? null }),
      ),
  }
}

/** Of a masked box nothing, not even whether it said something; of an account the last four, by which one is told from another. */
function shownEntry(context: Context, id: number, entry: Omit<HistoryEntry, 'isMasked'>): HistoryEntry {
  if (isShown(context, id, entry.path)) return { ...entry, isMasked: false }
  if (entry.path !== bankAccountPath) return { ...entry, isMasked: true, from: null, to: null }
  const shown = (value: Value) => shownValue(context, id, entry.path, value)
  return { ...entry, isMasked: true, from: shown(entry.from), to: shown(entry.to) }
}

/** The file as it stood at an instant; before its first save nothing is known of it. Throws CallFailure `not-found`. */
export function customerAsOf(context: Context, { id, at }: Checked<'customers.asOf'>): Output<'customers.asOf'> {
  const { present, creation, changes } = past(context.db, id)
  const instant = Date.parse(at)
  if (instant < Date.parse(creation.at)) return { values: {}, masked: {} }
  const later = changes.filter(entry => Date.parse(entry.at) > instant)
  return shownValues(context, id, rollBack(present, later))
}

function past(db: Context['db'], id: number) {
  const present = loadCustomerValues(db, id)
  const creation = creationOf(db, id)
  if (!present || !creation) throw new CallFailure('not-found')
  return { present, creation, changes: historyOf(db, id) }
}

/** The first card follows from what is known now and every change since; entries that are not stored have ids below zero. */
function firstEntries(first: Values, { at, by }: Creation): StoredEntry[] {
  return Object.entries(first).map(([path, to], index) => ({
    id: -1 - index,
    revision: 1,
    at,
    by,
    approvedBy: null,
    reason: null,
    path,
    from: null,
    to,
  }))
}
