import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

interface RenameCompanyDialogProps {
  readonly company: string
  readonly onStatus: (status: Status) => void
  readonly onClose: () => void
}

/** Corrects the name of the company. */
export function RenameCompanyDialog({ company, onStatus, onClose }: RenameCompanyDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return (
    <FormDialog<{ readonly company: string }>
      title={t('settings.renameCompany')}
      okText={t('common.save')}
      initial={{ company }}
      onClose={onClose}
      onSend={async (answers, requestId) => {
        const outcome = await transport.call('company.rename', { requestId, ...answers })
        if (!outcome.ok) return outcome
        const status = await transport.call('app.status', {})
        if (status.ok) onStatus(status.value)
        void message.success(t('settings.companyRenamed'))
        return outcome
      }}
    >
      <Form.Item
        name="company"
        label={t('start.company')}
        extra={t('settings.renameMeans')}
        rules={[{ required: true, whitespace: true, message: t('start.required') }]}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
    </FormDialog>
  )
}
