import { type Connection, one, run } from '../database/connection.ts'

/** Whose registered key this is, or nothing where nobody's. Keys are Ed25519, SPKI in base64. Throws SqliteError. */
export function ownerOfKey(db: Connection, publicKey: string): number | undefined {
  return one<{ id: number }>(db, 'SELECT actor_id AS id FROM signing_keys WHERE public_key = ?', [publicKey])?.id
}

/** Registers the key of a person in the place of an earlier one. Throws SqliteError. */
export function registerKey(
  db: Connection,
  key: { readonly personId: number; readonly publicKey: string; readonly at: string; readonly by: number },
): void {
  const sql = `INSERT INTO signing_keys (actor_id, public_key, registered_at, registered_by) VALUES (@personId, @publicKey, @at, @by)
    ON CONFLICT (actor_id) DO UPDATE SET public_key = @publicKey, registered_at = @at, registered_by = @by`
  run(db, sql, { ...key })
}

/** The key pair of somebody who works here; the private half is locked. */
export interface OwnKey {
  readonly publicKey: string
  readonly privateKey: string
}

/** The key pair of a person, or nothing before its first use. Throws SqliteError. */
export function ownKeyOf(db: Connection, personId: number): OwnKey | undefined {
  const sql = 'SELECT public_key AS publicKey, private_key AS privateKey FROM own_keys WHERE actor_id = ?'
  return one<OwnKey>(db, sql, [personId])
}

/** Keeps the key pair of a person in the place of an earlier one. Throws SqliteError. */
export function putOwnKey(db: Connection, personId: number, { publicKey, privateKey }: OwnKey, at: string): void {
  const sql = `INSERT INTO own_keys (actor_id, public_key, private_key, made_at) VALUES (@personId, @publicKey, @privateKey, @at)
    ON CONFLICT (actor_id) DO UPDATE SET public_key = @publicKey, private_key = @privateKey, made_at = @at`
  run(db, sql, { personId, publicKey, privateKey, at })
}
