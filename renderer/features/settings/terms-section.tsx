import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actor } from '../../../shared/contract/shapes.ts'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Proposals } from './proposals.tsx'
import { TermsDialog } from './terms-dialog.tsx'
import { termGroups, termText, unitOf } from './terms-fields.ts'

/** 期限与限额: how long limits hold, and from which amounts on more is asked. */
export function TermsSection({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const [proposing, setProposing] = useState(false)
  const policy = useCall('policy.current', {})
  if (policy.error) return <Failure error={policy.error.error} onRetry={() => void policy.refetch()} />
  if (!policy.data) return <Waiting text={t('policy.loading')} />
  const { terms, termsSince } = policy.data
  return (
    <>
      <div className="sheet">
        <div className="tools">
          <h2>{termsSince === null ? t('policy.inForceShipped') : t('policy.inForceSince', { day: termsSince })}</h2>
          {actor.rights.includes('policy.propose') && (
            <span className="tools-end">
              <Button type="primary" onClick={() => setProposing(true)}>
                {t('policy.proposeTerms')}
              </Button>
            </span>
          )}
        </div>
        <div className="term-groups">
          {termGroups.map(({ group, keys }) => (
            <table key={group} className="plain">
              <caption>{t(`policy.group-${group}`)}</caption>
              <tbody>
                {keys.map(key => (
                  <tr key={key}>
                    <th scope="row">{t(`policy.term-${key}`)}</th>
                    <td className="amount">{termText(key, terms[key])}</td>
                    <td>{t(`policy.unit-${unitOf(key)}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
      </div>
      <Proposals kind="terms" policy={policy.data} />
      {proposing && <TermsDialog terms={terms} onClose={() => setProposing(false)} />}
    </>
  )
}
