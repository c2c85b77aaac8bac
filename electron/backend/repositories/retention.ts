import { naturalPersonWords, ownerSubject, type PersonalClass } from '../../../shared/domain/personal.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

/** A card that keeps a group of personal data longer than the company meant to; `since` is when it was put aside, or last changed or traded. */
export interface Overkept {
  readonly customerId: number
  readonly customerNo: string
  readonly name: string
  /** The person whose it is in the first place. */
  readonly subject: string
  readonly since: string
}

const guardedOfPeople = 'coalesce(p.birth, p.ethnicity, p.married, p.home_address, p.quality, p.home_phone) IS NOT NULL'
// oxlint-disable-next-line kehu/bound-sql -- the words stand in the code
const naturalPerson = naturalPersonWords.map(word => `c.ownership_type_other LIKE '%${word}%'`).join(' OR ')

/** That a card, as `c`, holds something of a group. */
const holds: Readonly<Record<PersonalClass, string>> = {
  health: 'EXISTS (SELECT 1 FROM credit_files k WHERE k.customer_id = c.id AND k.owner_health IS NOT NULL)',
  // As isIndividual in shared/domain/personal.ts.
  bankAccount: `c.bank_account_no IS NOT NULL AND (c.ownership_type = 'individual' OR (c.ownership_type = 'other' AND (${naturalPerson}))
    OR (c.ownership_type IS NULL AND EXISTS (SELECT 1 FROM credit_files k WHERE k.customer_id = c.id AND k.business_form = 'individual')))`,
  identityCard: `EXISTS (SELECT 1 FROM attachments f WHERE f.customer_id = c.id AND f.kind = 'identityCard' AND f.bytes > 0)`,
  guarded: `(EXISTS (SELECT 1 FROM people p WHERE p.customer_id = c.id AND ${guardedOfPeople})
    OR EXISTS (SELECT 1 FROM credit_files k WHERE k.customer_id = c.id
      AND coalesce(k.owner_personality, k.owner_temperament, k.owner_interests, k.owner_outlook, k.owner_habits, k.owner_origin,
        k.owner_weaknesses) IS NOT NULL))`,
}

/** Whose it is, in the first place. */
const holder: Readonly<Record<PersonalClass, string>> = {
  health: `'${ownerSubject}'`,
  bankAccount: `'${ownerSubject}'`,
  identityCard: `coalesce((SELECT s.subject FROM attachments f JOIN attachment_persons s ON s.attachment_id = f.id
    WHERE f.customer_id = c.id AND f.kind = 'identityCard' AND f.bytes > 0 ORDER BY f.id LIMIT 1), '${ownerSubject}')`,
  guarded: `coalesce((SELECT 'people.' || p.role || '.' || p.place FROM people p WHERE p.customer_id = c.id AND ${guardedOfPeople}
    ORDER BY p.role <> 'principal', p.role, p.place LIMIT 1), '${ownerSubject}')`,
}

/** Days and instants begin alike, so that they compare as texts. */
const lastTraded = `coalesce((SELECT max(coalesce(a.valid_to, a.decided_at, a.begun_at)) FROM applications a WHERE a.customer_id = c.id), '')`
const since = `coalesce(c.archived_at, max(c.changed_at, ${lastTraded}))`

// oxlint-disable-next-line kehu/bound-sql -- the conditions of the groups stand above
const overkept = (group: PersonalClass) => `
  FROM customers c
  WHERE c.merged_into IS NULL AND coalesce(c.archived_at, c.changed_at) < @before AND ${since} < @before AND ${holds[group]}
    AND NOT EXISTS (SELECT 1 FROM retention_extensions e WHERE e.customer_id = c.id AND e.class = @group AND e.until >= @today)`

/** What a list is asked for; `before` is the first day that is not over yet. ISO days. */
export interface Overdue {
  readonly group: PersonalClass
  readonly before: string
  readonly today: string
}

/** How many cards keep a group too long. Throws SqliteError. */
export function countOverkept(db: Connection, overdue: Overdue): number {
  // oxlint-disable-next-line kehu/bound-sql -- the conditions of the groups stand above
  const sql = `SELECT count(*) AS count ${overkept(overdue.group)}`
  return one<{ count: number }>(db, sql, { ...overdue })?.count ?? 0
}

/** The cards that keep a group too long, the longest first. Throws SqliteError. */
export function overkeptCards(db: Connection, overdue: Overdue, limit: number): Overkept[] {
  // oxlint-disable-next-line kehu/bound-sql -- the conditions of the groups stand above
  const sql = `SELECT c.id AS customerId, c.customer_no AS customerNo, c.name, ${holder[overdue.group]} AS subject,
    ${since} AS since ${overkept(overdue.group)}
    ORDER BY since, c.id LIMIT @limit`
  return all<Overkept>(db, sql, { ...overdue, limit })
}

/** A group that a card keeps on; `by` is the person who decides. */
export interface Extension {
  readonly customerId: number
  readonly group: PersonalClass
  readonly until: string
  readonly reason: string
  readonly at: string
  readonly by: number
}

/** Notes that a card keeps a group on until a day. Throws SqliteError. */
export function insertExtension(db: Connection, extension: Extension): void {
  const sql = `
    INSERT INTO retention_extensions (customer_id, class, until, reason, decided_at, decided_by)
    VALUES (@customerId, @group, @until, @reason, @at, @by)`
  run(db, sql, { ...extension })
}
