import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationDetail } from '../../../shared/contract/application-calls.ts'
import { useAction } from '../../ui/use-action.ts'
import { changedByApproval } from './stale.ts'

const shortestReason = 5

/** 撤回 before the first signature, 申请撤回 after it. */
export function WithdrawDialog({ detail, onClose }: { detail: ApplicationDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const command = useAction('applications.withdraw', changedByApproval)
  const withdraw = async () => {
    const answer = await command.run({ id: detail.id, reason: reason.trim() })
    if (!answer) return
    void message.success(t(answer.state === 'pending' ? 'approvals.withdrawalAsked' : 'approvals.withdrawn'))
    onClose()
  }
  return (
    <Modal
      open
      title={t(detail.may.withdraw ? 'approvals.withdrawTitle' : 'approvals.askWithdrawalTitle', {
        number: detail.number,
      })}
      okText={t(detail.may.withdraw ? 'approvals.withdraw' : 'approvals.askWithdrawal')}
      okButtonProps={{ disabled: Array.from(reason.trim()).length < shortestReason, loading: command.busy }}
      cancelText={t('common.cancel')}
      onOk={() => void withdraw()}
      onCancel={onClose}
    >
      <div className="signing">
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={2000}
          aria-label={t('approvals.withdrawReason')}
          placeholder={t('approvals.withdrawReason')}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
        {command.problem && (
          <p className="stamp" role="alert">
            {command.problem}
          </p>
        )}
      </div>
    </Modal>
  )
}
