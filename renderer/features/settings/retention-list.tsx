import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Overkept } from '../../../shared/contract/personal-calls.ts'
import { useCall } from '../../transport/use-call.ts'
import { navigate } from '../../ui/navigate.ts'
import { Failure } from '../../ui/failure.tsx'
import { KeepOnDialog } from './keep-on-dialog.tsx'

/** 到期待删除: personal data that is kept longer than was meant; a person decides about each. */
export function RetentionList() {
  const { t } = useTranslation()
  const [keeping, setKeeping] = useState<Overkept>()
  const list = useCall('personal.retention', {})
  if (list.error) return <Failure error={list.error.error} onRetry={() => void list.refetch()} />
  if (!list.data || list.data.total === 0) return null
  return (
    <div className="sheet">
      <h2>{t('personal.retentionTitle', { count: list.data.total })}</h2>
      <p className="note-inline">{t('personal.retentionNext')}</p>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('personal.class')}</th>
            <th>{t('personal.retentionCustomer')}</th>
            <th>{t('personal.retentionSince')}</th>
            <th>{t('personal.retentionDue')}</th>
            <th>{t('personal.retentionDecide')}</th>
          </tr>
        </thead>
        <tbody>
          {list.data.rows.map(row => (
            <tr key={`${row.class}/${row.customerId}`}>
              <td>{t(`personal.class-${row.class}`)}</td>
              <th scope="row">
                <Link href={`/customers/${row.customerId}/kh001`}>
                  KH-{row.customerNo} {row.name}
                </Link>
              </th>
              <td className="day">{row.since}</td>
              <td className="day">{row.dueOn}</td>
              <td className="decide">
                <Button
                  size="small"
                  aria-label={`${t('personal.erase')} ${row.name} ${t(`personal.class-${row.class}`)}`}
                  onClick={() => {
                    const due = { subject: row.subject, class: row.class }
                    navigate(`/customers/${row.customerId}/kh001`, { state: { due } })
                  }}
                >
                  {t('personal.erase')}
                </Button>{' '}
                <Button
                  size="small"
                  aria-label={`${t('personal.keepOn')} ${row.name} ${t(`personal.class-${row.class}`)}`}
                  onClick={() => setKeeping(row)}
                >
                  {t('personal.keepOn')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {keeping && <KeepOnDialog row={keeping} onClose={() => setKeeping(undefined)} />}
    </div>
  )
}
