import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '../../shared/catalogue/derive/display.ts'
import type { Path } from '../../shared/catalogue/field.ts'
import { type ClosedWhy, closedWhy, type PersonalRules, subjectOf } from '../../shared/domain/personal.ts'
import { useDerived, useFile } from './file-context.ts'

/** Personal data of the open file: what opens its boxes, and the desk where that is looked after. */
interface PersonalDesk {
  /** Nothing until it is known; the program judges every save by itself. */
  readonly rules: PersonalRules | undefined
  /** Opens what belongs to a person, such as `people.buyer.2`; `path` is the box from which it was asked for. */
  readonly onOpen: (subject: string, path?: Path) => void
}

const PersonalContext = createContext<PersonalDesk>({ rules: undefined, onOpen: () => undefined })

export const PersonalProvider = PersonalContext.Provider

/** Why a box of personal data is closed at this moment, if it is (rules 11). */
export function useClosedWhy(path: Path): ClosedWhy | undefined {
  const { rules } = useContext(PersonalContext)
  const why = useDerived(values => (rules && closedWhy(path, values, rules)) ?? '')
  return why === '' ? undefined : why
}

/** The way to open a closed box. Enter passes it by, as there is nothing to type; Tab reaches it. */
export function ClosedOpener({ path, why }: { path: Path; why: ClosedWhy }) {
  const { t } = useTranslation()
  const { language } = useFile()
  const { onOpen } = useContext(PersonalContext)
  const reason = t(`personal.closed-${why}`)
  return (
    <button
      type="button"
      className="closed"
      data-closed={path}
      title={reason}
      aria-label={t('personal.closedNext', { box: labelOf(path, language), why: reason })}
      onClick={() => onOpen(subjectOf(path), path)}
    >
      {reason}
    </button>
  )
}

/** 个人信息…: the way from the block of a person to what is kept about them. */
export function PersonButton({ subject, person }: { subject: string; person: string }) {
  const { t } = useTranslation()
  const { onOpen } = useContext(PersonalContext)
  const name = t('personal.openFor', { person })
  return (
    <button type="button" className="about" title={name} aria-label={name} onClick={() => onOpen(subject)}>
      ⋯
    </button>
  )
}
