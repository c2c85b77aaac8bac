import type { LinkKind } from '../../../shared/domain/duplicates.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

/** A customer that belongs to another one, seen from that one. */
export interface LinkedCustomer {
  readonly linkId: number
  readonly kind: LinkKind
  readonly id: number
  readonly customerNo: string
  readonly name: string
  readonly archived: boolean
}

const selectLinks = `
  SELECT l.id AS linkId, c.id, c.customer_no AS customerNo, c.name, c.archived_at IS NOT NULL AS archived,
    CASE WHEN l.kind = 'group' THEN 'group' WHEN l.first_id = @id THEN 'branch' ELSE 'head' END AS kind
  FROM customer_links l JOIN customers c ON c.id = l.first_id + l.second_id - @id
  WHERE (l.first_id = @id OR l.second_id = @id) AND l.ended_at IS NULL ORDER BY l.id`

/** The customers that are linked to one. Throws SqliteError. */
export function linksOf(db: Connection, id: number): LinkedCustomer[] {
  return all<Omit<LinkedCustomer, 'archived'> & { archived: number }>(db, selectLinks, { id }).map(row => ({
    ...row,
    archived: row.archived === 1,
  }))
}

const related = `
  WITH RECURSIVE related (id) AS (
    VALUES (@id)
    UNION
    SELECT l.second_id FROM related r JOIN customer_links l ON l.first_id = r.id AND l.ended_at IS NULL
    UNION
    SELECT l.first_id FROM related r JOIN customer_links l ON l.second_id = r.id AND l.ended_at IS NULL
    UNION
    SELECT c.merged_into FROM related r JOIN customers c ON c.id = r.id AND c.merged_into IS NOT NULL
    UNION
    SELECT c.id FROM related r JOIN customers c ON c.merged_into = r.id
  )
  SELECT r.id FROM related r JOIN customers c ON c.id = r.id
  WHERE c.merged_into IS NULL AND r.id <> (SELECT coalesce(merged_into, id) FROM customers WHERE id = @id) ORDER BY r.id`

/** Everybody who belongs to a customer, also by way of others: the branches of its head, the members of its group, each by the card that lives on. Throws SqliteError. */
export function relatedCustomers(db: Connection, id: number): number[] {
  return all<{ id: number }>(db, related, { id }).map(row => row.id)
}

/** Links two customers; of a branch link the first is the head. Throws SqliteError where they are linked already. */
export function insertLink(
  db: Connection,
  link: { firstId: number; secondId: number; kind: 'branch' | 'group'; by: number; at: string },
): number {
  const sql = `INSERT INTO customer_links (first_id, second_id, kind, made_by, made_at) VALUES (@firstId, @secondId, @kind, @by, @at)`
  return run(db, sql, link).id
}

/** The customers of a link that holds, or nothing. Throws SqliteError. */
export function liveLink(
  db: Connection,
  linkId: number,
): { firstId: number; secondId: number; kind: string } | undefined {
  const sql = `SELECT first_id AS firstId, second_id AS secondId, kind FROM customer_links WHERE id = ? AND ended_at IS NULL`
  return one(db, sql, [linkId])
}

/** Ends a link. Throws SqliteError. */
export function endLink(db: Connection, linkId: number, by: number, at: string): void {
  run(db, 'UPDATE customer_links SET ended_by = ?, ended_at = ? WHERE id = ?', [by, at, linkId])
}
