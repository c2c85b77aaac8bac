import { App } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationDetail } from '../../../shared/contract/application-calls.ts'
import { evidenceGrades } from '../../../shared/domain/application.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { StatusLine } from '../../ui/status-line.tsx'
import { useReveal } from '../../ui/use-reveal.ts'
import { useCommand } from '../../ui/use-command.ts'
import { WithdrawDialog } from '../../ui/withdraw-dialog.tsx'
import { Card } from './card.tsx'
import { ChainStrip } from './chain-strip.tsx'
import { ChangesCards } from './changes-card.tsx'
import { ConfirmChangesCard } from './confirm-changes-card.tsx'
import { DecisionHeader } from './decision-header.tsx'
import type { DecisionTab } from './decision-tabs.ts'
import { FlagsCard } from './flags-card.tsx'
import { OpinionDialog } from './opinion-dialog.tsx'
import { AnswerCard, OpinionsCard } from './opinions-card.tsx'
import { PapersTable } from './papers-table.tsx'
import { RecordTable } from './record-card.tsx'
import { RequestCard } from './request-card.tsx'
import { SigningCard } from './signing-card.tsx'
import { openStep } from './signing-form.ts'
import { changedByApproval } from './stale.ts'
import { StandingCard } from './standing-card.tsx'
import { evidenceMeaning } from './step-words.ts'
import { SubmittedForm } from './submitted-form.tsx'
import { useDecisionKeys } from './use-decision-keys.ts'
import { type Signing, useSigning } from './use-signing.ts'
import { VerificationCard } from './verification-card.tsx'
import './decision.css'

interface DecisionDeskProps {
  readonly detail: ApplicationDetail
  readonly tab: DecisionTab
  readonly rights: readonly Right[]
  /** From this total (分) on the verification is what the general manager sees first. */
  readonly allItemsFrom: number | undefined
  readonly justSigned: boolean
  readonly onSigned: () => void
}

/** An application on the desk: its pages, its dialogs, its keys. */
export function DecisionDesk({ detail, tab, rights, allItemsFrom, justSigned, onSigned }: DecisionDeskProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const signing = useSigning(detail, onSigned)
  const [dialog, setDialog] = useState<'opinion' | 'withdraw'>()
  const close = () => setDialog(undefined)
  const command = useCommand(...changedByApproval)
  const withdraw = async (reason: string, requestId: string) => {
    const outcome = await command('applications.withdraw', { requestId, id: detail.id, reason })
    if (outcome.ok) void message.success(t(detail.may.withdraw ? 'approvals.withdrawn' : 'approvals.withdrawalAsked'))
    return outcome
  }
  const reveal = useReveal([detail.customerId])
  useDecisionKeys(detail.id, tab, {
    sign: () => void signing.sign(),
    reveal: () => reveal.toggle(),
  })
  const isFirst =
    allItemsFrom !== undefined && detail.totalLimit >= allItemsFrom && openStep(detail)?.post === 'generalManager'
  return (
    <>
      <DecisionHeader detail={detail} tab={tab} reveal={reveal} onWithdraw={() => setDialog('withdraw')} />
      {detail.withdrawal && (
        <p className="banner" role="status">
          {t('approvals.withdrawalBanner', {
            time: localDateTime(detail.withdrawal.at),
            reason: detail.withdrawal.reason,
          })}
          {detail.may.sign && <b>{t('approvals.withdrawalNext')}</b>}
        </p>
      )}
      <div className="desk decision">
        {tab === 'sign' && (
          <>
            <ChainStrip detail={detail} />
            <div className="decision-columns">
              <div className="decision-facts">
                {isFirst && <VerificationCard items={detail.verification} isFirst />}
                <RequestCard detail={detail} />
                <ChangesCards changes={detail.changes} />
                {!isFirst && <VerificationCard items={detail.verification} isFirst={false} />}
                <OpinionsCard opinions={detail.opinions} />
                {detail.earlierSteps.length > 0 && (
                  <Card title={t('approvals.earlier')}>
                    <EarlierRevisions detail={detail} />
                  </Card>
                )}
              </div>
              <SigningColumn
                detail={detail}
                signing={signing}
                justSigned={justSigned}
                onAskOpinion={() => setDialog('opinion')}
              />
            </div>
          </>
        )}
        {tab === 'kh001' && <SubmittedForm shown={detail} form="KH001" rights={rights} />}
        {tab === 'kh002' && <SubmittedForm shown={detail} form="KH002" rights={rights} />}
        {tab === 'papers' && <PapersTable attachments={detail.attachments} />}
        {tab === 'record' && <Record detail={detail} />}
      </div>
      {dialog === 'opinion' && <OpinionDialog id={detail.id} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawDialog number={detail.number} onWithdraw={withdraw} onClose={close} />}
      <StatusLine keys={t('approvals.signKeys')} />
    </>
  )
}

interface SigningColumnProps {
  readonly detail: ApplicationDetail
  readonly signing: Signing
  readonly justSigned: boolean
  readonly onAskOpinion: () => void
}

/** What this person has to do: the red flags, the signature, an answer or a confirmation; the cursor starts here. */
function SigningColumn({ detail, signing, justSigned, onAskOpinion }: SigningColumnProps) {
  const { may } = detail
  useEffect(() => {
    document.querySelector<HTMLElement>('[data-part="flags"], [data-part="decision"]')?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="decision-mine">
      {may.confirmChanges && <ConfirmChangesCard detail={detail} />}
      {may.answerOpinion && <AnswerCard detail={detail} />}
      <FlagsCard
        flags={detail.flags}
        {...(may.sign && { ticks: { seen: signing.form.seen, onSeen: seen => signing.change({ seen }) } })}
      />
      {may.sign ? (
        <SigningCard detail={detail} signing={signing} onAskOpinion={onAskOpinion} />
      ) : (
        <StandingCard detail={detail} justSigned={justSigned} />
      )}
    </div>
  )
}

/** 记录: everything that was signed, version by version. */
function Record({ detail }: { detail: ApplicationDetail }) {
  const { t } = useTranslation()
  return (
    <>
      <Card title={t('approvals.revision', { revision: detail.revision })}>
        <RecordTable steps={detail.steps} detail={detail} />
        <p className="quiet digest">{evidenceGrades.map(grade => evidenceMeaning(grade, t)).join(' · ')}</p>
        {detail.digest && <p className="quiet digest">{t('approvals.digest', { digest: detail.digest })}</p>}
      </Card>
      {detail.earlierSteps.length > 0 && (
        <Card title={t('approvals.earlier')}>
          <EarlierRevisions detail={detail} />
        </Card>
      )}
    </>
  )
}

function EarlierRevisions({ detail }: { detail: ApplicationDetail }) {
  const { t } = useTranslation()
  return [...detail.earlierSteps]
    .sort((a, b) => b.revision - a.revision)
    .map(({ revision, steps }) => (
      <section key={revision}>
        <h3>{t('approvals.revision', { revision })}</h3>
        <RecordTable steps={steps} detail={detail} />
      </section>
    ))
}
