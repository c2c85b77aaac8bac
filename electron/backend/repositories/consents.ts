import type { Consent } from '../../../shared/contract/personal-calls.ts'
import type { PersonalClass, PersonalRules } from '../../../shared/domain/personal.ts'
import { all, type Connection, run } from '../database/connection.ts'
import { cardsOf } from './merged-cards.ts'

interface StoredConsent extends Omit<Consent, 'recordedBy' | 'withdrawn'> {
  readonly recordedById: number
  readonly recordedByName: string
  readonly withdrawnOn: string | null
  readonly withdrawnAt: string | null
  readonly withdrawnById: number | null
  readonly withdrawnByName: string | null
  readonly withdrawalNote: string | null
}

/** Every consent of the people of a card and of what was merged into it, newest first. Throws SqliteError. */
export function consentsOf(db: Connection, customerId: number): Consent[] {
  const sql = `
    SELECT c.id, c.subject, c.name, c.class, c.given_on AS givenOn, c.manner, c.note, c.attachment_id AS attachmentId,
      c.recorded_at AS recordedAt, r.id AS recordedById, r.name AS recordedByName,
      c.withdrawn_on AS withdrawnOn, c.withdrawn_at AS withdrawnAt, w.id AS withdrawnById, w.name AS withdrawnByName,
      c.withdrawal_note AS withdrawalNote
    FROM consents c JOIN actors r ON r.id = c.recorded_by LEFT JOIN actors w ON w.id = c.withdrawn_by
    WHERE c.customer_id IN ${cardsOf} ORDER BY c.id DESC`
  return all<StoredConsent>(db, sql, { id: customerId }).map(
    ({
      recordedById,
      recordedByName,
      withdrawnOn,
      withdrawnAt,
      withdrawnById,
      withdrawnByName,
      withdrawalNote,
      ...row
    }) => ({
      ...row,
      recordedBy: { id: recordedById, name: recordedByName },
      withdrawn:
        withdrawnOn === null || withdrawnAt === null || withdrawnById === null
          ? null
          : {
              on: withdrawnOn,
              at: withdrawnAt,
              by: { id: withdrawnById, name: withdrawnByName ?? '' },
              note: withdrawalNote,
            },
    }),
  )
}

/** Who on a card agrees to what at this moment. Throws SqliteError. */
export function consentsInForce(db: Connection, customerId: number): PersonalRules['consents'] {
  const sql = `SELECT class, name FROM consents WHERE customer_id IN ${cardsOf} AND withdrawn_on IS NULL`
  return all<{ class: PersonalClass; name: string }>(db, sql, { id: customerId })
}

/** A consent as it is recorded; `by` is the person who records it. */
export interface NewConsent
  extends Pick<Consent, 'subject' | 'name' | 'class' | 'givenOn' | 'manner' | 'note' | 'attachmentId'> {
  readonly customerId: number
  readonly at: string
  readonly by: number
}

/** Adds a consent; answers its id. Throws SqliteError. */
export function insertConsent(db: Connection, consent: NewConsent): number {
  const sql = `
    INSERT INTO consents (customer_id, subject, name, class, given_on, manner, note, attachment_id, recorded_at, recorded_by)
    VALUES (@customerId, @subject, @name, @class, @givenOn, @manner, @note, @attachmentId, @at, @by)`
  return run(db, sql, { ...consent }).id
}

/** Notes that a consent ended. Throws SqliteError. */
export function endConsent(
  db: Connection,
  id: number,
  end: { readonly on: string; readonly note: string | null; readonly at: string; readonly by: number },
): void {
  const sql = `
    UPDATE consents SET withdrawn_on = @on, withdrawal_note = @note, withdrawn_at = @at, withdrawn_by = @by WHERE id = @id`
  run(db, sql, { ...end, id })
}
