import { useTranslation } from 'react-i18next'
import type { VerificationState } from '../../../shared/contract/attachment-calls.ts'
import { transport } from '../../transport/index.ts'
import { useDelivery } from '../../ui/use-delivery.ts'
import { Card } from './card.tsx'

interface VerificationCardProps {
  readonly items: readonly VerificationState[]
  /** The amount is so large that the list is looked at before anything else. */
  readonly isFirst: boolean
}

/** 核实: which of the five items was checked, by whom, when, on which papers. */
export function VerificationCard({ items, isFirst }: VerificationCardProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('approvals.verification')} className={isFirst ? 'card-warning' : ''}>
      {isFirst && <p className="quiet">{t('approvals.verificationFirst')}</p>}
      <table className="plain">
        <thead>
          <tr>
            <th>{t('approvals.item')}</th>
            <th>{t('approvals.verifier')}</th>
            <th>{t('approvals.checkedOn')}</th>
            <th>{t('approvals.files')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <Item key={item.item} item={item} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Item({ item }: { item: VerificationState }) {
  const { t } = useTranslation()
  const isWanting = item.required && item.state !== 'done'
  return (
    <tr>
      <th scope="row">
        {t(`approvals.item-${item.item}`)}
        {item.state !== 'done' && (
          <span className={isWanting ? 'mark-stamp' : 'mark-quiet'}>
            {item.required || item.state !== 'missing'
              ? t(`approvals.check-${item.state}`)
              : t('approvals.notRequired')}
          </span>
        )}
        {item.note && <small>{item.note}</small>}
      </th>
      <td>{item.verifier?.name ?? '—'}</td>
      <td>{item.checkedOn ?? '—'}</td>
      <td>
        {item.files.length > 0
          ? item.files.map(file => <FileLink key={file.id} id={file.id} fileName={file.fileName} />)
          : '—'}
      </td>
    </tr>
  )
}

/** A paper by its name; a click hands out a copy. */
export function FileLink({ id, fileName }: { id: number; fileName: string }) {
  const { t } = useTranslation()
  const delivery = useDelivery()
  return (
    <button
      type="button"
      className="link file-link"
      title={t('approvals.openCopy', { name: fileName })}
      disabled={delivery.busy}
      onClick={() => void delivery.run(requestId => transport.call('attachments.copy', { requestId, id }))}
    >
      {fileName}
    </button>
  )
}
