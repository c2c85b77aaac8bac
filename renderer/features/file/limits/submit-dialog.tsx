import { Alert, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Path } from '../../../../shared/catalogue/field.ts'
import type { ApplicationDetail, ChainStep } from '../../../../shared/contract/application-calls.ts'
import type { CallError } from '../../../../shared/contract/errors.ts'
import { rmbInWords } from '../../../../shared/domain/capital.ts'
import { formatMoney } from '../../../../shared/domain/money.ts'
import { useFile } from '../../../form/file-context.ts'
import { transport } from '../../../transport/index.ts'
import { useFreshCall } from '../../../transport/use-call.ts'
import { useErrorText } from '../../../ui/error-text.ts'
import { Failure } from '../../../ui/failure.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { GateList } from './gate-list.tsx'
import { postLabel } from '../../../ui/post-label.ts'
import { type CustomerLimits } from './labels.ts'
import type { Request } from './request-dialog.tsx'
import { SalespersonSelect } from '../../../ui/salesperson-select.tsx'

interface SubmitDialogProps {
  readonly detail: ApplicationDetail
  readonly limits: CustomerLimits
  readonly onGoTo: (path: Path) => void
  readonly onPapers: () => void
  /** Goes back to what was asked for, where that is not the KH002 itself. */
  readonly onEdit: (detail: ApplicationDetail) => void
  readonly onSubmitted: (firstStep: ChainStep | undefined) => void
  readonly onClose: () => void
}

/** The last look before an application goes into the chain: what it asks for, what stands in its way, who will sign. */
export function SubmitDialog({ detail, limits, ...props }: SubmitDialogProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const { id } = detail
  const check = useFreshCall('applications.check', { id })
  const [salesperson, setSalesperson] = useState(detail.salesperson?.id ?? null)
  const [reason, setReason] = useState(detail.reason ?? '')
  const [error, setError] = useState<CallError>()
  const [busy, setBusy] = useState(false)
  const isStanding = detail.kind === 'standing'
  const { problems = [], steps = [], totalLimit } = check.data ?? {}

  const keep = async (request: Request): Promise<boolean> => {
    const outcome = await transport.call('applications.change', { requestId: crypto.randomUUID(), id, request })
    setError(outcome.ok ? undefined : outcome.error)
    if (outcome.ok) await check.refetch()
    return outcome.ok
  }
  const change = (next: { salesperson?: number | null; reason?: string }) => {
    const chosen = next.salesperson ?? salesperson
    setSalesperson(chosen)
    void keep({ ...requestOf(detail), salespersonId: chosen, reason: (next.reason ?? reason).trim() || null })
  }
  const submit = async () => {
    setBusy(true)
    const outcome = await transport.call('applications.submit', { requestId: crypto.randomUUID(), id })
    setBusy(false)
    if (outcome.ok) return props.onSubmitted(steps.find(({ state }) => state === 'waiting' || state === 'open'))
    setError(outcome.error)
    await check.refetch()
  }
  return (
    <Modal
      open
      width={760}
      style={{ top: 32 }}
      title={t('limits.submitTitle', { number: detail.number })}
      onCancel={props.onClose}
      mask={{ closable: false }}
      footer={[
        !isStanding && (
          <Button key="edit" onClick={() => props.onEdit(detail)}>
            {t('limits.edit')}
          </Button>
        ),
        <Button key="cancel" onClick={props.onClose}>
          {t('common.cancel')}
        </Button>,
        <Button
          key="submit"
          type="primary"
          disabled={!check.data || problems.length > 0}
          loading={busy}
          onClick={() => void submit()}
        >
          {t('limits.submitNow')}
        </Button>,
      ]}
    >
      {error && error.code !== 'gates-closed' && <Alert type="error" title={errorText(error)} />}
      <dl className="facts request-facts">
        <dt>{isStanding ? t('limits.requested') : t(`approvals.kind-${detail.kind}`)}</dt>
        <dd>
          <Amount fen={detail.amount} />
        </dd>
        {detail.startsOn && detail.endsOn && (
          <>
            <dt>{t('limits.validity')}</dt>
            <dd>{t('limits.days', { from: detail.startsOn, to: detail.endsOn })}</dd>
          </>
        )}
        {totalLimit !== undefined && (
          <>
            <dt>{t('limits.totalLimit')}</dt>
            <dd>
              <Amount fen={totalLimit} />
            </dd>
          </>
        )}
      </dl>
      <Form layout="vertical" className="request">
        <Form.Item label={t('limits.salesperson')} htmlFor="salesperson" extra={t('limits.salespersonHint')}>
          <SalespersonSelect id="salesperson" value={salesperson} onChange={next => change({ salesperson: next })} />
        </Form.Item>
        {isStanding && (
          <Form.Item label={t('limits.fewContacts')} htmlFor="few-contacts">
            <Input.TextArea
              id="few-contacts"
              rows={1}
              maxLength={2000}
              value={reason}
              onChange={event => setReason(event.target.value)}
              onBlur={() => reason.trim() !== (detail.reason ?? '') && change({ reason })}
            />
          </Form.Item>
        )}
      </Form>
      <section aria-live="polite">
        {check.error && <Failure error={check.error.error} onRetry={() => void check.refetch()} />}
        {check.isPending && <Waiting text={t('limits.checking')} />}
        {check.data && <h3>{t(problems.length > 0 ? 'limits.gatesTitle' : 'limits.gatesOpen')}</h3>}
        <GateList problems={problems} limits={limits} onGoTo={props.onGoTo} onPapers={props.onPapers} />
      </section>
      {steps.length > 0 && <Chain steps={steps} />}
    </Modal>
  )
}

function Amount({ fen }: { fen: number | null }) {
  const { t } = useTranslation()
  if (fen === null) return <span>—</span>
  return (
    <>
      <b>{t('limits.yuan', { amount: formatMoney(fen) })}</b>
      <span className="capital">{rmbInWords(fen)}</span>
    </>
  )
}

/** Who will sign, post by post in their order. */
function Chain({ steps }: { steps: readonly ChainStep[] }) {
  const { t } = useTranslation()
  const { language } = useFile()
  return (
    <section>
      <h3>{t('limits.chainTitle')}</h3>
      <ol className="chain-ahead">
        {steps.map(({ place, post, state, candidates }) => (
          <li key={place}>
            <b>{postLabel(post, language)}</b>
            <span>
              {state === 'notNeeded' || state === 'byHigher'
                ? t(`approvals.step-${state}`)
                : candidates.join(language === 'en' ? ', ' : '、') || t('limits.nobodyMaySign')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function requestOf({
  kind,
  amount,
  startsOn,
  endsOn,
  plan,
}: ApplicationDetail): Omit<Request, 'salespersonId' | 'reason'> {
  // The amount of a standing limit stands in the KH002 itself.
  return { amount: kind === 'standing' ? null : amount, startsOn, endsOn, plan }
}
