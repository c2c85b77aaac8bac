import { all, type Connection, one, run } from '../database/connection.ts'

/** The days of a card, ISO, and why it has no 统一社会信用代码. */
export interface CardFacts {
  /** The typed 建档日期, else the local day on which the card was made. */
  readonly filedOn: string
  readonly checkedOn: string | null
  readonly checkedBy: string | null
  readonly noCodeReason: string | null
}

/** The day on which a card counts as filed, over `customers c` and its `card_facts f`. */
export const filedDay = `coalesce(f.filed_on, date(c.created_at, 'localtime'))`
/** The day from which a card grows old: that of its last check, else of its making. */
const known = `coalesce(f.checked_on, ${filedDay})`

/** What stands beside the boxes of a card, or nothing where there is no such customer. Throws SqliteError. */
export function cardFactsOf(db: Connection, customerId: number): CardFacts | undefined {
  const sql = `
    SELECT ${filedDay} AS filedOn, f.checked_on AS checkedOn, a.name AS checkedBy, f.no_code_reason AS noCodeReason
    FROM customers c LEFT JOIN card_facts f ON f.customer_id = c.id LEFT JOIN actors a ON a.id = f.checked_by
    WHERE c.id = ?`
  return one<CardFacts>(db, sql, [customerId])
}

/** Notes that a card was found right. Throws SqliteError. */
export function putCheck(db: Connection, customerId: number, on: string, by: number): void {
  const sql = `
    INSERT INTO card_facts (customer_id, checked_on, checked_by) VALUES (?, ?, ?)
    ON CONFLICT (customer_id) DO UPDATE SET checked_on = excluded.checked_on, checked_by = excluded.checked_by`
  run(db, sql, [customerId, on, by])
}

/** Stores a typed 建档日期, or none, and why there is no code. Throws SqliteError. */
export function putCardFacts(
  db: Connection,
  customerId: number,
  { filedOn, noCodeReason }: { readonly filedOn: string | null; readonly noCodeReason: string | null },
): void {
  const sql = `
    INSERT INTO card_facts (customer_id, filed_on, no_code_reason) VALUES (?, ?, ?)
    ON CONFLICT (customer_id) DO UPDATE SET filed_on = excluded.filed_on, no_code_reason = excluded.no_code_reason`
  run(db, sql, [customerId, filedOn, noCodeReason])
}

/** A card that nobody has found right for too long; `since` is the ISO day of its last check or of its making. */
export interface StaleCard {
  readonly id: number
  readonly customerNo: string
  readonly name: string
  readonly filedOn: string
  readonly checkedOn: string | null
  readonly checkedBy: string | null
  readonly salesperson: string | null
  readonly completeness: number
  readonly since: string
}

/** Cards in use that were last known to be right on a day or before, the oldest first. Throws SqliteError. */
export function staleCards(db: Connection, upTo: string, limit: number): StaleCard[] {
  const sql = `
    SELECT c.id, c.customer_no AS customerNo, c.name, ${filedDay} AS filedOn, f.checked_on AS checkedOn, a.name AS checkedBy,
      s.name AS salesperson, c.completeness, ${known} AS since
    FROM customers c LEFT JOIN card_facts f ON f.customer_id = c.id LEFT JOIN actors a ON a.id = f.checked_by
      LEFT JOIN actors s ON s.id = c.salesperson_id
    WHERE c.archived_at IS NULL AND ${known} <= ? ORDER BY since, c.id LIMIT ?`
  return all<StaleCard>(db, sql, [upTo, limit])
}

/** How many there are of them. Throws SqliteError. */
export function countStale(db: Connection, upTo: string): number {
  const sql = `SELECT count(*) AS count FROM customers c LEFT JOIN card_facts f ON f.customer_id = c.id
    WHERE c.archived_at IS NULL AND ${known} <= ?`
  return one<{ count: number }>(db, sql, [upTo])?.count ?? 0
}

/** The stale card behind another one in the same order, from the first again behind the last. Throws SqliteError. */
export function staleAfter(db: Connection, upTo: string, after: number): number | undefined {
  const sql = `
    WITH stale AS (
      SELECT c.id, ${known} AS since FROM customers c LEFT JOIN card_facts f ON f.customer_id = c.id
      WHERE c.archived_at IS NULL AND ${known} <= @upTo AND c.id <> @after),
    here AS (
      SELECT ${known} AS since FROM customers c LEFT JOIN card_facts f ON f.customer_id = c.id WHERE c.id = @after)
    SELECT id FROM stale ORDER BY (since, id) <= ((SELECT since FROM here), @after), since, id LIMIT 1`
  return one<{ id: number }>(db, sql, { upTo, after })?.id
}
