import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

const shortest = 8

/** What the two boxes are called. */
interface NewPasswordFieldsProps {
  readonly label: string
  readonly repeat: string
  /** The name of the box with the password that the new one has to differ from. */
  readonly unlike?: string
}

/** A password that is being chosen, twice: `newPassword` and `repeated` of the form around it. */
export function NewPasswordFields({ label, repeat, unlike }: NewPasswordFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item
        name="newPassword"
        label={label}
        extra={t('accounts.newPasswordHint')}
        validateTrigger="onBlur"
        rules={[
          { required: true, min: shortest, message: t('accounts.tooShort') },
          ({ getFieldValue }) => ({
            message: t('accounts.sameAsBefore'),
            validator: (_, value) =>
              unlike !== undefined && value && value === getFieldValue(unlike) ? Promise.reject() : Promise.resolve(),
          }),
        ]}
      >
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={repeat}
        dependencies={['newPassword']}
        validateTrigger="onBlur"
        rules={[
          ({ getFieldValue }) => ({
            message: t('accounts.differs'),
            validator: (_, value) =>
              (value ?? '') === (getFieldValue('newPassword') ?? '') ? Promise.resolve() : Promise.reject(),
          }),
        ]}
      >
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
