import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { transport } from '../../transport/index.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'

interface Answers {
  readonly place: string
  readonly password: string
}

interface PlaceDialogProps {
  readonly place: string | null
  readonly onChosen: () => void
  readonly onClose: () => void
}

/** Asks where second copies go; the first one is made at once. */
export function PlaceDialog({ place, onChosen, onClose }: PlaceDialogProps) {
  const { t } = useTranslation()
  const send = useCommand('backups.list', 'backups.health')
  const [form] = Form.useForm<Answers>()
  const required = [{ required: true, whitespace: true, message: t('start.required') }]
  const browse = async () => {
    const outcome = await transport.windowCall('window.chooseFolder', {})
    if (outcome.ok) form.setFieldValue('place', outcome.value.folder)
  }
  return (
    <FormDialog<Answers>
      form={form}
      title={t('backup.placeTitle')}
      okText={t('common.save')}
      initial={{ place: place ?? '' }}
      onClose={onClose}
      onSend={async answers => {
        const outcome = await send('backups.setPlace', answers)
        if (outcome.ok) onChosen()
        return outcome
      }}
    >
      <Form.Item name="place" label={t('backup.placeAsk')} rules={required} extra={t('backup.placeHint')}>
        <Input maxLength={1000} spellCheck={false} />
      </Form.Item>
      {transport.kind === 'electron' && (
        <Form.Item>
          <Button onClick={() => void browse()}>{t('backup.placeBrowse')}</Button>
        </Form.Item>
      )}
      <Form.Item name="password" label={t('backup.restorePassword')} rules={required}>
        <Input type="password" autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
