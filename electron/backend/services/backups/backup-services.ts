import type { backupCalls } from '../../../../shared/contract/backup-calls.ts'
import type { Output } from '../../../../shared/contract/contract.ts'
import type { Context } from '../context.ts'
import type { ServiceTable } from '../service-table.ts'
import { orRefuse } from './backup-failure.ts'
import { bringIn, bringInFirst, takeAlong } from './carry.ts'
import { restoreOverData } from './restore.ts'
import { backupHealth, setPassphrase, setPlace } from './second-place.ts'

async function takeNow({ backups }: Context): Promise<Output<'backups.take'>> {
  return { file: await orRefuse(() => backups.take('manual')) }
}

async function copyNow({ backups }: Context): Promise<Output<'backups.copy'>> {
  return { file: await orRefuse(() => backups.copy()) }
}

/** The backups of the open data folder. */
export const backupServices = {
  'backups.list': async ({ backups }: Context) => ({
    backups: backups.list(),
    second: await backups.second(),
    disk: await backups.disk(),
  }),
  'backups.health': backupHealth,
  'backups.examine': ({ backups }: Context) => backups.examine(),
  'backups.take': takeNow,
  'backups.restore': restoreOverData,
  'backups.setPassphrase': setPassphrase,
  'backups.setPlace': setPlace,
  'backups.copy': copyNow,
  'backups.takeAlong': takeAlong,
  'backups.bringIn': bringIn,
  'app.bringIn': bringInFirst,
} satisfies Pick<ServiceTable, keyof typeof backupCalls>
