import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { Language } from '../../../shared/text/language.ts'
import { navigate } from '../../ui/navigate.ts'
import { UnmergeDialog } from '../../ui/unmerge-dialog.tsx'
import { boxNames, type Preview } from './item-values.ts'

interface MergeResultProps {
  readonly id: number
  readonly request: number | null
  readonly leftOut: readonly Path[]
  readonly preview: Preview
  readonly boxes: number
  readonly onUndone: () => void
}

/** The merge is done: on to the customer, or back. */
export function MergeResult({ id, request, leftOut, preview: { keep, drop }, boxes, onUndone }: MergeResultProps) {
  const { t, i18n } = useTranslation()
  const [isUndoing, setUndoing] = useState(false)
  return (
    <section className="page merge-result" aria-label={t('merge.title')}>
      <div className="empty" role="status">
        <h1>{t('merge.done', { keep: keep.customerNo, drop: drop.customerNo })}</h1>
        <p>{t('merge.doneMeans')}</p>
        {request !== null && (
          <p>
            <Link href={`/approvals/changes/${request}`}>{t('merge.requested')}</Link>
          </p>
        )}
        {leftOut.length > 0 && <p>{t('merge.leftOut', { boxes: boxNames(leftOut, i18n.language as Language) })}</p>}
        <p className="merge-buttons">
          <Button type="primary" autoFocus onClick={() => navigate(`/customers/${keep.id}/kh001`)}>
            {t('merge.openKept', { keep: keep.customerNo })}
          </Button>
          <Button onClick={() => setUndoing(true)}>{t('merge.undo')}</Button>
        </p>
      </div>
      {isUndoing && (
        <UnmergeDialog merge={{ id, keep, drop, boxes }} onClose={() => setUndoing(false)} onUndone={onUndone} />
      )}
    </section>
  )
}
