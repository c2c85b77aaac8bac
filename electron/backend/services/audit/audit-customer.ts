import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import { valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import type { Context } from '../context.ts'
import { audit } from './audit.ts'
import { saltedDigest } from './salted-digest.ts'

/** Changed boxes of a customer as they were and as they are. */
export interface CustomerChange {
  readonly id: number
  readonly revision: number
  readonly changed: readonly Path[]
  readonly before: Values
  readonly after: Values
}

/** Appends a change of a card to the log: which boxes, and digests of what they say, which tell nobody what that is. Throws SqliteError. */
export function auditCustomer(context: Context, action: string, change: CustomerChange): void {
  const object = `customer:${change.id}`
  const digest = (values: Values) =>
    saltedDigest(context, object, Object.fromEntries(change.changed.map(path => [path, valueAt(values, path)])))
  const told = change.changed.filter(path => boxAt(path)?.field.delicate !== true)
  audit(context, {
    action,
    object,
    beforeDigest: digest(change.before),
    afterDigest: digest(change.after),
    facts: {
      revision: String(change.revision),
      boxes: String(change.changed.length),
      paths: told.join(','),
    },
  })
}
