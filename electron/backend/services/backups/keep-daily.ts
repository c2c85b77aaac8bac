import { localDay } from '../../../../shared/domain/calendar.ts'
import type { BackupDesk } from './backup-desk.ts'

const looked = 10 * 60_000 // ms

/**
 * Takes a backup on every day on which something was changed and none was taken yet, for a program that is never closed, and copies it to the
 * second place; answers what
 * ends that. An error goes to `failed`, and the next look tries again.
 */
export function keepDaily(
  desk: BackupDesk,
  clock: () => Date,
  failed: (error: unknown) => void,
  pause = looked,
): () => void {
  let isWorking = false
  const work = async () => {
    if (isWorking) return
    isWorking = true
    try {
      if (desk.isChanged() && newestDay(desk) !== localDay(clock())) await desk.take('daily')
      // Also when it is only now that somebody has plugged the stick in.
      if (await desk.isCopyDue()) await desk.copy()
    } catch (error) {
      failed(error)
    }
    isWorking = false
  }
  const timer = setInterval(() => void work(), pause)
  timer.unref()
  return () => clearInterval(timer)
}

function newestDay(desk: BackupDesk): string | undefined {
  const [newest] = desk.list()
  return newest && localDay(new Date(newest.at))
}
