import { Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/contract/account-calls.ts'
import { isPost, type Role, roles as allRoles, rolesContradict } from '../../../shared/domain/roles.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { NewPassword } from './new-password.tsx'

interface Answers {
  readonly name: string
  readonly staffNo: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly bankAccountNo: string | null
  readonly roles: readonly Role[]
  readonly password: string
}

/** A new account, or one that is changed: who the person is and which roles they have; posts can only be taken away here. */
export function AccountDialog({ account, onClose }: { account?: Account; onClose: () => void }) {
  const { t } = useTranslation()
  const send = useCommand('accounts.list', 'accounts.people', 'policy.current', 'session.people')
  const held = account?.roles.map(({ role }) => role) ?? []
  const offered = allRoles.filter(role => !isPost(role) || held.includes(role))
  return (
    <FormDialog<Answers>
      width={640}
      title={account ? t('policy.changeAccountTitle', { name: account.name }) : t('policy.addAccountTitle')}
      okText={t('common.save')}
      initial={account ? { ...account, roles: held } : { roles: [] }}
      onClose={onClose}
      onSend={({ password, ...answers }, requestId) => {
        const about = {
          requestId,
          name: answers.name,
          staffNo: filled(answers.staffNo),
          phone: filled(answers.phone),
          address: filled(answers.address),
          bankAccountNo: filled(answers.bankAccountNo),
          roles: [...answers.roles],
        }
        return account
          ? send('accounts.change', { ...about, id: account.id, disabled: account.disabled })
          : send('accounts.add', { ...about, password })
      }}
    >
      <div className="pair">
        <Form.Item
          name="name"
          label={t('policy.name')}
          rules={[{ required: true, whitespace: true, message: t('start.required') }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="staffNo" label={t('policy.staffNo')} extra={t('policy.staffNoHint')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('policy.phone')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="bankAccountNo" label={t('policy.bankAccountNo')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="address" label={t('policy.address')} extra={t('policy.compared')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="roles"
        label={t('policy.roles')}
        extra={t(held.some(isPost) ? 'policy.postsHeldHint' : 'policy.postsByProposal')}
        rules={[
          {
            validator: (_, chosen: readonly Role[]) =>
              rolesContradict(chosen) ? Promise.reject(new Error(t('policy.administratorAlone'))) : Promise.resolve(),
          },
        ]}
      >
        <Checkbox.Group options={offered.map(role => ({ value: role, label: t(`accounts.role-${role}`) }))} />
      </Form.Item>
      {!account && <NewPassword label={t('policy.firstPassword')} />}
    </FormDialog>
  )
}

function filled(text: string | null | undefined): string | null {
  return text?.trim() || null
}
