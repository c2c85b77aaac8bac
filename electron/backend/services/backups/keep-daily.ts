import { localDay } from '../../../../shared/domain/calendar.ts'
import type { BackupDesk } from './backup-desk.ts'

const looked = 10 * 60_000 // ms

/**
 * Takes a backup on every day on which something was changed and none was taken yet, for a program that is never closed; answers what
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
    if (isWorking || !desk.isChanged() || newestDay(desk) === localDay(clock())) return
    isWorking = true
    try {
      await desk.take('daily')
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
