import type { FreeTextKind } from '../../../shared/domain/free-text.ts'
import { columnsOf } from '../../../shared/catalogue/derive/columns.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { isFreeText } from '../../../shared/domain/free-text.ts'
import { all, type Cell, type Connection, run } from '../database/connection.ts'

/** A sentence that stands beside the boxes of a card; `record` says with what, `detail` which part of it. */
export interface StoredText {
  /** About which customer; nothing where it is about many at once. */
  readonly customer: number | null
  readonly kind: FreeTextKind
  readonly record: string
  readonly detail: string
  readonly text: string
  /** Names the row to `putText`; nothing where the words stay as they were signed, decided or logged. */
  readonly row: string | null
  readonly source: number
}

interface Source {
  readonly kind: FreeTextKind
  /** Columns customer, record, detail, text and row, which is nothing where the words may not change; `@cards` is JSON. */
  readonly select: string
  readonly put?: string
}

const these = '(SELECT value FROM json_each(@cards))'
const ofApplication = `JOIN applications a ON a.id = s.application_id WHERE a.customer_id IN ${these}`
const id = `json_extract(@row, '$.id')`
const ofObject = `iif(l.object GLOB 'customer:*', CAST(substr(l.object, 10) AS INTEGER),
        (SELECT customer_id FROM applications WHERE l.object GLOB 'application:*' AND id = CAST(substr(l.object, 13) AS INTEGER)))`

const sources: readonly Source[] = [
  {
    kind: 'extra',
    select: `SELECT e.customer_id AS customer, b.label AS record, '' AS detail, e.text_value AS text,
        json_object('id', e.customer_id, 'box', e.box_id) AS row
      FROM extra_answers e JOIN extra_boxes b ON b.id = e.box_id WHERE e.customer_id IN ${these} AND e.text_value IS NOT NULL`,
    put: `UPDATE extra_answers SET text_value = @text WHERE customer_id = ${id} AND box_id = json_extract(@row, '$.box')`,
  },
  {
    kind: 'card',
    select: `SELECT customer_id AS customer, '' AS record, 'noCode' AS detail, no_code_reason AS text,
        json_object('id', customer_id) AS row
      FROM card_facts WHERE customer_id IN ${these} AND no_code_reason IS NOT NULL`,
    put: `UPDATE card_facts SET no_code_reason = @text WHERE customer_id = ${id}`,
  },
  {
    kind: 'card',
    select: `SELECT id AS customer, '' AS record, 'archived' AS detail, archive_reason AS text, json_object('id', id) AS row
      FROM customers WHERE id IN ${these} AND archive_reason IS NOT NULL`,
    put: `UPDATE customers SET archive_reason = @text WHERE id = ${id}`,
  },
  {
    kind: 'application',
    select: `SELECT customer_id AS customer, number AS record, 'reason' AS detail, reason AS text,
        json_object('id', id) AS row
      FROM applications WHERE customer_id IN ${these} AND reason IS NOT NULL`,
    put: `UPDATE applications SET reason = @text WHERE id = ${id}`,
  },
  {
    kind: 'application',
    select: `SELECT customer_id AS customer, number AS record, 'withdrawal' AS detail, withdrawal_reason AS text,
        json_object('id', id) AS row
      FROM applications WHERE customer_id IN ${these} AND withdrawal_reason IS NOT NULL`,
    put: `UPDATE applications SET withdrawal_reason = @text WHERE id = ${id}`,
  },
  {
    kind: 'comment',
    select: `SELECT DISTINCT a.customer_id AS customer, a.number AS record, t.post AS detail, t.comment AS text, NULL AS row
      FROM approval_steps t JOIN submissions s ON s.id = t.submission_id ${ofApplication} AND t.comment IS NOT NULL`,
  },
  {
    kind: 'opinion',
    select: `SELECT s.customer_id AS customer, s.number AS record, 'question' AS detail, o.question AS text,
        json_object('id', o.id) AS row
      FROM opinions o JOIN applications s ON s.id = o.application_id WHERE s.customer_id IN ${these}`,
    put: `UPDATE opinions SET question = @text WHERE id = ${id}`,
  },
  {
    kind: 'opinion',
    select: `SELECT s.customer_id AS customer, s.number AS record, 'answer' AS detail, o.answer AS text,
        json_object('id', o.id) AS row
      FROM opinions o JOIN applications s ON s.id = o.application_id WHERE s.customer_id IN ${these} AND o.answer IS NOT NULL`,
    put: `UPDATE opinions SET answer = @text WHERE id = ${id}`,
  },
  {
    // What was recorded stands with the signature.
    kind: 'packet',
    select: `SELECT a.customer_id AS customer, a.number AS record, '' AS detail, json_extract(r.answer, '$.comment') AS text,
        NULL AS row
      FROM packet_returns r JOIN packets p ON p.id = r.packet_id JOIN submissions s ON s.id = p.submission_id
      ${ofApplication} AND r.state <> 'recorded'`,
  },
  {
    kind: 'change',
    select: `SELECT customer_id AS customer, id AS record, 'reason' AS detail, reason AS text,
        NULL AS row FROM change_requests WHERE customer_id IN ${these}`,
  },
  {
    kind: 'change',
    select: `SELECT customer_id AS customer, id AS record, 'opinion' AS detail, opinion AS text, NULL AS row
      FROM change_requests WHERE customer_id IN ${these} AND opinion IS NOT NULL`,
  },
  {
    kind: 'merge',
    select: `SELECT m.keep_id AS customer, c.customer_no AS record, '' AS detail, m.reason AS text, NULL AS row
      FROM merges m JOIN customers c ON c.id = m.drop_id WHERE m.keep_id IN ${these} OR m.drop_id IN ${these}`,
  },
  {
    kind: 'duplicate',
    select: `SELECT iif(d.first_id IN ${these}, d.first_id, d.second_id) AS customer, c.customer_no AS record, '' AS detail, d.reason AS text,
        json_object('first', d.first_id, 'second', d.second_id,
        'names', json_array(d.first_name, d.second_name)) AS row
      FROM duplicate_answers d JOIN customers c ON c.id = iif(d.first_id IN ${these}, d.second_id, d.first_id)
      WHERE (d.first_id IN ${these} OR d.second_id IN ${these}) AND d.reason IS NOT NULL`,
    put: `UPDATE duplicate_answers SET reason = @text WHERE first_id = json_extract(@row, '$.first')
      AND second_id = json_extract(@row, '$.second') AND json_array(first_name, second_name) = json_extract(@row, '$.names')`,
  },
  {
    kind: 'consent',
    select: `SELECT customer_id AS customer, given_on AS record, 'given' AS detail, note AS text,
        json_object('id', id) AS row
      FROM consents WHERE customer_id IN ${these} AND note IS NOT NULL`,
    put: `UPDATE consents SET note = @text WHERE id = ${id}`,
  },
  {
    kind: 'consent',
    select: `SELECT customer_id AS customer, withdrawn_on AS record, 'withdrawn' AS detail, withdrawal_note AS text,
        json_object('id', id) AS row
      FROM consents WHERE customer_id IN ${these} AND withdrawal_note IS NOT NULL`,
    put: `UPDATE consents SET withdrawal_note = @text WHERE id = ${id}`,
  },
  {
    kind: 'request',
    select: `SELECT customer_id AS customer, received_on AS record, 'asked' AS detail, note AS text,
        json_object('id', id) AS row
      FROM personal_requests WHERE customer_id IN ${these} AND note IS NOT NULL`,
    put: `UPDATE personal_requests SET note = @text WHERE id = ${id}`,
  },
  {
    kind: 'request',
    select: `SELECT customer_id AS customer, received_on AS record, 'closed' AS detail, outcome AS text,
        json_object('id', id) AS row
      FROM personal_requests WHERE customer_id IN ${these} AND outcome IS NOT NULL`,
    put: `UPDATE personal_requests SET outcome = @text WHERE id = ${id}`,
  },
  {
    kind: 'retention',
    select: `SELECT customer_id AS customer, until AS record, '' AS detail, reason AS text, json_object('id', id) AS row
      FROM retention_extensions WHERE customer_id IN ${these}`,
    put: `UPDATE retention_extensions SET reason = @text WHERE id = ${id}`,
  },
  {
    kind: 'paper',
    select: `SELECT customer_id AS customer, '' AS record, '' AS detail, file_name AS text,
        NULL AS row FROM attachments WHERE customer_id IN ${these}`,
  },
  {
    kind: 'tag',
    select: `SELECT customer_id AS customer, '' AS record, '' AS detail, tag AS text,
        NULL AS row FROM tags WHERE customer_id IN ${these}`,
  },
  {
    kind: 'log',
    select: `SELECT ${ofObject} AS customer, l.seq AS record, '' AS detail, l.reason AS text, NULL AS row FROM audit_log l
      -- What was handed out of many customers at once was handed out of these.
      WHERE l.reason IS NOT NULL AND l.object IN (SELECT 'customers' UNION SELECT 'customer:' || value FROM json_each(@cards)
        UNION SELECT 'application:' || id FROM applications WHERE customer_id IN ${these})`,
  },
]

type Found = Pick<StoredText, 'customer' | 'detail' | 'text' | 'row'> & { readonly record: Cell }

/** Every sentence that somebody wrote about some cards beside their boxes. Throws SqliteError. */
export function storedTexts(db: Connection, cards: readonly number[]): StoredText[] {
  return sources.flatMap(({ kind, select }, source) =>
    all<Found>(db, select, { cards: JSON.stringify(cards) }).map(found => ({
      ...found,
      record: String(found.record ?? ''),
      kind,
      source,
    })),
  )
}

// What is nothing but a number or a name is among them: a search tells them apart.
const selectTold = `
  SELECT v.customer_id AS customer, 'verification' AS kind, v.checked_on AS record, v.item AS detail, f.value AS text
    FROM verifications v, json_each(v.facts) f WHERE f.type = 'text' AND v.customer_id IN ${these}
  UNION ALL SELECT customer_id, 'verification', checked_on, item, note FROM verifications
    WHERE note IS NOT NULL AND customer_id IN ${these}
  UNION ALL SELECT r.customer_id, 'change', r.id || '', 'callback', f.value
    FROM change_requests r, json_each(r.callback) f WHERE f.type = 'text' AND r.customer_id IN ${these}`

/** A text out of what somebody found out or was told. */
export type ToldText = Pick<StoredText, 'kind' | 'record' | 'detail' | 'text'> & { readonly customer: number }

/** What was found out or told when some customers were checked, or called about a change. Throws SqliteError. */
export function toldTexts(db: Connection, cards: readonly number[]): ToldText[] {
  return all<ToldText>(db, selectTold, { cards: JSON.stringify(cards) })
}

/** Writes other words in the place of a sentence that may change. Throws SqliteError. */
export function putText(db: Connection, { source, row }: StoredText, text: string): void {
  const put = sources[source]?.put
  if (put !== undefined && row !== null) run(db, put, { text, row })
}

/** The columns of a credit file that hold sentences. */
export const creditTexts = columnsOf('credit').filter(({ field }) => isFreeText(`credit.${field.key}`))

/** What every KH002 of a card says in one of its boxes for sentences, those of earlier years included. */
export interface CreditText {
  readonly creditId: number
  readonly path: Path
  readonly column: string
  readonly text: string
}

/** The sentences of every KH002 of a card. Throws SqliteError. */
export function creditTextsOf(db: Connection, customerId: number): CreditText[] {
  return creditTexts.flatMap(({ name, field }) =>
    all<{ creditId: number; text: string }>(
      db,
      // oxlint-disable-next-line kehu/bound-sql -- the catalogue names the columns
      `SELECT id AS creditId, ${name} AS text FROM credit_files WHERE customer_id = ? AND ${name} IS NOT NULL`,
      [customerId],
    ).map(found => ({ ...found, path: `credit.${field.key}`, column: name })),
  )
}

/** Writes another sentence into a KH002. Throws SqliteError. */
export function putCreditText(db: Connection, { creditId, column }: CreditText, text: string): void {
  // oxlint-disable-next-line kehu/bound-sql -- the catalogue names the columns
  run(db, `UPDATE credit_files SET ${column} = ? WHERE id = ?`, [text, creditId])
}
