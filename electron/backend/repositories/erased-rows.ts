import { columnsOf } from '../../../shared/catalogue/derive/columns.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

// Reads whatever rows say of a person as they are stored, and writes them without it. Values are JSON.

/** Two sides of a changed box. */
interface Sides {
  readonly path: Path
  readonly old: string
  readonly new: string
}

/** Every change of a card, oldest first. Throws SqliteError. */
export function storedHistory(
  db: Connection,
  customerId: number,
): (Sides & { readonly id: number; readonly revision: number })[] {
  return all(db, 'SELECT id, revision, path, old, new FROM history WHERE customer_id = ? ORDER BY id', [customerId])
}

/** Rewrites both sides of a change; who made it and when stays. Throws SqliteError. */
export function putHistory(db: Connection, id: number, sides: Pick<Sides, 'old' | 'new'>): void {
  run(db, 'UPDATE history SET old = ?, new = ? WHERE id = ?', [sides.old, sides.new, id])
}

/** Adds that boxes of a card were erased; `said` is what stands in the place of what they said. Throws SqliteError. */
export function addErasedHistory(
  db: Connection,
  erased: {
    readonly customerId: number
    readonly revision: number
    readonly at: string
    readonly by: number
    readonly erasureId: number
  },
  paths: readonly Path[],
  said: string,
): void {
  const sql = `INSERT INTO history (customer_id, revision, at, actor_id, path, old, new, erasure_id)
    VALUES (@customerId, @revision, @at, @by, @path, @said, 'null', @erasureId)`
  for (const path of paths) run(db, sql, { ...erased, path, said })
}

/**
 * Empties boxes of every KH002 of a card, those of earlier years included; `keys` are those of the catalogue. Answers how many of the
 * files said something there. Throws SqliteError.
 */
export function emptyCreditFiles(db: Connection, customerId: number, keys: ReadonlySet<string>): number {
  const names = columnsOf('credit').filter(({ field }) => keys.has(field.key))
  if (names.length === 0) return 0
  const list = names.map(({ name }) => `${name} = NULL`).join(', ')
  const known = names.map(({ name }) => `${name} IS NOT NULL`).join(' OR ')
  // oxlint-disable-next-line kehu/bound-sql -- the catalogue names the columns
  return run(db, `UPDATE credit_files SET ${list} WHERE customer_id = ? AND (${known})`, [customerId]).changes
}

/** When a card was last changed, and by whom. Throws SqliteError. */
export function lastChange(
  db: Connection,
  customerId: number,
): { readonly at: string; readonly by: number } | undefined {
  const sql = 'SELECT changed_at AS at, changed_by AS by FROM customers WHERE id = ?'
  return one<{ at: string; by: number }>(db, sql, [customerId])
}

/** Takes every account number of a card out of its list, and ends the present account on a day. Answers how many. Throws SqliteError. */
export function eraseAccountsOf(db: Connection, customerId: number, said: string, on: string): number {
  const sql = `UPDATE bank_accounts SET account = @said, to_on = coalesce(to_on, @on) WHERE customer_id = @customerId AND account <> @said`
  return run(db, sql, { customerId, said, on }).changes
}

/** Takes one number out of the accounts that a card had, its present one apart. Answers how many. Throws SqliteError. */
export function erasePastAccount(db: Connection, customerId: number, account: string, said: string): number {
  const sql = 'UPDATE bank_accounts SET account = ? WHERE customer_id = ? AND account = ? AND to_on IS NOT NULL'
  return run(db, sql, [said, customerId, account]).changes
}

/** The drafts of a card. Throws SqliteError. */
export function storedDrafts(db: Connection, customerId: number): { readonly key: string; readonly cells: string }[] {
  return all(db, 'SELECT key, cells FROM drafts WHERE key GLOB ?', [`customer:${customerId}:*`])
}

/** Rewrites the cells of a draft. Throws SqliteError. */
export function putDraftCells(db: Connection, key: string, cells: string): void {
  run(db, 'UPDATE drafts SET cells = ? WHERE key = ?', [cells, key])
}

/** What was submitted for a card. Throws SqliteError. */
export function storedSubmissions(
  db: Connection,
  customerId: number,
): { readonly id: number; readonly snapshot: string; readonly digest: string }[] {
  const sql = `SELECT s.id, s.snapshot, s.digest FROM submissions s JOIN applications a ON a.id = s.application_id
    WHERE a.customer_id = ? ORDER BY s.id`
  return all(db, sql, [customerId])
}

/** Rewrites what was submitted, once for an erasure that names it. Throws SqliteError. */
export function putSubmission(db: Connection, id: number, snapshot: string, digest: string, erasureId: number): void {
  run(db, 'UPDATE submissions SET snapshot = ?, digest = ?, erased_in = ? WHERE id = ?', [
    snapshot,
    digest,
    erasureId,
    id,
  ])
}

/** The packets that went out for a card. Throws SqliteError. */
export function storedPackets(db: Connection, customerId: number): { readonly id: string; readonly content: string }[] {
  const sql = `SELECT p.id, p.content FROM packets p JOIN submissions s ON s.id = p.submission_id
    JOIN applications a ON a.id = s.application_id WHERE a.customer_id = ? ORDER BY p.id`
  return all(db, sql, [customerId])
}

/** Rewrites what a packet was drawn from. Throws SqliteError. */
export function putPacket(db: Connection, id: string, content: string, digest: string, erasureId: number): void {
  run(db, 'UPDATE packets SET content = ?, digest = ?, erased_in = ? WHERE id = ?', [content, digest, erasureId, id])
}

/** A merge as it is stored. */
export interface StoredMerge {
  readonly id: number
  readonly keepId: number
  readonly dropId: number
  readonly keepBefore: string
  readonly dropBefore: string
  readonly changes: string
  readonly keepRevision: number
  readonly undoRevision: number | null
}

/** Every merge in which some cards ever had a part. Throws SqliteError. */
export function storedMerges(db: Connection, cards: readonly number[]): StoredMerge[] {
  const these = '(SELECT value FROM json_each(@cards))'
  const sql = `SELECT id, keep_id AS keepId, drop_id AS dropId, keep_before AS keepBefore, drop_before AS dropBefore, changes,
    keep_revision AS keepRevision, undo_revision AS undoRevision FROM merges
    WHERE keep_id IN ${these} OR drop_id IN ${these} ORDER BY id`
  return all<StoredMerge>(db, sql, { cards: JSON.stringify(cards) })
}

/** Rewrites what a merge keeps, once for an erasure that names it. Throws SqliteError. */
export function putMerge(
  db: Connection,
  { id, keepBefore, dropBefore, changes }: Pick<StoredMerge, 'id' | 'keepBefore' | 'dropBefore' | 'changes'>,
  erasureId: number,
): void {
  const sql = 'UPDATE merges SET keep_before = ?, drop_before = ?, changes = ?, erased_in = ? WHERE id = ?'
  run(db, sql, [keepBefore, dropBefore, changes, erasureId, id])
}

/** The change requests of a card with their call-backs. Throws SqliteError. */
export function storedRequests(
  db: Connection,
  customerId: number,
): { readonly id: number; readonly state: string; readonly callback: string | null }[] {
  return all(db, 'SELECT id, state, callback FROM change_requests WHERE customer_id = ? ORDER BY id', [customerId])
}

/** The boxes that a change request is about. Throws SqliteError. */
export function storedItems(db: Connection, requestId: number): Sides[] {
  return all<Sides>(db, 'SELECT path, old, new FROM change_items WHERE request_id = ? ORDER BY path', [requestId])
}

/** Rewrites a change request, once for an erasure that names it. Throws SqliteError. */
export function putRequest(
  db: Connection,
  id: number,
  { callback, items }: { readonly callback: string | null; readonly items: readonly Sides[] },
  erasureId: number,
): void {
  run(db, 'UPDATE change_requests SET callback = ?, erased_in = ? WHERE id = ?', [callback, erasureId, id])
  const sql = 'UPDATE change_items SET old = ?, new = ?, erased_in = ? WHERE request_id = ? AND path = ?'
  for (const item of items) run(db, sql, [item.old, item.new, erasureId, id, item.path])
}

/** Rewrites what a check found, once for an erasure that names it. Throws SqliteError. */
export function putVerification(
  db: Connection,
  { id, facts, note }: { readonly id: number; readonly facts: string; readonly note: string | null },
  erasureId: number,
): void {
  run(db, 'UPDATE verifications SET facts = ?, note = ?, erased_in = ? WHERE id = ?', [facts, note, erasureId, id])
}

/** A kept answer of a call, by its key. */
export interface StoredAnswer {
  readonly requestId: string
  readonly actorId: number
  readonly call: string
  readonly answer: string
}

/** Kept answers in which a text stands. Throws SqliteError. */
export function answersWith(db: Connection, text: string): StoredAnswer[] {
  const sql =
    'SELECT request_id AS requestId, actor_id AS actorId, call, answer FROM answers WHERE instr(answer, ?) > 0'
  return all<StoredAnswer>(db, sql, [text])
}

/** Rewrites a kept answer. Throws SqliteError. */
export function putStoredAnswer(db: Connection, answer: StoredAnswer): void {
  const sql =
    'UPDATE answers SET answer = @answer WHERE request_id = @requestId AND actor_id = @actorId AND call = @call'
  run(db, sql, { ...answer })
}

/** Whether a check, the scan of a packet or a consent rests on a paper. Throws SqliteError. */
export function isRestedOn(db: Connection, attachmentId: number): boolean {
  const sql = `SELECT 1 AS found FROM verification_files WHERE attachment_id = @id
    UNION SELECT 1 FROM packet_returns WHERE scan_id = @id
    UNION SELECT 1 FROM consents WHERE attachment_id = @id LIMIT 1`
  return all(db, sql, { id: attachmentId }).length > 0
}

/** Whose identity paper an attachment is, where somebody said so. Throws SqliteError. */
export function subjectOfPaper(db: Connection, id: number): string | undefined {
  const sql = 'SELECT subject FROM attachment_persons WHERE attachment_id = ?'
  return all<{ subject: string }>(db, sql, [id])[0]?.subject
}

/** It is not known any more whose a paper is. Throws SqliteError. */
export function dropPaperPerson(db: Connection, id: number): void {
  run(db, 'DELETE FROM attachment_persons WHERE attachment_id = ?', [id])
}

/**
 * Leaves of the consents and requests of a person that there were some, and of other papers whose they are. Throws SqliteError.
 */
export function eraseConsents(db: Connection, customerId: number, subject: string, said: string): void {
  const who = { customerId, subject, said }
  run(
    db,
    `UPDATE consents SET name = @said, note = NULL, withdrawal_note = NULL
      WHERE customer_id = @customerId AND subject = @subject`,
    who,
  )
  run(
    db,
    'UPDATE personal_requests SET name = @said, note = NULL WHERE customer_id = @customerId AND subject = @subject',
    who,
  )
  run(
    db,
    `UPDATE attachment_persons SET name = @said WHERE subject = @subject
      AND attachment_id IN (SELECT id FROM attachments WHERE customer_id = @customerId)`,
    who,
  )
}

/** Takes a paper off a card. Throws SqliteError. */
export function dropAttachment(db: Connection, id: number): void {
  run(db, 'DELETE FROM attachments WHERE id = ?', [id])
}

/** Leaves of a paper only that there was one. Throws SqliteError. */
export function blankAttachment(db: Connection, id: number, fileName: string, sha256: string): void {
  run(db, 'UPDATE attachments SET file_name = ?, bytes = 0, sha256 = ? WHERE id = ?', [fileName, sha256, id])
}

/** Whether any paper still is the file of this hash. Throws SqliteError. */
export function isFileNeeded(db: Connection, sha256: string): boolean {
  return all(db, 'SELECT 1 AS found FROM attachments WHERE sha256 = ? LIMIT 1', [sha256]).length > 0
}

/** The imports that wrote into a card, and those that were taken back, of whose cards nothing is known any more. Throws SqliteError. */
export function importsOf(db: Connection, cards: readonly number[]): number[] {
  const sql = `SELECT id FROM imports WHERE undone_at IS NOT NULL OR id IN (
    SELECT import_id FROM imported_customers WHERE customer_id IN (SELECT value FROM json_each(?))) ORDER BY id`
  return all<{ id: number }>(db, sql, [JSON.stringify(cards)]).map(({ id }) => id)
}

/** Every card that was ever merged with one of these, directly or over others, these included. Throws SqliteError. */
export function cardsEverMerged(db: Connection, id: number): number[] {
  const sql = `WITH RECURSIVE linked (id) AS (
      SELECT ? UNION SELECT iif(m.keep_id = l.id, m.drop_id, m.keep_id) FROM merges m JOIN linked l ON l.id IN (m.keep_id, m.drop_id))
    SELECT id FROM linked ORDER BY id`
  return all<{ id: number }>(db, sql, [id]).map(row => row.id)
}
