import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actor } from '../../../shared/contract/shapes.ts'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { MatrixDialog } from './matrix-dialog.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { Proposals } from './proposals.tsx'

/** 审批权限表: which posts sign up to which amount, and what is proposed instead. */
export function MatrixSection({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const [proposing, setProposing] = useState(false)
  const policy = useCall('policy.current', {})
  if (policy.error) return <Failure error={policy.error.error} onRetry={() => void policy.refetch()} />
  if (!policy.data) return <Waiting text={t('policy.loading')} />
  const { matrix, matrixSince } = policy.data
  return (
    <>
      <div className="sheet">
        <div className="tools">
          <h2>{matrixSince === null ? t('policy.inForceShipped') : t('policy.inForceSince', { day: matrixSince })}</h2>
          {actor.rights.includes('policy.propose') && (
            <span className="tools-end">
              <Button type="primary" onClick={() => setProposing(true)}>
                {t('policy.proposeMatrix')}
              </Button>
            </span>
          )}
        </div>
        <p className="explain">{t('policy.matrixMeans')}</p>
        <MatrixTable matrix={matrix} />
      </div>
      <Proposals kind="matrix" policy={policy.data} />
      {proposing && <MatrixDialog matrix={matrix} onClose={() => setProposing(false)} />}
    </>
  )
}
