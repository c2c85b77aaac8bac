import { App, Button, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { LinkedCustomer } from '../../../shared/contract/duplicate-calls.ts'
import { type LinkKind, linkKinds } from '../../../shared/domain/duplicates.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { useCall } from '../../transport/use-call.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import { useCommand } from '../../ui/use-command.ts'

interface CustomerLinksProps {
  readonly customerId: number
  readonly rights: readonly Right[]
}

/** Who belongs to a customer: its head, its branches, its group, with a way to say so and to take it back. */
export function CustomerLinks({ customerId, rights }: CustomerLinksProps) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const errorText = useErrorText()
  const links = useCall('links.ofCustomer', { customerId })
  const command = useCommand('links.ofCustomer')
  const [isAdding, setAdding] = useState(false)
  const list = links.data?.links ?? []
  const mayLink = rights.includes('basic.write')
  const remove = ({ linkId, name }: LinkedCustomer) => {
    modal.confirm({
      title: t('duplicates.removeAsk', { name }),
      okText: t('duplicates.removeLink'),
      cancelText: t('common.cancel'),
      onOk: async () => {
        const outcome = await command('links.end', { requestId: crypto.randomUUID(), linkId })
        if (!outcome.ok) void message.error(errorText(outcome.error))
      },
    })
  }
  if (list.length === 0 && !mayLink) return null
  return (
    <span className="customer-links">
      {list.map(link => (
        <span key={link.linkId} className="tag">
          {t(`duplicates.kindOf-${link.kind}`)}{' '}
          <Link href={`/customers/${link.id}/kh001`}>
            KH-{link.customerNo} {link.name}
          </Link>
          {rights.includes('duplicate.override') && (
            <button type="button" aria-label={t('duplicates.removeLink')} onClick={() => remove(link)}>
              ×
            </button>
          )}
        </span>
      ))}
      {mayLink && (
        <Button size="small" type="text" onClick={() => setAdding(true)}>
          {t('duplicates.addLink')}
        </Button>
      )}
      {isAdding && (
        <FormDialog<{ otherNo: string; kind: LinkKind }>
          title={t('duplicates.linkTitle')}
          okText={t('duplicates.save')}
          initial={{ kind: 'branch' }}
          onSend={(answers, requestId) => command('links.make', { requestId, customerId, ...answers })}
          onClose={() => setAdding(false)}
        >
          <p>{t('duplicates.linkMeans')}</p>
          <Form.Item
            name="otherNo"
            label={t('duplicates.otherNo')}
            rules={[{ required: true, message: t('duplicates.otherNoMissing') }]}
          >
            <Input maxLength={20} placeholder="KH-0123" />
          </Form.Item>
          <Form.Item name="kind" label={t('duplicates.otherIs')}>
            <Segmented options={linkKinds.map(value => ({ value, label: t(`duplicates.kindOf-${value}`) }))} />
          </Form.Item>
        </FormDialog>
      )}
    </span>
  )
}
