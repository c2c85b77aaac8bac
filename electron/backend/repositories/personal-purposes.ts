import type { Purpose } from '../../../shared/contract/personal-calls.ts'
import { all, type Connection, run } from '../database/connection.ts'

interface StoredPurpose extends Omit<Purpose, 'needsConsent' | 'setBy'> {
  readonly needsConsent: number
  readonly setById: number
  readonly setByName: string
}

/** Every version of every purpose, newest first. Throws SqliteError. */
export function allPurposes(db: Connection): Purpose[] {
  const sql = `
    SELECT p.class, p.purpose, p.necessity, p.retention_months AS retentionMonths, p.needs_consent AS needsConsent,
      p.set_at AS setAt, a.id AS setById, a.name AS setByName
    FROM personal_purposes p JOIN actors a ON a.id = p.set_by ORDER BY p.id DESC`
  return all<StoredPurpose>(db, sql).map(({ needsConsent, setById, setByName, ...purpose }) => ({
    ...purpose,
    needsConsent: needsConsent === 1,
    setBy: { id: setById, name: setByName },
  }))
}

/** The newest version of each purpose. Throws SqliteError. */
export function purposesInForce(db: Connection): Purpose[] {
  return newestOf(allPurposes(db))
}

/** The first of each group in a list that begins with the newest. */
export function newestOf(purposes: readonly Purpose[]): Purpose[] {
  return purposes.filter((purpose, index) => purposes.findIndex(other => other.class === purpose.class) === index)
}

/** A purpose as somebody enters it. */
export type NewPurpose = Omit<Purpose, 'setBy' | 'setAt'>

/** Adds a version. Throws SqliteError. */
export function insertPurpose(
  db: Connection,
  purpose: NewPurpose,
  { at, by }: { readonly at: string; readonly by: number },
): void {
  const sql = `
    INSERT INTO personal_purposes (class, purpose, necessity, retention_months, needs_consent, set_at, set_by)
    VALUES (@class, @purpose, @necessity, @retentionMonths, @needsConsent, @at, @by)`
  run(db, sql, { ...purpose, needsConsent: Number(purpose.needsConsent), at, by })
}
