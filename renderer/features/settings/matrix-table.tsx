import { useTranslation } from 'react-i18next'
import { rmbInWords } from '../../../shared/domain/capital.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import type { Matrix } from '../../../shared/domain/policy.ts'
import { posts } from '../../../shared/domain/roles.ts'

/** A matrix as it would be pinned to a wall: amounts down, posts across, 无需 where a post does not sign. */
export function MatrixTable({ matrix: { tiers } }: { matrix: Matrix }) {
  const { t } = useTranslation()
  return (
    <table className="plain matrix">
      <thead>
        <tr>
          <th>{t('policy.tier')}</th>
          <th className="amount">{t('policy.upTo')}</th>
          <th>{t('policy.words')}</th>
          {posts.map(post => (
            <th key={post} className="centre">
              {t(`accounts.role-${post}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tiers.map(({ upTo, posts: signers }, index) => (
          <tr key={upTo}>
            <th scope="row">{index + 1}</th>
            <td className="amount">{upTo === null ? t('policy.noEnd') : formatMoney(upTo)}</td>
            <td>{upTo === null ? '—' : rmbInWords(upTo)}</td>
            {posts.map(post => (
              <td key={post} className="centre">
                {signers.includes(post) ? (
                  <span role="img" aria-label={t('policy.signs')}>
                    ✓
                  </span>
                ) : (
                  <span className="note-inline">{t('policy.notNeeded')}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
