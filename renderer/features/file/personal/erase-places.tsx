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

/** 也出现在这些文字里: the sentences that speak of a person, and what becomes of each. */
export function ErasePlaces({ places, total }: ErasePlacesProps) {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  return (
    <details className="erase-places" open={total <= shortList}>
      <summary>{t('personal.places', { count: total })}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached with the keyboard */}
      <div className="erase-list" tabIndex={0} role="region" aria-label={t('personal.places', { count: total })}>
        <table className="plain">
          <thead>
            <tr>
              <th>{t('personal.placeWhere')}</th>
              <th>{t('personal.placeText')}</th>
              <th>{t('personal.placeThen')}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((place, index) => (
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
      </div>
      <p className="note-inline">
        {places.some(({ stays }) => !stays) && t('personal.placesGo')}{' '}
        {places.some(({ stays }) => stays) && t('personal.placesStay')}
      </p>
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
