import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../shared/contract/account-calls.ts'
import type { Actor } from '../../../shared/contract/shapes.ts'
import { isPost } from '../../../shared/domain/roles.ts'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { useToday } from '../../ui/use-today.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { DelegationDialog } from './delegation-dialog.tsx'
import { EndDelegationDialog } from './end-delegation-dialog.tsx'

/** 代理: who stands in for whom; whoever holds a post lets somebody sign in their stead. */
export function DelegationsSection({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const today = useToday()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Delegation>()
  const policy = useCall('policy.current', {})
  const list = useCall('delegations.list', {})
  if (policy.error) return <Failure error={policy.error.error} onRetry={() => void policy.refetch()} />
  if (list.error) return <Failure error={list.error.error} onRetry={() => void list.refetch()} />
  if (!policy.data || !list.data) return <Waiting text={t('policy.loading')} />
  const days = policy.data.terms.delegationDays
  const mine = actor.roles.filter(isPost)
  const { delegations } = list.data
  return (
    <div className="sheet">
      <div className="tools">
        <h2>{t('policy.section-delegations')}</h2>
        <span className="tools-end">
          {mine.length > 0 ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('policy.addDelegation')}
            </Button>
          ) : (
            <span className="note-inline">{t('policy.noPostToDelegate')}</span>
          )}
        </span>
      </div>
      <p className="explain">{t('policy.delegationsMeans', { days })}</p>
      {delegations.length === 0 ? (
        <p className="explain">{t('policy.noDelegations')}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>{t('policy.post')}</th>
              <th>{t('policy.delegationFrom')}</th>
              <th>{t('policy.delegationTo')}</th>
              <th>{t('policy.fromOn')}</th>
              <th>{t('policy.toOn')}</th>
              <th>{t('policy.state')}</th>
              <th>{t('policy.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {delegations.map(delegation => (
              <tr key={delegation.id} className={delegation.ended ? 'off' : undefined}>
                <th scope="row">{t(`accounts.role-${delegation.post}`)}</th>
                <td>{delegation.from.name}</td>
                <td>{delegation.to.name}</td>
                <td>{delegation.fromOn}</td>
                <td>{delegation.toOn}</td>
                <td>{t(`policy.delegation-${stateOf(delegation, today)}`)}</td>
                <td>
                  {!delegation.ended && [delegation.from.id, delegation.to.id].includes(actor.id) && (
                    <button type="button" className="link" onClick={() => setEnding(delegation)}>
                      {t(delegation.from.id === actor.id ? 'policy.endDelegation' : 'policy.refuseDelegation')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && <DelegationDialog me={actor.id} mine={mine} days={days} onClose={() => setAdding(false)} />}
      {ending && <EndDelegationDialog delegation={ending} onClose={() => setEnding(undefined)} />}
    </div>
  )
}

function stateOf({ ended, fromOn }: Delegation, today: string): 'now' | 'future' | 'ended' {
  if (ended) return 'ended'
  return fromOn > today ? 'future' : 'now'
}
