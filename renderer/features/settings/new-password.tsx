import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

const shortest = 8

/** A password that is set for somebody else; it is shown, because it has to be told to that person. */
export function NewPassword({ label }: { label: string }) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="password"
      label={label}
      extra={t('policy.passwordHint')}
      rules={[{ required: true, min: shortest, message: t('policy.passwordShort') }]}
    >
      <Input maxLength={200} autoComplete="off" spellCheck={false} />
    </Form.Item>
  )
}
