import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ApplicationRow } from '../../../../shared/contract/application-calls.ts'
import { formatMoney } from '../../../../shared/domain/money.ts'
import { useFile } from '../../../form/file-context.ts'
import { localDateTime } from '../../../ui/local-time.ts'
import { navigate } from '../../../ui/navigate.ts'
import { postLabel } from '../../../ui/post-label.ts'
import { isOpenDraft } from './labels.ts'

interface ApplicationsTableProps {
  readonly rows: readonly ApplicationRow[]
  readonly mayApply: boolean
  readonly onGoOn: (row: ApplicationRow) => void
  readonly onWithdraw: (row: ApplicationRow) => void
}

/** The applications of a customer; a row opens its decision screen. */
export function ApplicationsTable({ rows, mayApply, onGoOn, onWithdraw }: ApplicationsTableProps) {
  const { t } = useTranslation()
  const { language } = useFile()
  if (rows.length === 0) return <p className="note-inline">{t('limits.applicationsNone')}</p>
  const stateOf = ({ state, post }: ApplicationRow) =>
    state === 'pending' && post
      ? t('approvals.waitingFor', { post: postLabel(post, language) })
      : t(`approvals.state-${state}`)
  const amount = (fen: number | null) => (fen === null ? '—' : formatMoney(fen))
  return (
    <table className="plain rows">
      <thead>
        <tr>
          <th>{t('approvals.column-number')}</th>
          <th>{t('approvals.column-kind')}</th>
          <th className="number">{t('approvals.column-amount')}</th>
          <th>{t('approvals.column-state')}</th>
          <th className="number">{t('limits.approvedLimit')}</th>
          <th>{t('approvals.grade')}</th>
          <th>{t('limits.validity')}</th>
          <th>{t('approvals.column-filler')}</th>
          {mayApply && <th>{t('limits.actions')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.id} onClick={() => navigate(`/approvals/${row.id}`)}>
            <th scope="row">
              <Link href={`/approvals/${row.id}`}>{row.number}</Link>
            </th>
            <td>{t(`approvals.kind-${row.kind}`)}</td>
            <td className="number">{amount(row.amount)}</td>
            <td>{stateOf(row)}</td>
            <td className="number">{amount(row.approvedLimit)}</td>
            <td>{row.approvedGrade ?? ''}</td>
            <td>{row.validFrom && row.validTo && t('limits.days', { from: row.validFrom, to: row.validTo })}</td>
            <td>
              {row.filler} {row.submittedAt && <small>{localDateTime(row.submittedAt)}</small>}
            </td>
            {mayApply && (
              <td onClick={event => event.stopPropagation()}>
                {isOpenDraft(row) && (
                  <Button size="small" onClick={() => onGoOn(row)}>
                    {t('limits.goOn')}
                  </Button>
                )}
                {row.state === 'pending' && (
                  <Button size="small" onClick={() => onWithdraw(row)}>
                    {t('limits.withdraw')}
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
