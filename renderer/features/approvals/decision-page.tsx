import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Right } from '../../../shared/domain/roles.ts'
import { useCall, useFreshCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { DecisionDesk } from './decision-desk.tsx'
import type { DecisionTab } from './decision-tabs.ts'

interface DecisionPageProps {
  readonly id: number
  readonly tab: DecisionTab
  readonly rights: readonly Right[]
}

/** One application: what is asked, what it rests on, what changed, the chain so far, and my signature. */
export function DecisionPage({ id, tab, rights }: DecisionPageProps) {
  const { t } = useTranslation()
  const [justSigned, setJustSigned] = useState(false)
  const application = useFreshCall('applications.open', { id })
  const policy = useCall('policy.current', {})
  if (!application.data && application.error)
    return <Failure error={application.error.error} onRetry={() => void application.refetch()} />
  if (!application.data) return <Waiting text={t('approvals.opening')} />
  const { data } = application
  // A rework or another step is another signature: what was typed for the last one does not belong to it.
  const turn = data.steps.find(step => step.state === 'open')
  return (
    <DecisionDesk
      key={`${id}/${data.revision}/${turn?.place ?? ''}/${turn?.attempt ?? ''}/${data.may.sign}`}
      detail={data}
      tab={tab}
      rights={rights}
      allItemsFrom={policy.data?.terms.allItemsFrom}
      justSigned={justSigned}
      onSigned={() => setJustSigned(true)}
    />
  )
}
