import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useCall } from '../../../transport/use-call.ts'
import { localDateTime } from '../../../ui/local-time.ts'

/** What was said about others that look alike: who let the card through although it was there already, and why; who called it another one. */
export function SaidCard({ customerId }: { customerId: number }) {
  const { t } = useTranslation()
  const said = useCall('duplicates.said', { customerId })
  if (!said.data || said.data.answers.length === 0) return null
  return (
    <section className="sheet-part" aria-label={t('duplicates.title')}>
      <h2>{t('duplicates.title')}</h2>
      {said.data.answers.map(({ other, as, reason, by, at }) => (
        <p key={`${other.id}/${at}`}>
          {t(`duplicates.said-${as}`)}{' '}
          <Link href={`/customers/${other.id}/kh001`}>
            KH-{other.customerNo} {other.name}
          </Link>
          {reason && `: ${reason}`}{' '}
          <span className="note-inline">
            {by} · {localDateTime(at)}
          </span>
        </p>
      ))}
    </section>
  )
}
