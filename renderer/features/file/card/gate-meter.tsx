import { Popover } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { heaviestFirst } from '../../../../shared/catalogue/derive/completeness.ts'
import { labelOf } from '../../../../shared/catalogue/derive/display.ts'
import { numberAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import type { Card } from '../../../../shared/contract/extra-calls.ts'
import { type CardGate, cardGates, type CardNeed, cardProgress } from '../../../../shared/domain/card-gates.ts'
import { defaultTerms } from '../../../../shared/domain/policy.ts'
import type { Right } from '../../../../shared/domain/roles.ts'
import type { VerificationItem } from '../../../../shared/domain/verification.ts'
import { useDerived, useFile } from '../../../form/file-context.ts'
import { useCall, useFreshCall } from '../../../transport/use-call.ts'
import { localDateTime } from '../../../ui/local-time.ts'
import { navigate } from '../../../ui/navigate.ts'

interface GateMeterProps {
  readonly card: Card
  /** Since when it is that of a 正式客户, whose key boxes change by request only (rules 17). */
  readonly formalSince: string | null
  readonly rights: readonly Right[]
  readonly onGoTo: (path: Path) => void
  readonly onFacts: () => void
}

type Progress = ReturnType<typeof cardProgress>

/** The three gates of a card; opens what the gates ahead still miss, as links to the boxes (rules 21). */
export function GateMeter({ card, formalSince, rights, onGoTo, onFacts }: GateMeterProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { progress, neededPercent } = useProgress(card, rights)
  const { reached, missing } = progress
  const done = reached === null ? 0 : cardGates.indexOf(reached) + 1
  const next = cardGates[done]
  const goTo = (act: () => void) => () => {
    setOpen(false)
    // The popover gives the focus back when it closes; the box takes it after that.
    setTimeout(act, 50)
  }
  const state = reached ? t(`extra.gate-${reached}`) : t('extra.gateNone')
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <Needs
          gates={cardGates.slice(done).filter(gate => missing[gate].length > 0)}
          missing={missing}
          neededPercent={neededPercent}
          onClose={() => setOpen(false)}
          onBox={path => goTo(() => onGoTo(path))}
          onFacts={goTo(onFacts)}
          onPapers={goTo(() => navigate(`/customers/${card.id}/papers`))}
        />
      }
    >
      <button type="button" className="gate-steps" title={t('extra.gatesOpen', { gate: state })}>
        {cardGates.map((gate, index) => {
          const since = gate === 'formal' ? formalSince : null
          const isReached = index < done || since !== null
          return (
            <b
              key={gate}
              className={isReached ? 'reached' : ''}
              title={since === null ? undefined : t('changes.formalSince', { time: localDateTime(since) })}
            >
              {isReached ? '●' : '○'} {t(`extra.gate-${gate}`)}
              {gate === next && <small> {t('extra.gateMissing', { count: missing[gate].length })}</small>}
            </b>
          )
        })}
      </button>
    </Popover>
  )
}

/** How far the card on the screen has come; what the person may not see is not held against the card. */
function useProgress(card: Card, rights: readonly Right[]): { progress: Progress; neededPercent: number } {
  const { store, isHidden } = useFile()
  const policy = useCall('policy.current', {})
  const terms = policy.data?.terms ?? defaultTerms
  const amount = useDerived(values => numberAt(values, 'credit.requestedLimit') ?? 0)
  const checks = useFreshCall(
    'verifications.list',
    { customerId: card.id, amount },
    { enabled: rights.includes('approval.read') },
  )
  const of = (values: Values) => {
    const { missing } = cardProgress({
      values,
      salespersonId: card.salesperson?.id ?? null,
      noCodeReason: card.noCodeReason,
      terms,
      verification: checks.data?.items ?? [],
      contactsReason: null,
    })
    const seen = (needs: readonly CardNeed[]) =>
      needs.filter(({ fields }) => fields.length === 0 || !fields.every(isHidden))
    const shown = { draft: seen(missing.draft), formal: seen(missing.formal), credit: seen(missing.credit) }
    const closed = cardGates.findIndex(gate => shown[gate].length > 0)
    const reached = closed === -1 ? 'credit' : (cardGates[closed - 1] ?? null)
    return JSON.stringify({ reached, missing: shown } satisfies Progress)
  }
  const text = useDerived(() => of(store.answers))
  return { progress: JSON.parse(text) as Progress, neededPercent: terms.completenessPercent }
}

interface NeedsProps {
  readonly gates: readonly CardGate[]
  readonly missing: Progress['missing']
  readonly neededPercent: number
  readonly onClose: () => void
  readonly onBox: (path: Path) => () => void
  readonly onFacts: () => void
  readonly onPapers: () => void
}

/** What the gates ahead miss; takes the focus, so that the keyboard goes on in it. */
function Needs({ gates, missing, onClose, ...ways }: NeedsProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  if (gates.length === 0) return <>{t('extra.gateAll')}</>
  return (
    <div ref={list} className="gate-needs" onKeyDown={event => event.key === 'Escape' && onClose()}>
      {gates.map(gate => (
        <section key={gate} aria-label={t('extra.gateFor', { gate: t(`extra.gate-${gate}`) })}>
          <h3>{t('extra.gateFor', { gate: t(`extra.gate-${gate}`) })}</h3>
          <ul>
            {missing[gate].map(need => (
              <li key={`${need.code}${need.fields.join()}${need.detail}`}>
                <Need need={need} {...ways} />
              </li>
            ))}
          </ul>
          {gate === 'credit' && <p className="note-inline">{t('extra.needExposure')}</p>}
        </section>
      ))}
    </div>
  )
}

const boxesShown = 8

type NeedProps = { readonly need: CardNeed } & Pick<NeedsProps, 'neededPercent' | 'onBox' | 'onFacts' | 'onPapers'>

function Need({ need: { code, fields, detail }, neededPercent, onBox, onFacts, onPapers }: NeedProps) {
  const { t } = useTranslation()
  const { language } = useFile()
  const boxes = (paths: readonly Path[]) =>
    paths.slice(0, boxesShown).map(path => (
      <button key={path} type="button" className="link" onClick={onBox(path)}>
        {labelOf(path, language)}
      </button>
    ))
  switch (code) {
    case 'box':
      return boxes(fields)
    case 'creditCode':
      return (
        <>
          <button type="button" className="link" onClick={onBox(fields[0] ?? '')}>
            {t('extra.needCreditCode')}
          </button>
          <button type="button" className="link" onClick={onFacts}>
            {t('extra.needReason')}
          </button>
        </>
      )
    case 'salesperson':
      return (
        <button type="button" className="link" onClick={onFacts}>
          {t('extra.needSalesperson')}
        </button>
      )
    case 'incomplete':
      return (
        <>
          {t('extra.needIncomplete', { percent: detail, needed: neededPercent })} {boxes(heaviestFirst(fields))}
        </>
      )
    case 'contacts':
      return (
        <>
          {t('extra.needContacts')} {boxes(fields)}
        </>
      )
    case 'verification':
      return (
        <button type="button" className="link" onClick={onPapers}>
          {t('extra.needVerification', { item: t(`approvals.item-${detail as VerificationItem}`) })}
        </button>
      )
  }
}
