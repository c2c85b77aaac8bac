import type { Actor } from '../../../../shared/contract/shapes.ts'
import type { Connection } from '../../database/connection.ts'
import { setSeen } from '../../repositories/sessions.ts'
import { localDay } from '../../../../shared/domain/calendar.ts'
import { signedIn } from './signed-in.ts'

const idle = 10 * 60_000 // ms after which a session locks itself (rules 19)
const writePause = 60_000 // ms between two notes in the database, each of which waits for the disk

/** Somebody who is signed in. */
export interface Presence {
  readonly actor: Actor
  readonly tokenDigest: string
  /** Locked by the person, or for having been away for too long. */
  readonly isLocked: boolean
  readonly seenAt: string
}

/** Knows who is there: finds sessions by their token and notes when they were last used. */
export interface Attendance {
  /** Whose token this is; nothing for an unknown one. Throws SqliteError. */
  find(db: Connection, token: string | undefined): Presence | undefined
  /** Notes that a session was used just now. Throws SqliteError. */
  see(db: Connection, presence: Presence): void
  /** Locks a session until its password is given again. Throws SqliteError. */
  lock(db: Connection, presence: Presence): void
  /** Takes the lock away. Throws SqliteError. */
  unlock(db: Connection, presence: Presence): void
}

/** Begins without having seen anybody; what the database knows of an earlier run counts. */
export function createAttendance(clock: () => Date): Attendance {
  const lastSeen = new Map<string, number>()
  return {
    find(db, token) {
      const instant = clock()
      const found = signedIn(db, token, localDay(instant))
      if (!found) return undefined
      const { tokenDigest, seenAt, lockedAt } = found.record
      const seen = lastSeen.get(tokenDigest) ?? Date.parse(seenAt)
      // Also a clock that was set back by more than that is no proof of having been here.
      const isIdle = Math.abs(instant.getTime() - seen) >= idle
      return { actor: found.actor, tokenDigest, seenAt, isLocked: lockedAt !== null || isIdle }
    },
    see(db, { tokenDigest, seenAt }) {
      const instant = clock()
      lastSeen.set(tokenDigest, instant.getTime())
      if (Math.abs(instant.getTime() - Date.parse(seenAt)) >= writePause)
        setSeen(db, tokenDigest, instant.toISOString(), null)
    },
    lock(db, { tokenDigest, seenAt }) {
      setSeen(db, tokenDigest, seenAt, clock().toISOString())
    },
    unlock(db, { tokenDigest }) {
      const instant = clock()
      lastSeen.set(tokenDigest, instant.getTime())
      setSeen(db, tokenDigest, instant.toISOString(), null)
    },
  }
}
