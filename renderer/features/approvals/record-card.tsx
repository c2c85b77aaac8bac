import { useTranslation } from 'react-i18next'
import type { ApplicationDetail, ChainStep } from '../../../shared/contract/application-calls.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import type { Language } from '../../../shared/text/language.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { postLabel } from '../../ui/post-label.ts'
import { evidenceMeaning, signerName, stepWord } from './step-words.ts'

/** Every signature of a version in the order of time: who, what, how it came in, what was said. */
export function RecordTable({ steps, detail }: { steps: readonly ChainStep[]; detail: ApplicationDetail }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const signed = steps
    .filter(step => step.signer !== null)
    .sort((a, b) => (a.signedAt ?? '').localeCompare(b.signedAt ?? ''))
  if (signed.length === 0) return <p className="quiet">{t('approvals.recordNone')}</p>
  return (
    <table className="plain record">
      <thead>
        <tr>
          <th>{t('approvals.recordWhen')}</th>
          <th>{t('approvals.recordStep')}</th>
          <th>{t('approvals.recordWho')}</th>
          <th>{t('approvals.recordWhat')}</th>
          <th className="amount">{t('approvals.recordAmount')}</th>
          <th className="nowrap">{t('approvals.recordEvidence')}</th>
          <th>{t('approvals.comment')}</th>
        </tr>
      </thead>
      <tbody>
        {signed.map(step => (
          <tr key={`${step.place}/${step.attempt}`}>
            <td className="nowrap">{step.signedAt && localDateTime(step.signedAt)}</td>
            <td>{postLabel(step.post, language)}</td>
            <td>{signerName(step, t)}</td>
            <td className={step.state === 'returned' || step.state === 'rejected' ? 'stamp' : ''}>
              {stepWord(step, steps, detail.amount, t)}
            </td>
            <td className="amount">{step.granted === null ? '—' : formatMoney(step.granted)}</td>
            <td title={step.evidence ? evidenceMeaning(step.evidence, t) : ''}>
              {step.evidence ? t(`approvals.evidence-${step.evidence}`) : '—'}
            </td>
            <td>
              {step.comment ?? ''}
              {step.flagsSeen.length > 0 && (
                <small>{t('approvals.recordFlags', { count: step.flagsSeen.length })}</small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
