import type { backupCalls } from '../../../../shared/contract/backup-calls.ts'
import type { Output } from '../../../../shared/contract/contract.ts'
import type { Context } from '../context.ts'
import type { ServiceTable } from '../service-table.ts'
import { orRefuse } from './backup-failure.ts'
import { restoreOverData } from './restore.ts'

async function takeNow({ backups }: Context): Promise<Output<'backups.take'>> {
  return { file: await orRefuse(() => backups.take('manual')) }
}

/** The backups of the open data folder. */
export const backupServices = {
  'backups.list': ({ backups }: Context) => ({ backups: backups.list() }),
  'backups.take': takeNow,
  'backups.restore': restoreOverData,
} satisfies Pick<ServiceTable, keyof typeof backupCalls>
