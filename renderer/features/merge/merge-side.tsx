import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../shared/domain/money.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { useObstacleText } from '../../ui/obstacle-text.ts'
import type { Preview } from './item-values.ts'

/** What comes along with the merged card, which limit stays, and what stands in the way. */
export function MergeSide({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  const obstacleText = useObstacleText()
  const { keep, drop, moves, obstacles } = preview
  const { attachments, verifications, applications, changes, extraBoxes, tags, drafts } = moves
  return (
    <>
      {obstacles.length > 0 && (
        <div className="merge-obstacles" role="alert">
          <p>{t('merge.impossible')}</p>
          <ul>
            {obstacles.map(obstacle => (
              <li key={obstacleText(obstacle)}>{obstacleText(obstacle)}</li>
            ))}
          </ul>
        </div>
      )}
      <h2>{t('merge.moves')}</h2>
      <ul className="merge-moves">
        <li>{t('merge.movesAttachments', { count: attachments })}</li>
        <li>{t('merge.movesVerifications', { count: verifications })}</li>
        <li>{t('merge.movesApplications', { count: applications })}</li>
        <li>{t('merge.movesChanges', { count: changes })}</li>
        <li>{t('merge.movesExtras', { boxes: extraBoxes, tags })}</li>
        {drop.name !== keep.name && <li>{t('merge.movesName', { name: drop.name })}</li>}
      </ul>
      {drafts.map(({ by, savedAt }) => (
        <p key={savedAt} className="remark-warning">
          {t('merge.movesDraft', { by, time: localDateTime(savedAt) })}
        </p>
      ))}
      <p>{useLimitSentence(preview)}</p>
    </>
  )
}

function useLimitSentence({ keep, drop, limitFrom }: Preview): string {
  const { t } = useTranslation()
  if (limitFrom === null) return t('merge.limitNone')
  const [stays, other] = limitFrom === 'keep' ? [keep.limit, drop.limit] : [drop.limit, keep.limit]
  const amount = formatMoney(stays.approved)
  if (other.state === 'inForce' || other.state === 'frozen')
    return t('merge.limitLower', { amount, other: formatMoney(other.approved) })
  return t(limitFrom === 'keep' ? 'merge.limitKeep' : 'merge.limitDrop', { amount })
}
