import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PacketAnswer, PacketReading, PacketRefusal } from '../../../shared/contract/packet-calls.ts'
import { rmbInWords } from '../../../shared/domain/capital.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import type { Language } from '../../../shared/text/language.ts'
import { postLabel } from '../../ui/post-label.ts'
import { evidenceMeaning } from './step-words.ts'

/** What a packet says, before it is recorded. */
export function PacketAnswerFacts({ reading }: { reading: PacketReading }) {
  const { t, i18n } = useTranslation()
  const { signer, onBehalfOf } = reading
  return (
    <section aria-label={t('packets.says')}>
      <dl className="packet-facts">
        <Fact name={t('packets.number')}>
          {reading.number}
          {reading.revision !== null && ` · ${t('approvals.revision', { revision: reading.revision })}`}
        </Fact>
        <Fact name={t('packets.customer')}>{reading.customerName}</Fact>
        {reading.post && <Fact name={t('packets.step')}>{postLabel(reading.post, i18n.language as Language)}</Fact>}
        {reading.answer && <AnswerFacts answer={reading.answer} />}
        {signer && (
          <Fact name={t('approvals.recordWho')}>
            {onBehalfOf ? t('approvals.onBehalf', { signer: signer.name, principal: onBehalfOf.name }) : signer.name}
          </Fact>
        )}
        {reading.evidence && <Fact name={t('packets.evidence')}>{evidenceMeaning(reading.evidence, t)}</Fact>}
      </dl>
    </section>
  )
}

/** What the open cells of a packet say. */
export function AnswerFacts({ answer }: { answer: PacketAnswer }) {
  const { t } = useTranslation()
  return (
    <>
      <Fact name={t('packets.decision')}>
        <b>{t(`approvals.decision-${answer.decision}`)}</b>
      </Fact>
      {answer.granted !== null && (
        <Fact name={t('packets.granted')}>
          {formatMoney(answer.granted)} {rmbInWords(answer.granted)}
        </Fact>
      )}
      {answer.grade && <Fact name={t('packets.grade')}>{answer.grade}</Fact>}
      {answer.validTo && <Fact name={t('packets.validTo')}>{answer.validTo}</Fact>}
      {answer.comment && <Fact name={t('packets.comment')}>{answer.comment}</Fact>}
      <Fact name={t('packets.signature')}>{answer.signature}</Fact>
      <Fact name={t('packets.signedOn')}>{answer.signedOn}</Fact>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** Why a packet can not be recorded, cell by cell. */
export function PacketRefusals({ refusals }: { refusals: readonly PacketRefusal[] }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('packets.problem')}>
      <p className="stamp" role="alert">
        {t('packets.refused', { count: refusals.length })}
      </p>
      <table className="plain refusals">
        <thead>
          <tr>
            <th>{t('packets.cell')}</th>
            <th>{t('packets.problem')}</th>
            <th>{t('packets.expected')}</th>
            <th>{t('packets.found')}</th>
          </tr>
        </thead>
        <tbody>
          {refusals.map(refusal => (
            <tr key={`${refusal.sheet}/${refusal.cell}/${refusal.code}`}>
              <th scope="row">{[refusal.sheet, refusal.cell].filter(Boolean).join(' ') || t('packets.wholeFile')}</th>
              <td>{t(`packets.problem-${refusal.code}`)}</td>
              <td>{refusal.expected || '—'}</td>
              <td>
                <b>{refusal.found || '—'}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('packets.refusedNext')}</p>
    </section>
  )
}
