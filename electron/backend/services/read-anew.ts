import { setImmediate } from 'node:timers/promises'
import { overallCompleteness } from '../../../shared/catalogue/derive/completeness.ts'
import { weightsVersion } from '../../../shared/catalogue/weights.ts'
import type { Values } from '../../../shared/catalogue/field.ts'
import { type Connection, inTransaction } from '../database/connection.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { putSearchText } from '../repositories/customer-search.ts'
import { everyCustomerId, putCompleteness } from '../repositories/customers.ts'
import { putMarks } from '../repositories/look-alikes.ts'
import { putSetting, setting, type SettingKey } from '../repositories/settings.ts'
import { rememberFormal } from './changes/formal.ts'
import { marksOf, searchTextOf } from './changes/keep-past.ts'

/** Something that is worked out of every card and kept; cards of an earlier version have it otherwise or not at all. */
interface Reading {
  readonly key: SettingKey
  /** How it is worked out today; another word in the settings asks for all of it anew. */
  readonly shape: string
  readonly read: (db: Connection, id: number, values: Values, at: string) => void
}

const readings: readonly Reading[] = [
  { key: 'searchShape', shape: '2', read: (db, id, values) => putSearchText(db, id, searchTextOf(db, id, values)) },
  { key: 'marksShape', shape: '1', read: (db, id, values) => putMarks(db, id, marksOf(db, id, values)) },
  {
    key: 'weightsVersion',
    shape: weightsVersion,
    read: (db, id, values) => putCompleteness(db, id, overallCompleteness(values)),
  },
  // Whoever has no salesperson can not be a 正式客户, and is told so by the first question.
  { key: 'formalUnread', shape: '2', read: (db, id, values, at) => rememberFormal(db, id, values, at) },
]

// The window is answered between two of them, and a commit costs little beside so many cards.
const atOnce = 250

/**
 * Works out of every card what an earlier version worked out otherwise or not at all, all of it in one pass; `tell` hears how far it is,
 * from 0 to 1. Ended halfway, it is begun again at the next opening. Answers how many cards were read. Throws SqliteError.
 */
export async function readAnew(db: Connection, at: string, tell: (progress: number) => void): Promise<number> {
  const due = readings.filter(({ key, shape }) => setting(db, key) !== shape)
  if (due.length === 0) return 0
  const ids = everyCustomerId(db)
  for (let start = 0; start < ids.length; start += atOnce) {
    inTransaction(db, () => {
      for (const id of ids.slice(start, start + atOnce)) {
        const values = loadCustomerValues(db, id) ?? {}
        for (const { read } of due) read(db, id, values, at)
      }
    })
    tell(Math.min(1, (start + atOnce) / ids.length))
    await setImmediate()
  }
  noteAllRead(db)
  return ids.length
}

/** Notes that every card in a database is as this version would have it. Throws SqliteError. */
export function noteAllRead(db: Connection): void {
  inTransaction(db, () => {
    for (const { key, shape } of readings) putSetting(db, key, shape)
  })
}
