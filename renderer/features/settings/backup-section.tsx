import { useTranslation } from 'react-i18next'
import type { Actor } from '../../../shared/contract/shapes.ts'
import { useCall } from '../../transport/use-call.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { BackupList } from './backup-list.tsx'
import { SecondPlace } from './second-place.tsx'

/** 备份: what there is, one more now, the way back, and the second place. */
export function BackupSection({ actor, company }: { actor: Actor; company: string }) {
  const { t } = useTranslation()
  const { data, error } = useCall('backups.list', {})
  const mayManage = actor.rights.includes('backup.manage')
  // Together, or the first part would push the button of the second one away under the mouse.
  if (!data && !error) return <Waiting text={t('policy.loading')} />
  return (
    <>
      {data && <SecondPlace second={data.second} disk={data.disk} company={company} mayManage={mayManage} />}
      <BackupList mayRestore={mayManage} />
    </>
  )
}
