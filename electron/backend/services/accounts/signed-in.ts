import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../../../../shared/contract/shapes.ts'
import { rights, rightsOf } from '../../../../shared/domain/roles.ts'
import type { Connection } from '../../database/connection.ts'
import { type AccountRecord, allAccounts } from '../../repositories/accounts.ts'
import { delegationsOn } from '../../repositories/delegations.ts'
import { addSession, sessionOf, type SessionRecord } from '../../repositories/sessions.ts'

/** What is stored of a token: whoever reads the database can not take over a session with it. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Begins a session of a person inside the caller's transaction; answers its token, which is nowhere else. */
export function beginSession(db: Connection, actorId: number, at: string): string {
  const token = randomBytes(32).toString('base64url')
  addSession(db, tokenDigest(token), actorId, at)
  return token
}

/** The session of a token with the person behind it; nothing for an unknown token or a closed account. Throws SqliteError. */
export function signedIn(
  db: Connection,
  token: string | undefined,
  today: string,
): { record: SessionRecord; actor: Actor } | undefined {
  const record = token === undefined ? undefined : sessionOf(db, tokenDigest(token))
  const account = record && allAccounts(db).find(({ id }) => id === record.actorId)
  if (!record || !account || account.disabled) return undefined
  return { record, actor: actorOf(db, account, today) }
}

/** A person with what their roles let them do, and the right to sign while they stand in for somebody. Throws SqliteError. */
function actorOf(db: Connection, { id, name, roles, mustChange }: AccountRecord, today: string): Actor {
  const held = roles.map(({ role }) => role)
  const may = new Set(rightsOf(held))
  if (delegationsOn(db, today).some(({ delegateId }) => delegateId === id)) may.add('approval.sign')
  return { id, name, roles: held, rights: rights.filter(right => may.has(right)), mustChangePassword: mustChange }
}
