import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { forms } from '../../../shared/catalogue/layout/forms.ts'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { Paper } from '../../form/paper.tsx'
import type { CallFailed } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ExtraView } from './card/extra-view.tsx'
import { type FileTab, isForm } from './file-tabs.ts'
import { HistoryView } from './history-view.tsx'
import { ApprovalsView } from './limits/approvals-view.tsx'
import type { CustomerLimits } from './limits/labels.ts'
import type { ApplicationFlow } from './limits/use-application-flow.ts'
import { PapersView } from './papers/papers-view.tsx'

interface TabBodyProps {
  readonly tab: FileTab
  readonly file: CustomerFile | undefined
  readonly rights: readonly Right[]
  readonly limits: UseQueryResult<CustomerLimits, CallFailed>
  readonly flow: ApplicationFlow
  readonly onEnd: () => void
}

/** What lies on the desk: one of the forms, or what is known about the customer beside them. */
export function TabBody({ tab, file, rights, limits, flow, onEnd }: TabBodyProps) {
  const { t } = useTranslation()
  if (isForm(tab) || !file) {
    const form = tab === 'kh002' ? 'KH002' : 'KH001'
    return <Paper key={form} layout={forms[form]} onEnd={onEnd} />
  }
  if (tab === 'history') return <HistoryView file={file} />
  if (tab === 'extra') return <ExtraView file={file} rights={rights} />
  if (tab === 'papers') return <PapersView file={file} rights={rights} />
  if (limits.error) return <Failure error={limits.error.error} onRetry={() => void limits.refetch()} />
  if (!limits.data) return <Waiting text={t('limits.loading')} />
  return <ApprovalsView limits={limits.data} flow={flow} rights={rights} archived={file.archived} />
}
