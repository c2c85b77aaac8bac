import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { takeBackup } from '../../electron/backend/database/backup.ts'
import { flush } from '../../electron/backend/database/backup-file.ts'
import { backupFolder } from '../../electron/backend/database/backup-names.ts'
import { databaseFile } from '../../electron/backend/database/data-folder.ts'
import { type Measurement, type Series, timed } from './measure.ts'

/** A backup as it is taken every day, every page and the log looked at, beside a mere copy of the file. */
export async function measureBackup(dir: string, customers: number, rounds: number): Promise<Measurement> {
  const [taken, copied]: [Series[], Series[]] = [[], []]
  const file = databaseFile(dir)
  const plain = path.join(dir, 'plain-copy.sqlite')
  for (let round = 0; round < rounds; round++) {
    const backup = await timed(() => takeBackup(file, dir, new Date(), 'manual'))
    rmSync(backupFolder(dir), { recursive: true })
    const copy = await timed(() => {
      copyFileSync(file, plain)
      flush(plain)
    })
    rmSync(plain)
    taken.push([backup.ms])
    copied.push([copy.ms])
  }
  return {
    work: 'a backup, looked at',
    customers,
    unit: 'ms',
    rounds: taken,
    beside: { what: 'copying', rounds: copied },
  }
}
