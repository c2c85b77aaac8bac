import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Output } from '../../../../shared/contract/contract.ts'
import { useCall } from '../../../transport/use-call.ts'
import { localDateTime } from '../../../ui/local-time.ts'
import { useAction } from '../../../ui/use-action.ts'

/** What was said about others that look alike: who let the card through although it was there already, and why; who called it another one. */
export function SaidCard({ customerId }: { customerId: number }) {
  const { t } = useTranslation()
  const said = useCall('duplicates.said', { customerId })
  if (!said.data || said.data.answers.length === 0) return null
  return (
    <section className="sheet-part" aria-label={t('duplicates.title')}>
      <h2>{t('duplicates.title')}</h2>
      {said.data.answers.map(answer => (
        <Answer key={`${answer.other.id}/${answer.at}`} customerId={customerId} answer={answer} />
      ))}
    </section>
  )
}

interface AnswerProps {
  readonly customerId: number
  readonly answer: Output<'duplicates.said'>['answers'][number]
}

function Answer({ customerId, answer: { other, as, reason, by, at, mayTakeBack } }: AnswerProps) {
  const { t } = useTranslation()
  const { busy, problem, run } = useAction('duplicates.takeBack', [
    'duplicates.said',
    'duplicates.pairs',
    'today.summary',
    'today.rows',
  ])
  return (
    <p>
      {t(`duplicates.said-${as}`)}{' '}
      <Link href={`/customers/${other.id}/kh001`}>
        KH-{other.customerNo} {other.name}
      </Link>
      {reason && `: ${reason}`}{' '}
      <span className="note-inline">
        {by} · {localDateTime(at)}
      </span>{' '}
      {mayTakeBack && (
        <Button size="small" loading={busy} onClick={() => void run({ customerId, otherId: other.id, at })}>
          {t('duplicates.takeBack')}
        </Button>
      )}
      {problem && <span className="remark-error">{problem}</span>}
    </p>
  )
}
