import { personPath } from '../catalogue/derive/paths.ts'
import type { Path, Value } from '../catalogue/field.ts'
import { personRoles } from '../catalogue/people.ts'
import { records } from '../catalogue/records.ts'
import { erasedMark } from './erased-mark.ts'

/** What of a person is erased: the boxes marked delicate, or every box (rules 11). */
export const erasureScopes = ['delicate', 'all'] as const
export type ErasureScope = (typeof erasureScopes)[number]

/** A person of a card, such as `people.buyer.1`. */
export const subjectPattern = new RegExp(`^people\\.(${personRoles.map(({ code }) => code).join('|')})\\.([1-9]\\d?)$`)

/** The person whom the 负责人 block of KH002 describes. */
export const ownerSubject = 'people.principal.1'

/** Whether something stands there that could be erased. */
export function isErasable(value: Value | undefined): value is NonNullable<Value> {
  return value !== undefined && value !== null && value !== erasedMark && value !== '' && value !== false
}

/** The boxes of a person, as far as a scope reaches. */
export function boxesOfPerson(subject: string, scope: ErasureScope): Path[] {
  const [, role = '', place = ''] = subjectPattern.exec(subject) ?? []
  const own = records.people.map(field => ({ field, path: personPath(role, Number(place), field.key) }))
  const owner = records.credit.filter(({ key }) => subject === ownerSubject && key.startsWith('owner.'))
  return [...own, ...owner.map(field => ({ field, path: `credit.${field.key}` }))]
    .filter(({ field }) => scope === 'all' || field.delicate === true)
    .map(({ path }) => path)
}
