import { useTranslation } from 'react-i18next'
import type { ApplicationDetail, ChainStep } from '../../../shared/contract/application-calls.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import type { Language } from '../../../shared/text/language.ts'
import { joined } from '../../ui/joined.ts'
import { localDate } from '../../ui/local-time.ts'
import { postLabel } from '../../ui/post-label.ts'
import { evidenceMeaning, signerName, stepWord } from './step-words.ts'

/** The chain from the filler to the last post: who signed what and when, whose turn it is, who comes after. */
export function ChainStrip({ detail }: { detail: ApplicationDetail }) {
  const { t } = useTranslation()
  const amount = detail.amount === null ? '—' : formatMoney(detail.amount)
  return (
    <ol className="chain" aria-label={t('approvals.chain')}>
      <li className={detail.submittedAt ? 'chain-step chain-done' : 'chain-step chain-now'}>
        <b>
          <span className="chain-post">{t('approvals.filler')}</span> {detail.filler}
        </b>
        <span>
          {detail.submittedAt
            ? t('approvals.submittedOn', { day: localDate(new Date(detail.submittedAt)), amount })
            : t('approvals.draftOf', { amount })}
        </span>
      </li>
      {latestSteps(detail.steps).map(step => (
        <Step key={step.place} step={step} detail={detail} />
      ))}
    </ol>
  )
}

function Step({ step, detail }: { step: ChainStep; detail: ApplicationDetail }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const isOpen = step.state === 'open'
  return (
    <li className={`chain-step ${looks[step.state]}`} aria-current={isOpen ? 'step' : undefined}>
      <b>
        <span className="chain-post">{postLabel(step.post, language)}</span> <Who step={step} detail={detail} />
      </b>
      {step.signer ? (
        <span className="chain-facts">
          {step.signedAt && <span>{localDate(new Date(step.signedAt))}</span>}
          {step.evidence && (
            <span title={evidenceMeaning(step.evidence, t)}>{t(`approvals.evidence-${step.evidence}`)}</span>
          )}
          {step.granted !== null && <span>{formatMoney(step.granted)}</span>}
          {step.grade && <span>{step.grade}</span>}
        </span>
      ) : (
        <span>
          {isOpen || step.state === 'byHigher' || step.state === 'notNeeded'
            ? stepWord(step, detail.steps, detail.amount, t)
            : '—'}
        </span>
      )}
      {step.comment && (
        <span className="chain-comment" title={step.comment}>
          {step.comment}
        </span>
      )}
    </li>
  )
}

/** Who signed, or who may. */
function Who({ step, detail }: { step: ChainStep; detail: ApplicationDetail }) {
  const { t, i18n } = useTranslation()
  if (step.signer)
    return (
      <>
        {signerName(step, t)}{' '}
        <span className={`chain-word chain-word-${step.state}`}>{stepWord(step, detail.steps, detail.amount, t)}</span>
      </>
    )
  if (step.state !== 'open' && step.state !== 'waiting') return null
  const names = joined(step.candidates, i18n.language) || t('approvals.nobody')
  return <>{step.state === 'open' && detail.may.sign ? t('approvals.andYou', { names }) : names}</>
}

/** Where a step was tried more than once, the last try counts; the record shows all. */
function latestSteps(steps: readonly ChainStep[]): ChainStep[] {
  const latest = new Map<number, ChainStep>()
  for (const step of steps) if (step.attempt >= (latest.get(step.place)?.attempt ?? 0)) latest.set(step.place, step)
  return [...latest.values()].sort((a, b) => a.place - b.place)
}

const looks: Readonly<Record<ChainStep['state'], string>> = {
  waiting: '',
  open: 'chain-now',
  signed: 'chain-done',
  returned: 'chain-stopped',
  rejected: 'chain-stopped',
  byHigher: 'chain-skipped',
  notNeeded: 'chain-skipped',
  void: 'chain-skipped',
}
