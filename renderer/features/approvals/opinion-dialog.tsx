import { App, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../transport/use-call.ts'
import { useAction } from '../../ui/use-action.ts'
import { changedByApproval } from './stale.ts'

/** 征求意见: asks a colleague, who answers but does not sign. */
export function OpinionDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const people = useCall('accounts.people', {})
  const [person, setPerson] = useState<number>()
  const [question, setQuestion] = useState('')
  const command = useAction('applications.askOpinion', changedByApproval)
  const ask = async () => {
    if (person === undefined || !(await command.run({ id, person, question: question.trim() }))) return
    void message.success(t('approvals.asked'))
    onClose()
  }
  return (
    <Modal
      open
      title={t('approvals.askOpinionTitle')}
      okText={t('approvals.ask')}
      okButtonProps={{ disabled: person === undefined || question.trim() === '', loading: command.busy }}
      cancelText={t('common.cancel')}
      onOk={() => void ask()}
      onCancel={onClose}
    >
      <div className="signing">
        <label htmlFor="opinion-person">{t('approvals.whom')}</label>
        <Select
          id="opinion-person"
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          value={person ?? null}
          options={people.data?.people.map(({ id: value, name: label }) => ({ value, label })) ?? []}
          onChange={value => setPerson(value ?? undefined)}
        />
        <label htmlFor="opinion-question">{t('approvals.question')}</label>
        <Input.TextArea
          id="opinion-question"
          rows={3}
          maxLength={2000}
          value={question}
          onChange={event => setQuestion(event.target.value)}
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
