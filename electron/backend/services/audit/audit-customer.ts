import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import { valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import { auditSalt, putAuditSalt } from '../../repositories/audit-salts.ts'
import type { Context } from '../context.ts'
import { audit } from './audit.ts'
import { canonicalJson, sha256 } from './canonical-json.ts'

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
  const salt = saltOf(context, object)
  const digest = (values: Values) =>
    sha256(salt + canonicalJson(Object.fromEntries(change.changed.map(path => [path, valueAt(values, path)]))))
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

function saltOf({ db, newId }: Context, object: string): string {
  const known = auditSalt(db, object)
  if (known !== undefined) return known
  const salt = newId()
  putAuditSalt(db, object, salt)
  return salt
}
