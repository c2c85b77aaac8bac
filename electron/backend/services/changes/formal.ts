import type { Values } from '../../../../shared/catalogue/field.ts'
import { localDay } from '../../../../shared/domain/calendar.ts'
import { missingForFormal } from '../../../../shared/domain/card-gates.ts'
import type { Connection } from '../../database/connection.ts'
import { putFormalSince, standingOf } from '../../repositories/formal-customers.ts'
import { type Context, today } from '../context.ts'

/** Remembers that a card has become that of a 正式客户, in the transaction that made it one. `at` is the instant. Throws SqliteError. */
export function rememberFormal(db: Connection, id: number, values: Values, at: string): void {
  const standing = standingOf(db, id)
  if (standing && standing.formalSince === null && missingForFormal({ values, ...standing }).length === 0)
    putFormalSince(db, id, at)
}

/**
 * Whether the key boxes of a customer change by request only: it is a 正式客户, or a limit was asked for in its name. Whoever made
 * the card may still put a slip of typing right on the same day, as long as nobody has verified or submitted anything: nobody has
 * relied on the card yet, and a request for every slip would teach people to send them unread. Throws SqliteError.
 */
export function isControlled(context: Pick<Context, 'db' | 'actor' | 'clock'>, id: number): boolean {
  const standing = standingOf(context.db, id)
  if (!standing) return false
  const { formalSince, wasSubmitted, wasVerified, createdBy, createdAt } = standing
  if (wasSubmitted) return true
  const isOwnOfToday = createdBy === context.actor.id && localDay(new Date(createdAt)) === today(context)
  return formalSince !== null && (wasVerified || !isOwnOfToday)
}

/** Whether a customer is a 正式客户 or was submitted for a limit, whoever asks. Throws SqliteError. */
export function isSettled(db: Connection, id: number): boolean {
  const standing = standingOf(db, id)
  return standing !== undefined && (standing.formalSince !== null || standing.wasSubmitted)
}

/** Whether another salesperson is named by request only: until the first submission naming one is part of the asking. Throws SqliteError. */
export function isSalespersonControlled(db: Connection, id: number): boolean {
  const standing = standingOf(db, id)
  return standing !== undefined && standing.salespersonId !== null && standing.wasSubmitted
}
