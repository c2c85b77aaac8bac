import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import { type Post, posts, rolesContradict } from '../../../shared/domain/roles.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { personOptions, searchOfPeople } from '../../ui/person-options.ts'
import { useCommand } from '../../ui/use-command.ts'
import { ProposalFields, useProposed } from './proposal-fields.tsx'

interface Answers {
  readonly account: number
  readonly post: Post
  readonly reason: string
}

interface PostDialogProps {
  readonly people: Output<'accounts.people'>['people']
  readonly onClose: () => void
}

/** Proposes that somebody gets a post; only people and posts that go together are offered. */
export function PostDialog({ people, onClose }: PostDialogProps) {
  const { t } = useTranslation()
  const send = useCommand('policy.current', 'accounts.list', 'accounts.people')
  const proposed = useProposed()
  const [form] = Form.useForm<Answers>()
  const account = Form.useWatch('account', form)
  const held = people.find(({ id }) => id === account)?.roles ?? []
  return (
    <FormDialog<Answers>
      form={form}
      title={t('policy.proposePostTitle')}
      okText={t('policy.propose')}
      initial={{ reason: '' }}
      onClose={onClose}
      onSend={async ({ account: id, post, reason }, requestId) => {
        const change = { kind: 'post', account: id, post } as const
        return proposed(await send('policy.propose', { requestId, change, reason }))
      }}
    >
      <p className="explain">{t('policy.proposePostMeans')}</p>
      <div className="pair">
        <Form.Item
          name="account"
          label={t('policy.person')}
          extra={t('policy.administratorAlone')}
          rules={[{ required: true, message: t('start.required') }]}
        >
          <Select
            showSearch={searchOfPeople}
            options={personOptions(people.filter(({ roles }) => !rolesContradict([...roles, 'officeHead'])))}
          />
        </Form.Item>
        <Form.Item name="post" label={t('policy.post')} rules={[{ required: true, message: t('start.required') }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={posts.map(post => ({
              value: post,
              label: t(`accounts.role-${post}`),
              disabled: held.includes(post),
            }))}
          />
        </Form.Item>
      </div>
      <ProposalFields />
    </FormDialog>
  )
}
