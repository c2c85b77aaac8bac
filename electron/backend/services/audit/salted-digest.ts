import { auditSalt, putAuditSalt } from '../../repositories/audit-salts.ts'
import type { Context } from '../context.ts'
import { canonicalJson, sha256 } from './canonical-json.ts'

/**
 * The digest of a delicate value with the salt of the object that it belongs to, inside the caller's transaction: it tells nobody what
 * the value is, and nothing at all once the salt is gone (rules 6, 11). Throws SqliteError.
 */
export function saltedDigest({ db, newId }: Pick<Context, 'db' | 'newId'>, object: string, value: unknown): string {
  let salt = auditSalt(db, object)
  if (salt === undefined) {
    salt = newId()
    putAuditSalt(db, object, salt)
  }
  return digestWith(salt, value)
}

/** The digest of a value with a salt that is known. */
export function digestWith(salt: string, value: unknown): string {
  return sha256(salt + canonicalJson(value))
}
