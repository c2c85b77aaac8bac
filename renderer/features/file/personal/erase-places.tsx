import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '../../../../shared/catalogue/derive/display.ts'
import { isBesideForms } from '../../../../shared/catalogue/derive/sections.ts'
import type { FreeTextPlace } from '../../../../shared/contract/erasure-calls.ts'
import { verificationItems } from '../../../../shared/domain/verification.ts'
import { posts } from '../../../../shared/domain/roles.ts'
import type { Language } from '../../../../shared/text/language.ts'

interface ErasePlacesProps {
  readonly places: readonly FreeTextPlace[]
  /** How many there are, listed or not. */
  readonly total: number
}

// A longer list would push the password out of sight.
const shortList = 4

/**
 * 也出现在这些文字里: the sentences that speak of a person, and what becomes of each. Those that most likely do so by chance are folded, and
 * counted by themselves.
 */
export function ErasePlaces({ places, total }: ErasePlacesProps) {
  const { t } = useTranslation()
  const likely = places.filter(({ byChance }) => !byChance)
  const byChance = places.filter(place => place.byChance)
  const unlisted = total - places.length
  return (
    <div className="erase-places">
      {likely.length > 0 && (
        <PlaceList
          isOpen={likely.length <= shortList}
          title={t('personal.places', { count: likely.length })}
          places={likely}
          isExplained
        />
      )}
      {byChance.length > 0 && (
        <PlaceList
          isOpen={false}
          title={t('personal.placesByChance', { count: byChance.length })}
          places={byChance}
          isExplained={likely.length === 0}
        />
      )}
      {unlisted > 0 && <p className="note-inline">{t('personal.placesUnlisted', { count: unlisted })}</p>}
    </div>
  )
}

interface PlaceListProps {
  readonly isOpen: boolean
  readonly title: string
  readonly places: readonly FreeTextPlace[]
  readonly isExplained: boolean
}

const atOnce = 50

function PlaceList({ isOpen, title, places, isExplained }: PlaceListProps) {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  const [shown, setShown] = useState(atOnce)
  const more = Math.min(atOnce, places.length - shown)
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached with the keyboard */}
      <div className="erase-list" tabIndex={0} role="region" aria-label={title}>
        <table className="plain">
          <thead>
            <tr>
              <th>{t('personal.placeWhere')}</th>
              <th>{t('personal.placeText')}</th>
              <th>{t('personal.placeThen')}</th>
            </tr>
          </thead>
          <tbody>
            {places.slice(0, shown).map((place, index) => (
              <tr key={`${index}/${place.customerNo}/${place.kind}/${place.record}/${place.detail}`}>
                <th scope="row">{placeName(place)}</th>
                <td>{place.excerpt ?? t('personal.hidden')}</td>
                <td className={place.stays ? 'remark-warning' : undefined}>
                  {t(place.stays ? 'personal.placeStays' : 'personal.placeGoes')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && (
          <Button size="small" onClick={() => setShown(shown + atOnce)}>
            {t('personal.placesMore', { count: more })}
          </Button>
        )}
      </div>
      {isExplained && (
        <p className="note-inline">
          {places.some(({ stays }) => !stays) && t('personal.placesGo')}{' '}
          {places.some(({ stays }) => stays) && t('personal.placesStay')}
        </p>
      )}
    </details>
  )
}

function usePlaceName(): (place: FreeTextPlace) => string {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const besideName = (path: string) => t(path.startsWith('extra.') ? 'personal.place-beside' : 'personal.place-card')
  const boxName = (path: string) => (isBesideForms(path) ? besideName(path) : labelOf(path, language))
  const ownName = ({ kind, record, detail }: FreeTextPlace) => {
    switch (kind) {
      case 'box':
        return labelOf(detail, language)
      case 'other':
        return boxName(detail)
      case 'history':
        return t('personal.place-history', { box: boxName(detail) })
      case 'comment': {
        const post = posts.find(candidate => candidate === detail)
        return t('personal.place-comment', { record, post: post ? t(`accounts.role-${post}`) : detail })
      }
      case 'verification': {
        const item = verificationItems.find(candidate => candidate === detail)
        return t('personal.place-verification', { record, item: item ? t(`approvals.item-${item}`) : detail })
      }
      default:
        return t(`personal.place-${kind}`, { record })
    }
  }
  return place =>
    place.customerNo === null
      ? ownName(place)
      : t('personal.place-other', { record: place.customerNo, where: ownName(place) })
}
