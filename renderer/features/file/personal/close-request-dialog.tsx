import { App, Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PersonalRequest } from '../../../../shared/contract/personal-calls.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { SentenceItem } from '../../../ui/sentence-item.tsx'

interface Answers {
  readonly done: boolean
  readonly outcome?: string
}

/** Ends a request: done, or refused with the reason. */
export function CloseRequestDialog({ request, onClose }: { request: PersonalRequest; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const send = useCommand('personal.ofPerson', 'today.summary', 'today.rows')
  return (
    <FormDialog<Answers>
      title={t('personal.closeTitle', { kind: t(`personal.kind-${request.kind}`) })}
      okText={t('common.save')}
      initial={{ done: true, outcome: '' }}
      onClose={onClose}
      onSend={async ({ done, outcome = '' }, requestId) => {
        const sent = await send('personal.closeRequest', { requestId, id: request.id, done, outcome: outcome.trim() })
        if (sent.ok) void message.success(t('personal.closed'))
        return sent
      }}
    >
      <Form.Item name="done" label={t('personal.requestState')}>
        <Radio.Group
          options={[
            { value: true, label: t('personal.closeDone') },
            { value: false, label: t('personal.closeRefused') },
          ]}
        />
      </Form.Item>
      <SentenceItem name="outcome" label={t('personal.closeOutcome')} />
    </FormDialog>
  )
}
