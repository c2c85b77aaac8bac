import type { Value } from '../../../shared/catalogue/field.ts'
import type { ChangeRequest } from '../../../shared/contract/change-calls.ts'
import type { ControlledPath } from '../../../shared/domain/key-boxes.ts'
import { all, type Cell, type Connection, one, run } from '../database/connection.ts'

/** One box of a request, what it said and what it is to say; a salesperson is a person's id. */
export interface ChangeItem {
  readonly path: ControlledPath
  readonly from: Value
  readonly to: Value
}

type Call = Omit<NonNullable<ChangeRequest['callback']>, 'by' | 'at'>

/** A change request as it is stored. */
export interface ChangeRecord {
  readonly id: number
  readonly customerId: number
  readonly state: ChangeRequest['state']
  readonly reason: string
  readonly requestedBy: number
  readonly requestedAt: string
  readonly decidedBy: number | null
  readonly decidedAt: string | null
  readonly opinion: string | null
  readonly callback: Call | null
  readonly callbackBy: number | null
  readonly callbackAt: string | null
  readonly items: readonly ChangeItem[]
}

interface StoredRequest extends Omit<ChangeRecord, 'callback' | 'items'> {
  readonly callback: string | null
}

const select = `
  SELECT id, customer_id AS customerId, state, reason, requested_by AS requestedBy, requested_at AS requestedAt, decided_by AS decidedBy,
    decided_at AS decidedAt, opinion, callback, callback_by AS callbackBy, callback_at AS callbackAt FROM change_requests`

// What waits comes first, and what has waited longest before all.
const inOrder = `ORDER BY state <> 'pending', CASE WHEN state = 'pending' THEN id ELSE -id END LIMIT 500`

/** The requests of one customer, or of all; every state or only what waits. Throws SqliteError. */
export function changeRequests(
  db: Connection,
  { customerId, onlyPending }: { readonly customerId: number | null; readonly onlyPending: boolean },
): ChangeRecord[] {
  const sql = `${select} WHERE (@customerId IS NULL OR customer_id = @customerId) AND (NOT @onlyPending OR state = 'pending') ${inOrder}`
  return all<StoredRequest>(db, sql, { customerId, onlyPending: Number(onlyPending) }).map(stored => read(db, stored))
}

/** One request, or nothing. Throws SqliteError. */
export function changeRequestById(db: Connection, id: number): ChangeRecord | undefined {
  const stored = one<StoredRequest>(db, `${select} WHERE id = ?`, [id])
  return stored && read(db, stored)
}

function read(db: Connection, { callback, ...request }: StoredRequest): ChangeRecord {
  const sql = 'SELECT path, old, new FROM change_items WHERE request_id = ? ORDER BY path'
  const items = all<{ path: ControlledPath; old: string; new: string }>(db, sql, [request.id])
  return {
    ...request,
    callback: callback === null ? null : (JSON.parse(callback) as Call),
    items: items.map(item => ({
      path: item.path,
      from: JSON.parse(item.old) as Value,
      to: JSON.parse(item.new) as Value,
    })),
  }
}

/** Stores a request that waits; answers its id. Throws SqliteError, also where a change of one of the boxes waits already. */
export function insertChangeRequest(
  db: Connection,
  request: Pick<ChangeRecord, 'customerId' | 'reason' | 'requestedBy' | 'requestedAt' | 'items'>,
): number {
  const { items, ...facts } = request
  const sql = `INSERT INTO change_requests (customer_id, state, reason, requested_by, requested_at)
    VALUES (@customerId, 'pending', @reason, @requestedBy, @requestedAt)`
  const { id } = run(db, sql, { ...facts })
  const insertItem = 'INSERT INTO change_items (request_id, path, old, new) VALUES (?, ?, ?, ?)'
  for (const { path, from, to } of items) run(db, insertItem, [id, path, JSON.stringify(from), JSON.stringify(to)])
  return id
}

/** Ends a request that waits. Throws SqliteError, also for whoever asked for it, and for a bank account without a call-back. */
export function endChangeRequest(
  db: Connection,
  id: number,
  end: Pick<ChangeRecord, 'state' | 'decidedBy' | 'decidedAt' | 'opinion'>,
): void {
  const sql = `UPDATE change_requests SET state = @state, decided_by = @decidedBy, decided_at = @decidedAt, opinion = @opinion WHERE id = @id`
  run(db, sql, { ...end, id })
}

/** Records the call-back; a later one takes the place of the one before, which stays in the log. Throws SqliteError. */
export function putCallback(db: Connection, id: number, call: Call, { by, at }: { by: number; at: string }): void {
  const cells: Cell[] = [JSON.stringify(call), by, at, id]
  run(db, 'UPDATE change_requests SET callback = ?, callback_by = ?, callback_at = ? WHERE id = ?', cells)
}
