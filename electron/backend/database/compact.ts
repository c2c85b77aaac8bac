import { setTimeout } from 'node:timers/promises'
import { openForWriting } from './open.ts'
import { StartFailure } from './start-failure.ts'

const tries = 50
const pause = 100 // ms

/**
 * Writes a database anew, so that no page of it and nothing in its log still has what was deleted or overwritten; others read on
 * meanwhile. Throws SqliteError; StartFailure `data-in-use` where somebody reads from the log for longer than five seconds.
 */
export async function compact(file: string): Promise<void> {
  const db = openForWriting(file)
  try {
    db.exec('VACUUM')
    for (let attempt = 1; ; attempt += 1) {
      const [state] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[]
      if (state?.busy === 0) return
      if (attempt === tries) throw new StartFailure('data-in-use', 'the log is read')
      await setTimeout(pause)
    }
  } finally {
    db.close()
  }
}
