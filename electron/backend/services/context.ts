import type { Actor } from '../../../shared/contract/shapes.ts'
import { localDay } from '../../../shared/domain/calendar.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import type { Connection } from '../database/connection.ts'
import type { InTurn } from './accounts/in-turn.ts'
import type { ImportDesk } from './imports/import-desk.ts'
import type { BackupDesk } from './backups/backup-desk.ts'
import type { Inbox } from './inbox.ts'
import type { Outbox } from './outbox.ts'
import type { Reveals } from './personal/reveals.ts'
import type { RunningWork } from './running-work.ts'
import type { WriteGate } from './write-gate.ts'

/** What a use case works with: the open database, who is asking, and the ports to the world outside. */
export interface Context {
  readonly db: Connection
  readonly actor: Actor
  /** The name of the call that is carried out. */
  readonly call: string
  readonly company: string
  /** The database file, for workers that open a connection of their own. */
  readonly file: string
  readonly dataDir: string
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly work: RunningWork
  /** Who looks behind which masks at the moment. */
  readonly reveals: Reveals
  /** Closed while a thread writes through a connection of its own. */
  readonly writing: WriteGate
  readonly imports: ImportDesk
  readonly backups: BackupDesk
  /**
   * Puts a checked backup in the place of the database after the database itself was kept as one; answers its name and what to go on
   * with. Throws StartFailure; CallFailure `busy`, `not-ready`.
   */
  readonly exchange: (backup: string) => Promise<{ readonly savedAs: string; readonly ports: Ports }>
  readonly workerPath: string
  readonly clock: () => Date
  /** A new id that nobody has had before. */
  readonly newId: () => string
  /** The name of this machine, for the log. */
  readonly machine: string
  /** What hashing a password costs: scrypt's N. */
  readonly passwordCost: number
  /** The row in which passwords wait to be checked. */
  readonly inTurn: InTurn
}

/** What is the same whoever asks. */
export type Ports = Omit<Context, 'actor' | 'call'>

/** The present instant as it is stored. */
export function now(context: Pick<Context, 'clock'>): string {
  return context.clock().toISOString()
}

/** Today where this machine stands. ISO. */
export function today(context: Pick<Context, 'clock'>): string {
  return localDay(context.clock())
}

/** Whether the person who asks has a right. */
export function may({ actor }: Pick<Context, 'actor'>, right: Right): boolean {
  return actor.rights.includes(right)
}
