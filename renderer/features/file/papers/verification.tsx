import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { numberAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Attachment, VerificationState } from '../../../../shared/contract/attachment-calls.ts'
import type { CustomerFile } from '../../../../shared/contract/shapes.ts'
import { useFile } from '../../../form/file-context.ts'
import { useCall } from '../../../transport/use-call.ts'
import { AmountInput } from '../../../ui/amount-input.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { VerificationDialog } from './verification-dialog.tsx'
import { useFactWords } from './use-fact-words.ts'

interface VerificationProps {
  readonly file: CustomerFile
  readonly attachments: readonly Attachment[]
  readonly mayVerify: boolean
}

/** The five items that somebody else than the filler checks, as they stand for an amount (rules 3). */
export function Verification({ file, attachments, mayVerify }: VerificationProps) {
  const { t } = useTranslation()
  const { store } = useFile()
  const [amount, setAmount] = useState(() => numberAt(store.values, 'credit.requestedLimit'))
  const [inHand, setInHand] = useState<VerificationState>()
  const list = useCall('verifications.list', { customerId: file.id, amount })
  return (
    <section className="sheet" aria-labelledby="verification-title">
      <h2 id="verification-title">{t('limits.verificationTitle')}</h2>
      <p className="note-inline">{t('limits.verificationMeans')}</p>
      <label className="for-amount" htmlFor="for-amount">
        {t('limits.forAmount')}
        <AmountInput id="for-amount" value={amount} onChange={setAmount} />
      </label>
      {list.error && <Failure error={list.error.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting text={t('limits.loadingPapers')} />}
      {list.data && <Items items={list.data.items} mayVerify={mayVerify && !file.archived} onVerify={setInHand} />}
      {inHand && (
        <VerificationDialog
          customerId={file.id}
          item={inHand.item}
          attachments={attachments}
          onClose={() => setInHand(undefined)}
        />
      )}
    </section>
  )
}

interface ItemsProps {
  readonly items: readonly VerificationState[]
  readonly mayVerify: boolean
  readonly onVerify: (item: VerificationState) => void
}

function Items({ items, mayVerify, onVerify }: ItemsProps) {
  const { t } = useTranslation()
  const verb = ({ state }: VerificationState) => t(state === 'missing' ? 'limits.verify' : 'limits.verifyAgain')
  const factWords = useFactWords()
  const stateWords = ({ item, state, facts }: VerificationState) =>
    // Recorded and still missing: the papers that prove it were not ticked.
    state === 'missing' && facts && (item === 'licence' || item === 'visit')
      ? t(`limits.lacks-${item}`)
      : t(`approvals.check-${state}`)
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('limits.item')}</th>
          <th>{t('limits.state')}</th>
          <th>{t('limits.found')}</th>
          <th>{t('limits.verifier')}</th>
          <th>{t('limits.evidence')}</th>
          {mayVerify && <th>{t('limits.actions')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map(state => (
          <tr key={state.item}>
            <th scope="row">
              {t(`approvals.item-${state.item}`)} {!state.required && <small>{t('limits.optional')}</small>}
            </th>
            <td>
              <span className={`check check-${state.state}`}>{stateWords(state)}</span>
            </td>
            <td>
              {state.facts && factWords(state.facts)}
              {state.note && <small className="note-of">{state.note}</small>}
            </td>
            <td className="day">
              {state.verifier?.name} {state.checkedOn}
            </td>
            <td>{state.files.map(({ fileName }) => fileName).join(' · ')}</td>
            {mayVerify && (
              <td>
                <Button
                  size="small"
                  aria-label={`${verb(state)} ${t(`approvals.item-${state.item}`)}`}
                  onClick={() => onVerify(state)}
                >
                  {verb(state)}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
