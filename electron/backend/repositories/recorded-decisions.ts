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

const selectSubmissions = `
  SELECT s.id, s.snapshot, s.digest,
    (SELECT max(seq) FROM audit_log l WHERE l.object = 'application:' || s.application_id
      AND l.action = 'application.submit' AND l.after_digest = s.digest) AS recordedIn,
    (SELECT max(seq) FROM audit_log l WHERE l.object = 'application:' || s.application_id) AS lastRow
  FROM submissions s WHERE s.id > ? ORDER BY s.id LIMIT ?`

/** Submitted versions after an id, in their order, at most `limit` of them. Throws SqliteError. */
export function submissionsAfter(db: Connection, id: number, limit: number): RecordedSubmission[] {
  return all<RecordedSubmission>(db, selectSubmissions, [id, limit])
}

/** A check of a customer, the salt of its digest (nothing once it was forgotten), and the digest that the log has of it. */
export interface RecordedVerification {
  readonly id: number
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

const selectVerifications = `
  SELECT v.id, v.facts, v.checked_on AS checkedOn, v.verifier_id AS verifierId, v.note, s.salt, r.seq AS recordedIn, r.after_digest AS digest,
    (SELECT json_group_array(attachment_id) FROM
      (SELECT attachment_id FROM verification_files WHERE verification_id = v.id ORDER BY attachment_id)) AS papers,
    (SELECT max(seq) FROM audit_log WHERE object = 'customer:' || v.customer_id) AS lastRow
  FROM verifications v LEFT JOIN audit_salts s ON s.object = 'customer:' || v.customer_id
    LEFT JOIN audit_log r ON r.object = 'customer:' || v.customer_id AND r.action = 'verification.record'
      AND json_extract(r.facts, '$.verification') = v.id || ''
  WHERE v.id > ? ORDER BY v.id LIMIT ?`

/** Checks after an id, in their order, at most `limit` of them. Throws SqliteError. */
export function recordedVerificationsAfter(db: Connection, id: number, limit: number): RecordedVerification[] {
  return all<RecordedVerification>(db, selectVerifications, [id, limit])
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
