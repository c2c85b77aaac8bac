import { localDay } from '../../../../shared/domain/calendar.ts'
import type { Output } from '../../../../shared/contract/contract.ts'
import { filesAside } from '../../database/backup-file.ts'
import { backupNames, lastDayKept } from '../../database/backup-names.ts'
import { backupSettings } from '../../database/backup-settings.ts'

/**
 * Which backups still hold what was erased: none is rewritten, each goes when its turn comes; a damaged database that was put aside goes
 * with the erasure. The day holds as long as a backup is taken
 * every month; what was put back on purpose or carried elsewhere no day is known of.
 */
export function backupsLeft(dataDir: string, at: Date): Output<'personal.erase'>['backups'] {
  const names = backupNames(dataDir)
  const { place, lastCopy } = backupSettings(dataDir)
  return {
    count: names.length,
    until: names.length === 0 ? null : lastDayKept(localDay(at)),
    damaged: filesAside(dataDir).length,
    elsewhere: place !== undefined || lastCopy !== undefined,
  }
}
