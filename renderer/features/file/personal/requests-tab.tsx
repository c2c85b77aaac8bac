import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonalRequest } from '../../../../shared/contract/personal-calls.ts'
import { useFile } from '../../../form/file-context.ts'
import { CloseRequestDialog } from './close-request-dialog.tsx'

interface RequestsTabProps {
  readonly requests: readonly PersonalRequest[]
  readonly mayClose: boolean
}

/** What a person has asked for, until when it is to be answered, and what came of it. */
export function RequestsTab({ requests, mayClose }: RequestsTabProps) {
  const { t } = useTranslation()
  const { today } = useFile()
  const [closing, setClosing] = useState<PersonalRequest>()
  if (requests.length === 0) return <p className="note-inline">{t('personal.requestsNone')}</p>
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('personal.requestKind')}</th>
            <th>{t('personal.receivedOn')}</th>
            <th>{t('personal.dueOn')}</th>
            <th>{t('personal.requestState')}</th>
            <th>{t('personal.note')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map(request => (
            <tr key={request.id}>
              <th scope="row">{t(`personal.kind-${request.kind}`)}</th>
              <td className="day">{request.receivedOn}</td>
              <td className="day">{request.dueOn}</td>
              <td>
                {request.state === 'open' ? (
                  <span className={request.dueOn < today ? 'remark-error' : ''}>
                    {t(request.dueOn < today ? 'personal.state-late' : 'personal.state-open')}
                  </span>
                ) : (
                  t(`personal.state-${request.state}`, { day: request.closedOn })
                )}{' '}
                {request.state === 'open' && mayClose && (
                  <Button size="small" onClick={() => setClosing(request)}>
                    {t('personal.close')}
                  </Button>
                )}
              </td>
              <td>{[request.note, request.outcome].filter(Boolean).join(' / ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {closing && <CloseRequestDialog request={closing} onClose={() => setClosing(undefined)} />}
    </>
  )
}
