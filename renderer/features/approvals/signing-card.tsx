import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ApplicationDetail } from '../../../shared/contract/application-calls.ts'
import { rmbInWords } from '../../../shared/domain/capital.ts'
import { decisions } from '../../../shared/domain/application.ts'
import { formatMoney, parseMoney } from '../../../shared/domain/money.ts'
import { joined } from '../../ui/joined.ts'
import { OwnPassword } from '../../ui/own-password.tsx'
import { Card } from './card.tsx'
import { amountInHand, grades, hasPrevious, lastDay, needsReason, setsTerms, withGrade } from './signing-form.ts'
import type { Signing } from './use-signing.ts'

interface SigningCardProps {
  readonly detail: ApplicationDetail
  readonly signing: Signing
  readonly onAskOpinion: () => void
}

/** 我的签批: the decision, what it needs, and the password that makes it mine. */
export function SigningCard({ detail, signing, onAskOpinion }: SigningCardProps) {
  const { t, i18n } = useTranslation()
  const { form, change, missing } = signing
  const amount = amountInHand(detail)
  const reasonNeeded = needsReason(form)
  return (
    <Card title={t('approvals.mySignature')}>
      <form
        className="signing"
        onSubmit={event => {
          event.preventDefault()
          void signing.sign()
        }}
      >
        {detail.may.onBehalfOf && (
          <p className="quiet">{t('approvals.signAs', { principal: detail.may.onBehalfOf.name })}</p>
        )}
        <fieldset className="choices">
          <legend className="hidden">{t('approvals.decision')}</legend>
          {decisions.map(decision => (
            <label key={decision}>
              <input
                type="radio"
                name="decision"
                data-part="decision"
                checked={form.decision === decision}
                onChange={() => change({ decision })}
              />
              {t(`approvals.decision-${decision}`)}
            </label>
          ))}
        </fieldset>
        {form.decision === 'agree' && amount !== null && (
          <p className="quiet">{t('approvals.agreeTo', { amount: formatMoney(amount), words: rmbInWords(amount) })}</p>
        )}
        {form.decision === 'lower' && <GrantedEntry detail={detail} signing={signing} />}
        {form.decision === 'return' && (
          <fieldset className="choices">
            <legend>{t('approvals.returnTo')}</legend>
            {returnTargets(detail).map(returnTo => (
              <label key={returnTo}>
                <input
                  type="radio"
                  name="returnTo"
                  checked={form.returnTo === returnTo}
                  onChange={() => change({ returnTo })}
                />
                {t(`approvals.returnTo-${returnTo}`)}
              </label>
            ))}
          </fieldset>
        )}
        {setsTerms(form, detail) && <TermsEntry detail={detail} signing={signing} />}
        <Input.TextArea
          rows={3}
          maxLength={2000}
          data-part="comment"
          value={form.comment}
          aria-label={t(reasonNeeded ? 'approvals.commentNeeded' : 'approvals.commentHint')}
          placeholder={t(reasonNeeded ? 'approvals.commentNeeded' : 'approvals.commentHint')}
          onChange={event => change({ comment: event.target.value })}
        />
        <OwnPassword
          part="password"
          label={t('approvals.password')}
          value={form.password}
          onChange={password => change({ password })}
        />
        {signing.problem && (
          <p className="stamp" role="alert">
            {signing.problem}
          </p>
        )}
        <div className="signing-buttons">
          <Button type="primary" htmlType="submit" loading={signing.busy} aria-describedby="signing-missing">
            {t(signing.busy ? 'approvals.signing' : 'approvals.sign')}
          </Button>
          <Button onClick={onAskOpinion}>{t('approvals.askOpinion')}</Button>
        </div>
        <p className="quiet" id="signing-missing" aria-live="polite">
          {missing.length > 0 &&
            t('approvals.missing', {
              list: joined(
                missing.map(part => t(`approvals.missing-${part}`)),
                i18n.language,
              ),
            })}
        </p>
      </form>
    </Card>
  )
}

/** Where an application can be given back to. */
const returnTargets = (detail: ApplicationDetail) =>
  hasPrevious(detail) ? (['filler', 'previous'] as const) : (['filler'] as const)

/** The amount that is granted instead, as it is typed (`42万` too), with 大写 beside it. */
function GrantedEntry({ detail, signing }: { detail: ApplicationDetail; signing: Signing }) {
  const { t } = useTranslation()
  const { form, change } = signing
  const granted = parseMoney(form.granted)
  const tooMuch = granted.ok && detail.amount !== null && granted.value > detail.amount
  return (
    <div className="granted">
      <label>
        {t('approvals.granted')}
        <Input
          data-part="granted"
          inputMode="decimal"
          maxLength={40}
          value={form.granted}
          onChange={event => change({ granted: event.target.value })}
          onBlur={() => granted.ok && change({ granted: formatMoney(granted.value) })}
        />
      </label>
      <output className={granted.ok && !tooMuch ? 'quiet' : 'stamp'}>
        {!granted.ok
          ? t(`problems.${granted.problem}`)
          : tooMuch
            ? t('approvals.grantedTooMuch', { amount: formatMoney(detail.amount ?? 0) })
            : `${formatMoney(granted.value)} ${rmbInWords(granted.value)}`}
      </output>
    </div>
  )
}

/** The last signature sets grade and 有效期至; another grade suggests another day. */
function TermsEntry({ detail, signing }: { detail: ApplicationDetail; signing: Signing }) {
  const { t } = useTranslation()
  const { form, change, replace } = signing
  const last = lastDay(form, detail)
  return (
    <div className="terms">
      <fieldset className="choices">
        <legend>{t('approvals.grade')}</legend>
        {grades.map(grade => (
          <label key={grade}>
            <input
              type="radio"
              name="grade"
              data-part="grade"
              checked={form.grade === grade}
              onChange={() => replace(withGrade(form, grade, detail))}
            />
            {grade}
          </label>
        ))}
      </fieldset>
      <label>
        {t('approvals.validTo')}
        <Input
          data-part="validTo"
          maxLength={20}
          placeholder="2026-12-31"
          value={form.validTo}
          onChange={event => change({ validTo: event.target.value })}
        />
        {last && <span className="quiet">{t('approvals.latest', { day: last })}</span>}
      </label>
    </div>
  )
}
