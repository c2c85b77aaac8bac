import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Proposal } from '../../../shared/contract/policy-calls.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { ProposalContent } from './proposal-content.tsx'

interface ProposalsProps {
  readonly kind: Proposal['change']['kind']
  readonly policy: Output<'policy.current'>
}

/** What is proposed, with a button for whoever may decide it, and below it what was decided before. */
export function Proposals({ kind, policy }: ProposalsProps) {
  const { t } = useTranslation()
  const [deciding, setDeciding] = useState<Proposal>()
  const ours = policy.proposals.filter(({ change }) => change.kind === kind)
  const open = ours.filter(({ state }) => state === 'open')
  const decided = ours.filter(({ state }) => state !== 'open')
  return (
    <div className="sheet">
      <h2>{t('policy.proposals')}</h2>
      {open.length === 0 ? (
        <p className="explain">{t('policy.noProposals')}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>{t('policy.content')}</th>
              <th>{t('policy.reason')}</th>
              <th>{t('policy.proposedBy')}</th>
              <th>{t('policy.decidedBy')}</th>
            </tr>
          </thead>
          <tbody>
            {open.map(proposal => (
              <tr key={proposal.id}>
                <td>
                  <ProposalContent proposal={proposal} terms={policy.terms} />
                </td>
                <td>{proposal.reason ?? '—'}</td>
                <td>{by(proposal.proposedBy.name, proposal.proposedAt)}</td>
                <td>
                  {proposal.mayDecide ? (
                    <Button type="primary" onClick={() => setDeciding(proposal)}>
                      {t('policy.decide')}
                    </Button>
                  ) : (
                    t('policy.waitsFor')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {decided.length > 0 && (
        <details className="decided">
          <summary>{t('policy.decided', { count: decided.length })}</summary>
          <table className="plain">
            <thead>
              <tr>
                <th>{t('policy.content')}</th>
                <th>{t('policy.outcome')}</th>
                <th>{t('policy.proposedBy')}</th>
                <th>{t('policy.decidedBy')}</th>
                <th>{t('policy.decisionReason')}</th>
              </tr>
            </thead>
            <tbody>
              {decided.map(proposal => (
                <tr key={proposal.id}>
                  <td>
                    <ProposalContent proposal={proposal} />
                  </td>
                  <td>{t(`policy.outcome-${proposal.state}`)}</td>
                  <td>{by(proposal.proposedBy.name, proposal.proposedAt)}</td>
                  <td>
                    {proposal.decidedBy
                      ? by(proposal.decidedBy.name, proposal.decidedAt)
                      : by(t('policy.atOnce'), proposal.decidedAt)}
                  </td>
                  <td>{proposal.decisionReason ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {deciding && <DecideDialog proposal={deciding} terms={policy.terms} onClose={() => setDeciding(undefined)} />}
    </div>
  )
}

function by(name: string, at: string | null): string {
  return at === null ? name : `${name} ${localDateTime(at)}`
}
