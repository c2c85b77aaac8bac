import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VerificationItem } from '../../../../shared/domain/verification.ts'
import type { EntryRules } from '../../../ui/entry-rules.ts'

interface FactFieldsProps {
  readonly item: VerificationItem
  readonly required: EntryRules['required']
}

/** What is asked about one item of verification. */
export function FactFields({ item, required }: FactFieldsProps) {
  const { t } = useTranslation()
  const text = (key: TextKey, isRequired = true) => (
    <Form.Item
      key={key}
      name={['facts', key]}
      label={t(`limits.${labels[key]}`)}
      {...(isRequired ? { rules: [required] } : { initialValue: '' })}
    >
      <Input autoComplete="off" maxLength={200} />
    </Form.Item>
  )
  const choice = (key: string, label: string, options: readonly { value: string | boolean; label: string }[]) => (
    <Form.Item
      key={key}
      name={['facts', key]}
      label={label}
      rules={[{ required: true, message: t('limits.required') }]}
    >
      <Radio.Group options={[...options]} />
    </Form.Item>
  )
  const yesOrNo = [
    { value: true, label: t('limits.yes') },
    { value: false, label: t('limits.no') },
  ]
  switch (item) {
    case 'licence':
      return (
        <>
          {choice(
            'evidence',
            t('limits.basis'),
            (['licence', 'leaseAndBill'] as const).map(value => ({ value, label: t(`limits.basis-${value}`) })),
          )}
          {text('name')}
          {text('creditCode', false)}
          {text('representative')}
        </>
      )
    case 'registry':
      return choice(
        'status',
        t('limits.status'),
        (['normal', 'abnormal', 'enforcement', 'notFound'] as const).map(value => ({
          value,
          label: t(`limits.status-${value}`),
        })),
      )
    case 'callback':
      return (
        <>
          {text('phone')}
          {choice(
            'source',
            t('limits.source'),
            (['registry', 'directory', 'contract'] as const).map(value => ({
              value,
              label: t(`limits.source-${value}`),
            })),
          )}
          {text('spokeWith')}
          {choice('confirmed', t('limits.confirmed'), yesOrNo)}
        </>
      )
    case 'visit':
      return (
        <>
          {choice('agrees', t('limits.agrees'), yesOrNo)}
          {text('deliveryAddress')}
          {text('consignee')}
          {text('consigneePhone', false)}
        </>
      )
    case 'account':
      return (
        <>
          {text('accountName')}
          {text('accountNo')}
        </>
      )
  }
}

const labels = {
  name: 'licenceName',
  creditCode: 'creditCode',
  representative: 'representative',
  phone: 'phone',
  spokeWith: 'spokeWith',
  deliveryAddress: 'deliveryAddress',
  consignee: 'consignee',
  consigneePhone: 'consigneePhone',
  accountName: 'accountName',
  accountNo: 'accountNo',
} as const
type TextKey = keyof typeof labels
