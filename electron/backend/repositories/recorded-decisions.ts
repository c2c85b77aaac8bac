import { all, type Connection, one } from '../database/connection.ts'

/** A submitted version, and the row of the log that names its digest; nothing where there is none. */
export interface RecordedSubmission {
  readonly id: number
  readonly snapshot: string
  readonly digest: string
  readonly recordedIn: number | null
  /** The last row of the log about its application. */
  readonly lastRow: number | null
}

/** The last erasure that rewrote a record, by the row of the log that tells of it; both names stand below. */
const lastErasure = (kind: string, record: string) =>
  // oxlint-disable-next-line kehu/bound-sql -- a kind and a column out of the statements below
  `(SELECT max(e.logged_in) FROM erased_records x JOIN erasures e ON e.id = x.erasure_id WHERE x.kind = '${kind}' AND x.record = ${record} || '')`
/** What an erasure made of a record, as its row in the log has it. */
const erasedFact = (kind: string, record: string) => `json_extract(l.facts, '$."${kind}.' || ${record} || '"')`

// oxlint-disable-next-line kehu/bound-sql -- the parts are written above, out of names that stand here
const selectSubmissions = `
  SELECT s.id, s.snapshot, s.digest,
    CASE WHEN ${lastErasure('submission', 's.id')} IS NULL
      THEN (SELECT max(seq) FROM audit_log l WHERE l.object = 'application:' || s.application_id
        AND l.action = 'application.submit' AND l.after_digest = s.digest)
      ELSE (SELECT seq FROM audit_log l WHERE l.seq = ${lastErasure('submission', 's.id')} AND l.action = 'personal.erase'
        AND ${erasedFact('submission', 's.id')} GLOB '* ' || s.digest)
    END AS recordedIn,
    (SELECT max(seq) FROM audit_log l WHERE l.object = 'application:' || s.application_id) AS lastRow
  FROM submissions s`

/** Submitted versions after an id, in their order, at most `limit` of them. Throws SqliteError. */
export function submissionsAfter(db: Connection, id: number, limit: number): RecordedSubmission[] {
  return all<RecordedSubmission>(db, `${selectSubmissions} WHERE s.id > ? ORDER BY s.id LIMIT ?`, [id, limit])
}

/** Every submitted version of some cards. Throws SqliteError. */
export function submissionsOfCards(db: Connection, cards: readonly number[]): RecordedSubmission[] {
  const sql = `${selectSubmissions} JOIN applications a ON a.id = s.application_id
    WHERE a.customer_id IN (SELECT value FROM json_each(?)) ORDER BY s.id`
  return all<RecordedSubmission>(db, sql, [JSON.stringify(cards)])
}

/** A check of a customer, the salt of its digest (nothing once it was forgotten), and the digest that the log has of it. */
export interface RecordedVerification {
  readonly id: number
  readonly customerId: number
  readonly facts: string
  readonly checkedOn: string
  readonly verifierId: number
  readonly note: string | null
  readonly papers: string
  readonly salt: string | null
  readonly recordedIn: number | null
  readonly digest: string | null
  /** The last row of the log about its customer. */
  readonly lastRow: number | null
}

// oxlint-disable-next-line kehu/bound-sql -- the parts are written above, out of names that stand here
const selectVerifications = `
  WITH known AS (
    SELECT v.*, ${lastErasure('verification', 'v.id')} AS erasedIn,
      (SELECT max(l.seq) FROM audit_log l WHERE l.object = 'customer:' || v.customer_id AND l.action = 'verification.record'
        AND json_extract(l.facts, '$.verification') = v.id || '') AS checkedIn
    FROM verifications v),
  found AS (
    SELECT k.*, coalesce(k.erasedIn, k.checkedIn) AS seq FROM known k)
  SELECT v.id, v.customer_id AS customerId, v.facts, v.checked_on AS checkedOn, v.verifier_id AS verifierId, v.note, l.seq AS recordedIn,
    CASE WHEN v.erasedIn IS NULL THEN l.after_digest ELSE ${erasedFact('verification', 'v.id')} END AS digest,
    (SELECT s.salt FROM audit_salts s WHERE s.object = 'customer:' || v.customer_id AND s.from_seq <= v.seq
      ORDER BY s.from_seq DESC LIMIT 1) AS salt,
    (SELECT json_group_array(attachment_id) FROM
      (SELECT attachment_id FROM verification_files WHERE verification_id = v.id ORDER BY attachment_id)) AS papers,
    (SELECT max(seq) FROM audit_log WHERE object = 'customer:' || v.customer_id) AS lastRow
  FROM found v LEFT JOIN audit_log l ON l.seq = v.seq AND l.action = iif(v.erasedIn IS NULL, 'verification.record', 'personal.erase')`

/** Checks after an id, in their order, at most `limit` of them. Throws SqliteError. */
export function recordedVerificationsAfter(db: Connection, id: number, limit: number): RecordedVerification[] {
  return all<RecordedVerification>(db, `${selectVerifications} WHERE v.id > ? ORDER BY v.id LIMIT ?`, [id, limit])
}

/** Every check of some cards. Throws SqliteError. */
export function verificationsOfCards(db: Connection, cards: readonly number[]): RecordedVerification[] {
  const sql = `${selectVerifications} WHERE v.customer_id IN (SELECT value FROM json_each(?)) ORDER BY v.id`
  return all<RecordedVerification>(db, sql, [JSON.stringify(cards)])
}

const selectOddErasures = `
  SELECT e.logged_in AS seq FROM erasures e LEFT JOIN audit_log l ON l.seq = e.logged_in
  WHERE l.action IS NOT 'personal.erase' OR l.object IS NOT 'customer:' || e.customer_id
    OR json_extract(l.facts, '$.erasure') IS NOT e.id || '' OR json_extract(l.facts, '$.subject') IS NOT e.subject
    OR json_extract(l.facts, '$.scope') IS NOT e.scope OR json_extract(l.facts, '$.records') IS NOT
      (SELECT count(*) FROM erased_records x WHERE x.erasure_id = e.id) || ''
  UNION SELECT l.seq FROM audit_log l WHERE l.action = 'personal.erase'
    AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.logged_in = l.seq)
  ORDER BY seq LIMIT 1`

/** The first row of the log that tells of an erasure otherwise than its table does, or that an erasure names and is not there. Throws SqliteError. */
export function oddErasure(db: Connection): number | undefined {
  return one<{ seq: number }>(db, selectOddErasures)?.seq
}

const logOf = "l.object = 'application:' || d.application_id"
const fact = (name: string) => `coalesce(json_extract(l.facts, '$.${name}'), '')`
const selectUnrecorded = `
  SELECT coalesce((SELECT max(seq) FROM audit_log l WHERE ${logOf}), (SELECT max(seq) FROM audit_log), 0) AS seq
  FROM (
    SELECT s.application_id FROM approval_steps t JOIN submissions s ON s.id = t.submission_id
    WHERE t.state IN ('signed', 'returned', 'rejected') AND NOT EXISTS (
      SELECT 1 FROM audit_log l WHERE l.object = 'application:' || s.application_id
        AND l.action = CASE t.state WHEN 'signed' THEN 'application.sign' WHEN 'returned' THEN 'application.return' ELSE 'application.reject' END
        AND ${fact('post')} = t.post AND ${fact('signer')} = t.signer_id || '' AND ${fact('granted')} = coalesce(t.granted || '', '')
        AND ${fact('evidence')} = coalesce(t.evidence, ''))
    UNION
    SELECT a.id FROM applications a
    WHERE a.state = 'approved' AND NOT EXISTS (
      SELECT 1 FROM audit_log l WHERE l.object = 'application:' || a.id AND l.action = 'limit.grant'
        AND ${fact('granted')} = a.approved_limit || '' AND ${fact('grade')} = coalesce(a.approved_grade, '')
        AND ${fact('from')} = a.valid_from AND ${fact('to')} = a.valid_to
        AND ${fact('opens')} = iif(a.is_first, 'inSteps', 'atOnce'))
    UNION
    SELECT a.id FROM applications a
    WHERE a.state = 'approved' AND coalesce(a.closed_on, '') != coalesce((
      SELECT ${fact('on')} FROM audit_log l WHERE l.object = 'application:' || a.id AND l.action IN ('limit.close', 'limit.reopen')
      ORDER BY l.seq DESC LIMIT 1), '')
    UNION
    SELECT a.id FROM applications a
    WHERE a.released_on IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM audit_log l WHERE l.object = 'application:' || a.id AND l.action = 'limit.release')
  ) d ORDER BY seq LIMIT 1`

/** The last row of the log about an application whose signatures or limit stand otherwise in the log than in their tables. Throws SqliteError. */
export function unrecordedDecision(db: Connection): number | undefined {
  return one<{ seq: number }>(db, selectUnrecorded)?.seq
}
