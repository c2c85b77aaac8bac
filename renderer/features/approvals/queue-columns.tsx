import { escalatedFrom } from '../../../shared/domain/application.ts'
import type { TFunction } from 'i18next'
import type { ApplicationRow } from '../../../shared/contract/application-calls.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import type { Language } from '../../../shared/text/language.ts'
import type { GridColumn } from '../../ui/row-grid.tsx'
import { postLabel } from '../../ui/post-label.ts'
import { Waited } from './waited.tsx'

/** The columns of the queue in their order. */
export function queueColumns(t: TFunction, language: Language): readonly GridColumn<ApplicationRow>[] {
  const waited = ({ waited: count }: ApplicationRow) => {
    if (count === null) return ''
    return t(count >= escalatedFrom ? 'approvals.waitedLong' : 'approvals.waitedDays', { count })
  }
  return [
    { key: 'application', head: t('approvals.column-number'), text: row => row.number },
    {
      key: 'customer',
      head: t('approvals.column-customer'),
      text: row => `${row.customerName} · KH-${row.customerNo}`,
    },
    { key: 'kind', head: t('approvals.column-kind'), text: row => t(`approvals.kind-${row.kind}`) },
    {
      key: 'amount',
      head: t('approvals.column-amount'),
      text: row => (row.amount === null ? '' : formatMoney(row.amount)),
    },
    {
      key: 'post',
      head: t('approvals.column-post'),
      text: row => (row.post ? postLabel(row.post, language) : ''),
    },
    {
      key: 'waited',
      head: t('approvals.column-waited'),
      text: waited,
      cell: row => row.waited !== null && <Waited days={row.waited} text={waited(row)} />,
    },
    {
      key: 'state',
      head: t('approvals.column-state'),
      text: row => t(`approvals.state-${row.state}`),
      cell: row => <span className={`state-${row.state}`}>{t(`approvals.state-${row.state}`)}</span>,
    },
    { key: 'filler', head: t('approvals.column-filler'), text: row => row.filler },
  ]
}
