import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import { posts } from '../../../shared/domain/roles.ts'

interface PostHoldersProps {
  readonly people: Output<'accounts.people'>['people']
  readonly tools: ReactNode
}

/** Who holds each post of the chain. */
export function PostHolders({ people, tools }: PostHoldersProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <div className="tools">
        <h2>{t('policy.people')}</h2>
        <span className="tools-end">{tools}</span>
      </div>
      <table className="plain holders">
        <tbody>
          {posts.map(post => (
            <tr key={post}>
              <th scope="row">{t(`accounts.role-${post}`)}</th>
              <td>
                {people
                  .filter(({ roles }) => roles.includes(post))
                  .map(({ name }) => name)
                  .join('、') || t('policy.none')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
