import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ApplicationDetail, LimitToday } from '../../../../shared/contract/application-calls.ts'
import type { Outcome } from '../../../../shared/contract/errors.ts'
import type { Input as CallInput } from '../../../../shared/contract/contract.ts'
import { formatMoney } from '../../../../shared/domain/money.ts'
import { useFile } from '../../../form/file-context.ts'
import { useCall } from '../../../transport/use-call.ts'
import { AmountInput } from '../../../ui/amount-input.tsx'
import { dayOf, useEntryRules } from '../../../ui/entry-rules.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { SalespersonSelect } from '../../../ui/salesperson-select.tsx'
import { SentenceItem } from '../../../ui/sentence-item.tsx'

export type Request = CallInput<'applications.change'>['request']

interface Answers {
  readonly amount?: number | null
  readonly startsOn?: string
  readonly endsOn?: string
  readonly reason?: string
  readonly plan?: readonly { readonly on?: string; readonly amount?: number | null }[]
  readonly salespersonId?: number | null
}

interface RequestDialogProps {
  readonly kind: 'temporary' | 'lowering'
  readonly limit: LimitToday
  /** The application that is gone on with, if it was begun before. */
  readonly detail: ApplicationDetail | undefined
  readonly salespersonId: number | null
  /** Keeps the request and goes on to the submission. */
  readonly onNext: (request: Request) => Promise<Outcome<unknown>>
  readonly onClose: () => void
}

/** Asks for a temporary limit or for a lower one: amount with its 大写, days, reason, how it will be paid back. */
export function RequestDialog({ kind, limit, detail, salespersonId, onNext, onClose }: RequestDialogProps) {
  const { t } = useTranslation()
  const { today } = useFile()
  const rules = useEntryRules(today)
  const policy = useCall('policy.current', {})
  const isTemporary = kind === 'temporary'
  return (
    <FormDialog<Answers>
      width={640}
      title={t(`limits.${kind}Title`)}
      okText={t('limits.next')}
      initial={initialAnswers(detail, salespersonId, today)}
      onSend={answers => onNext(requestOf(answers, kind, today))}
      onClose={onClose}
    >
      <Form.Item
        name="amount"
        label={t(isTemporary ? 'limits.amountTemporary' : 'limits.amountLowered')}
        rules={[rules.required]}
        extra={t('limits.presentLimit', { amount: formatMoney(isTemporary ? limit.standing : limit.approved) })}
      >
        <AmountInput />
      </Form.Item>
      {isTemporary && (
        <div className="fields">
          <Form.Item name="startsOn" label={t('limits.startsOn')} rules={[rules.day]}>
            <Input autoComplete="off" placeholder="2026-01-31" />
          </Form.Item>
          <Form.Item
            name="endsOn"
            label={t('limits.endsOn')}
            rules={[rules.day]}
            extra={policy.data && t('limits.endsHint', { count: policy.data.terms.temporaryDays })}
          >
            <Input autoComplete="off" placeholder="2026-01-31" />
          </Form.Item>
        </div>
      )}
      <SentenceItem name="reason" label={t('limits.reason')} rule={rules.reason} />
      {isTemporary && <PlanRows today={today} />}
      <Form.Item name="salespersonId" label={t('limits.salesperson')} extra={t('limits.salespersonHint')}>
        <SalespersonSelect />
      </Form.Item>
    </FormDialog>
  )
}

function PlanRows({ today }: { today: string }) {
  const { t } = useTranslation()
  const rules = useEntryRules(today)
  const plan = Form.useWatch<Answers['plan']>('plan')
  const total = (plan ?? []).reduce((sum, row) => sum + (row?.amount ?? 0), 0)
  return (
    <fieldset className="plan">
      <legend>{t('limits.plan')}</legend>
      <Form.List name="plan">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="plan-row">
                <Form.Item name={[name, 'on']} rules={[rules.day]}>
                  <Input
                    autoComplete="off"
                    aria-label={t('limits.planDay', { row: name + 1 })}
                    placeholder="2026-01-31"
                  />
                </Form.Item>
                <Form.Item name={[name, 'amount']} rules={[rules.required]}>
                  <AmountInput aria-label={t('limits.planAmount', { row: name + 1 })} />
                </Form.Item>
                <Button aria-label={t('limits.planRemove', { row: name + 1 })} onClick={() => remove(name)}>
                  ×
                </Button>
              </div>
            ))}
            <div className="tools">
              <Button disabled={rows.length >= longestPlan} onClick={() => add({})}>
                {t('limits.planAdd')}
              </Button>
              <span className="note-inline">{t('limits.planTotal', { amount: formatMoney(total) })}</span>
            </div>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

const longestPlan = 24

function initialAnswers(detail: ApplicationDetail | undefined, salespersonId: number | null, today: string): Answers {
  const salesperson = detail?.salesperson?.id ?? salespersonId
  if (!detail) return { startsOn: today, plan: [{}], salespersonId: salesperson }
  return {
    amount: detail.amount,
    startsOn: detail.startsOn ?? today,
    endsOn: detail.endsOn ?? '',
    reason: detail.reason ?? '',
    plan: detail.plan,
    salespersonId: salesperson,
  }
}

function requestOf(answers: Answers, kind: 'temporary' | 'lowering', today: string): Request {
  const isTemporary = kind === 'temporary'
  return {
    salespersonId: answers.salespersonId ?? null,
    amount: answers.amount ?? null,
    startsOn: isTemporary ? dayOf(answers.startsOn, today) : null,
    endsOn: isTemporary ? dayOf(answers.endsOn, today) : null,
    reason: answers.reason?.trim() ?? null,
    plan: isTemporary
      ? (answers.plan ?? []).flatMap(row => {
          const on = dayOf(row.on, today)
          return on === null || row.amount === null || row.amount === undefined ? [] : [{ on, amount: row.amount }]
        })
      : [],
  }
}
