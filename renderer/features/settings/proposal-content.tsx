import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../shared/contract/policy-calls.ts'
import type { Terms } from '../../../shared/domain/policy.ts'
import { MatrixTable } from './matrix-table.tsx'
import { termGroups, termText, unitOf } from './terms-fields.ts'

/** What a proposal asks for, in words; of the terms those that differ from `terms`, or all of them where none are given. */
export function ProposalContent({ proposal, terms }: { proposal: Proposal; terms?: Terms }) {
  const { t } = useTranslation()
  const { change, person } = proposal
  switch (change.kind) {
    case 'post':
      return t('policy.change-post', { person: person?.name ?? '', post: t(`accounts.role-${change.post}`) })
    case 'matrix':
      return (
        <>
          {t('policy.change-matrix', { day: change.startsOn })}
          <MatrixTable matrix={change.matrix} />
        </>
      )
    case 'terms':
      return (
        <>
          {t('policy.change-terms', { day: change.startsOn })}
          <ul className="changed-terms">
            {termGroups
              .flatMap(({ keys }) => keys)
              .filter(key => change.terms[key] !== terms?.[key])
              .map(key => (
                <li key={key}>
                  {t(`policy.term-${key}`)}{' '}
                  <b>
                    {terms
                      ? t('policy.changedTo', {
                          from: termText(key, terms[key]),
                          to: termText(key, change.terms[key]),
                        })
                      : termText(key, change.terms[key])}
                  </b>{' '}
                  {t(`policy.unit-${unitOf(key)}`)}
                </li>
              ))}
          </ul>
        </>
      )
  }
}
