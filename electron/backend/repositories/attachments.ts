import type { Attachment } from '../../../shared/contract/attachment-calls.ts'
import { all, type Connection, one, run } from '../database/connection.ts'
import { cardsOf } from './merged-cards.ts'

const select = `
  SELECT f.id, f.customer_id AS customerId, f.kind, f.file_name AS fileName, f.type, f.bytes, f.sha256, f.added_at AS addedAt, p.name AS addedBy
  FROM attachments f JOIN actors p ON p.id = f.added_by`

/** The papers of a customer and of what was merged into it, newest first. Throws SqliteError. */
export function attachmentsOf(db: Connection, customerId: number): Attachment[] {
  return all<Attachment>(db, `${select} WHERE f.customer_id IN ${cardsOf} ORDER BY f.id DESC`, { id: customerId })
}

/** One paper, or nothing where there is none of this id. Throws SqliteError. */
export function attachmentById(db: Connection, id: number): Attachment | undefined {
  return one<Attachment>(db, `${select} WHERE f.id = ?`, [id])
}

/** A paper that is being added; `addedBy` is the person. */
export interface NewAttachment extends Omit<Attachment, 'id' | 'addedBy'> {
  readonly addedBy: number
}

const insert = `
  INSERT INTO attachments (customer_id, kind, file_name, type, bytes, sha256, added_at, added_by)
  VALUES (@customerId, @kind, @fileName, @type, @bytes, @sha256, @addedAt, @addedBy)`

/** Adds a paper to a customer; answers its id. Throws SqliteError. */
export function insertAttachment(db: Connection, attachment: NewAttachment): number {
  return run(db, insert, { ...attachment }).id
}

/** Whose identity paper an attachment is: where the person stands on the card, and the name at that time. */
export interface Holder {
  readonly subject: string
  readonly name: string
}

/** Notes whose identity paper an attachment is. Throws SqliteError. */
export function insertHolder(db: Connection, attachmentId: number, { subject, name }: Holder): void {
  run(db, 'INSERT INTO attachment_persons (attachment_id, subject, name) VALUES (?, ?, ?)', [
    attachmentId,
    subject,
    name,
  ])
}

/** The identity papers of a person of a card. Throws SqliteError. */
export function papersOfPerson(
  db: Connection,
  customerId: number,
  name: string,
): Pick<Attachment, 'id' | 'fileName' | 'addedAt'>[] {
  const sql = `
    SELECT f.id, f.file_name AS fileName, f.added_at AS addedAt FROM attachments f JOIN attachment_persons h ON h.attachment_id = f.id
    WHERE f.customer_id IN ${cardsOf} AND h.name = @name ORDER BY f.id DESC`
  return all<Pick<Attachment, 'id' | 'fileName' | 'addedAt'>>(db, sql, { id: customerId, name })
}
