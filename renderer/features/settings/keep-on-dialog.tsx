import { App, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Overkept } from '../../../shared/contract/personal-calls.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { useEntryRules } from '../../ui/entry-rules.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useToday } from '../../ui/use-today.ts'
import { SentenceItem } from '../../ui/sentence-item.tsx'

interface Answers {
  readonly until: string
  readonly reason: string
}

/** Keeps personal data of a card on until a day, with the reason. */
export function KeepOnDialog({ row, onClose }: { row: Overkept; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const send = useCommand('personal.retention', 'today.summary', 'today.rows')
  const rules = useEntryRules(useToday())
  return (
    <FormDialog<Answers>
      title={t('personal.keepOnTitle', { customer: row.name, class: t(`personal.class-${row.class}`) })}
      okText={t('common.save')}
      onClose={onClose}
      onSend={async ({ until, reason }, requestId) => {
        const asked = { customerId: row.customerId, class: row.class, until, reason: reason.trim() }
        const outcome = await send('personal.keepOn', { requestId, ...asked })
        if (outcome.ok) void message.success(t('personal.keptOn', { day: until }))
        return outcome
      }}
    >
      <Form.Item name="until" label={t('personal.keepUntil')} rules={[rules.day]}>
        <DayInput />
      </Form.Item>
      <SentenceItem name="reason" label={t('personal.keepReason')} rule={rules.reason} />
    </FormDialog>
  )
}
