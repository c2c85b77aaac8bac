import { App, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { dayOf, useEntryRules } from '../../ui/entry-rules.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useToday } from '../../ui/use-today.ts'
import { changedByDecision } from './stale.ts'

interface Answers {
  readonly phone: string
  readonly source: 'registry' | 'directory' | 'contract'
  readonly spokeWith: string
  readonly calledOn: string
  readonly accountHeard: string
}

/** Records the call to an independent number; the account is what the customer said, which the program compares. */
export function CallbackDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const today = useToday()
  const rules = useEntryRules(today)
  const command = useCommand(...changedByDecision)
  const record = async ({ calledOn, ...answers }: Answers, requestId: string) => {
    const day = dayOf(calledOn, today) ?? today
    const outcome = await command('changes.callback', { requestId, id, ...answers, calledOn: day })
    if (outcome.ok && outcome.value.agrees) void message.success(t('changes.callbackRecorded'))
    if (outcome.ok && !outcome.value.agrees) void message.warning(t('changes.callbackRecordedDiffers'), 8)
    return outcome
  }
  const text = (name: keyof Answers, label: string, extra?: string) => (
    <Form.Item name={name} label={label} rules={[rules.required]} {...(extra && { extra })}>
      <Input autoComplete="off" maxLength={name === 'accountHeard' ? 60 : 200} />
    </Form.Item>
  )
  return (
    <FormDialog<Answers>
      title={t('changes.recordCallback')}
      okText={t('changes.recordCallback')}
      initial={{ calledOn: today }}
      onSend={record}
      onClose={onClose}
    >
      {text('phone', t('limits.phone'))}
      <Form.Item name="source" label={t('limits.source')} rules={[{ required: true, message: t('limits.required') }]}>
        <Radio.Group
          options={(['registry', 'directory', 'contract'] as const).map(value => ({
            value,
            label: t(`limits.source-${value}`),
          }))}
        />
      </Form.Item>
      {text('spokeWith', t('limits.spokeWith'))}
      <Form.Item name="calledOn" label={t('changes.calledOn')} rules={[rules.day]}>
        <Input autoComplete="off" placeholder="2026-01-31" />
      </Form.Item>
      {text('accountHeard', t('changes.accountHeard'), t('changes.accountHeardWhy'))}
    </FormDialog>
  )
}
