import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationDetail } from '../../../shared/contract/application-calls.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { useAction } from '../../ui/use-action.ts'
import { useUnkept } from '../../ui/use-unkept.ts'
import { Card } from './card.tsx'
import { changedByApproval } from './stale.ts'

/** 意见: what colleagues were asked and what they answered. */
export function OpinionsCard({ opinions }: { opinions: ApplicationDetail['opinions'] }) {
  const { t } = useTranslation()
  if (opinions.length === 0) return null
  return (
    <Card title={t('approvals.opinions')}>
      <dl className="opinions">
        {opinions.map(opinion => (
          <div key={opinion.id}>
            <dt>
              <span className="quiet">
                {t('approvals.opinionAsked', { by: opinion.askedBy, person: opinion.person.name })}
              </span>{' '}
              {opinion.question}
            </dt>
            <dd>
              {opinion.answer ?? <span className="quiet">{t('approvals.opinionWaiting')}</span>}
              {opinion.answeredAt && (
                <span className="quiet">
                  {' '}
                  {opinion.person.name} {localDateTime(opinion.answeredAt)}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** 回复意见: for whoever was asked. */
export function AnswerCard({ detail }: { detail: ApplicationDetail }) {
  const { t } = useTranslation()
  const [answer, setAnswer] = useState('')
  useUnkept(answer !== '')
  const command = useAction('applications.giveOpinion', changedByApproval)
  return (
    <Card title={t('approvals.giveOpinion')} className="card-warning">
      <form
        className="signing"
        onSubmit={event => {
          event.preventDefault()
          void command.run({ id: detail.id, answer: answer.trim() })
        }}
      >
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={2000}
          aria-label={t('approvals.answer')}
          placeholder={t('approvals.answer')}
          value={answer}
          onChange={event => setAnswer(event.target.value)}
        />
        {command.problem && (
          <p className="stamp" role="alert">
            {command.problem}
          </p>
        )}
        <Button type="primary" htmlType="submit" loading={command.busy} disabled={answer.trim() === ''}>
          {t('approvals.giveAnswer')}
        </Button>
      </form>
    </Card>
  )
}
