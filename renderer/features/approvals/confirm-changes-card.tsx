import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationDetail } from '../../../shared/contract/application-calls.ts'
import { OwnPassword } from '../../ui/own-password.tsx'
import { useAction } from '../../ui/use-action.ts'
import { Card } from './card.tsx'
import { ChangesTable } from './changes-card.tsx'
import { changedByApproval } from './stale.ts'

/** 确认变更: whoever has signed says that the signature stands although the card was changed. */
export function ConfirmChangesCard({ detail }: { detail: ApplicationDetail }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [password, setPassword] = useState('')
  const command = useAction('applications.confirmChanges', changedByApproval)
  const { sinceSubmission } = detail.changes
  const confirm = async () => {
    const answer = await command.run({ id: detail.id, password })
    setPassword('')
    if (answer) void message.success(t('approvals.confirmed'))
  }
  return (
    <Card title={t('approvals.confirmChanges')} className="card-warning">
      <form
        className="signing"
        onSubmit={event => {
          event.preventDefault()
          void confirm()
        }}
      >
        <p>{t('approvals.confirmChangesMeans')}</p>
        {sinceSubmission.length > 0 ? (
          <ChangesTable
            changes={sinceSubmission}
            before={t('approvals.beforeSubmission')}
            now={t('approvals.nowPresent')}
          />
        ) : (
          <p>{t('approvals.changedBack')}</p>
        )}
        <OwnPassword autoFocus label={t('approvals.password')} value={password} onChange={setPassword} />
        {command.problem && (
          <p className="stamp" role="alert">
            {command.problem}
          </p>
        )}
        <Button type="primary" htmlType="submit" loading={command.busy} disabled={password === ''}>
          {t('approvals.confirmChanges')}
        </Button>
      </form>
    </Card>
  )
}
