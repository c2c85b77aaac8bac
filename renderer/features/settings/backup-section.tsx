import type { Actor } from '../../../shared/contract/shapes.ts'
import { useCall } from '../../transport/use-call.ts'
import { BackupList } from './backup-list.tsx'
import { SecondPlace } from './second-place.tsx'

/** 备份: what there is, one more now, the way back, and the second place. */
export function BackupSection({ actor, company }: { actor: Actor; company: string }) {
  const { data } = useCall('backups.list', {})
  const mayManage = actor.rights.includes('backup.manage')
  return (
    <>
      {data && <SecondPlace second={data.second} disk={data.disk} company={company} mayManage={mayManage} />}
      <BackupList mayRestore={mayManage} />
    </>
  )
}
