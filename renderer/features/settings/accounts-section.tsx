import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actor } from '../../../shared/contract/shapes.ts'
import { isPost } from '../../../shared/domain/roles.ts'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { AccountsTable } from './accounts-table.tsx'
import { PostDialog } from './post-dialog.tsx'
import { PostHolders } from './post-holders.tsx'
import { Proposals } from './proposals.tsx'

/** 帐号与岗位: the accounts for whoever manages them, who holds which post for everybody else, and proposals of posts. */
export function AccountsSection({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const [proposing, setProposing] = useState(false)
  const policy = useCall('policy.current', {})
  const people = useCall('accounts.people', {})
  if (policy.error) return <Failure error={policy.error.error} onRetry={() => void policy.refetch()} />
  if (people.error) return <Failure error={people.error.error} onRetry={() => void people.refetch()} />
  if (!policy.data || !people.data) return <Waiting text={t('policy.loading')} />
  const nobodyHolds = !people.data.people.some(({ roles }) => roles.some(isPost))
  const propose = actor.rights.includes('policy.propose') && (
    <Button onClick={() => setProposing(true)}>{t('policy.proposePost')}</Button>
  )
  return (
    <>
      {nobodyHolds && <p className="banner">{t('policy.nobodyHolds')}</p>}
      {actor.rights.includes('account.manage') ? (
        <AccountsTable tools={propose} />
      ) : (
        <PostHolders people={people.data.people} tools={propose} />
      )}
      <Proposals kind="post" policy={policy.data} />
      {proposing && <PostDialog people={people.data.people} onClose={() => setProposing(false)} />}
    </>
  )
}
