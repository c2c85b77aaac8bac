import { personPath } from '../catalogue/derive/paths.ts'
import type { Path, Value } from '../catalogue/field.ts'
import { personRoles } from '../catalogue/people.ts'
import { records } from '../catalogue/records.ts'
import { erasedMark } from './erased-mark.ts'
import { ownerSubject, personalClasses, possibleClassOf } from './personal.ts'

/** What of a person is erased: the boxes marked delicate, every box, or exactly one group of personal data (rules 11). */
export const erasureScopes = ['delicate', 'all', ...personalClasses] as const
export type ErasureScope = (typeof erasureScopes)[number]

/** A person of a card, such as `people.buyer.1`. */
export const subjectPattern = new RegExp(`^people\\.(${personRoles.map(({ code }) => code).join('|')})\\.([1-9]\\d?)$`)

/** Whether something stands there that could be erased. */
export function isErasable(value: Value | undefined): value is NonNullable<Value> {
  return value !== undefined && value !== null && value !== erasedMark && value !== '' && value !== false
}

/** Whether copies of identity cards go, too. */
export function takesPapers(scope: ErasureScope): boolean {
  return scope === 'all' || scope === 'delicate' || scope === 'identityCard'
}

/** Whether an account goes that belongs to the person. */
export function takesAccount(scope: ErasureScope): boolean {
  return scope === 'all' || scope === 'delicate' || scope === 'bankAccount'
}

/** The boxes of a person, as far as a scope reaches, but for an account, which need not be the person's. */
export function boxesOfPerson(subject: string, scope: ErasureScope): Path[] {
  const [, role = '', place = ''] = subjectPattern.exec(subject) ?? []
  const own = records.people.map(field => ({ field, path: personPath(role, Number(place), field.key) }))
  const owner = records.credit.filter(({ key }) => subject === ownerSubject && key.startsWith('owner.'))
  return [...own, ...owner.map(field => ({ field, path: `credit.${field.key}` }))]
    .filter(
      ({ field, path }) =>
        scope === 'all' || (scope === 'delicate' ? field.delicate === true : possibleClassOf(path) === scope),
    )
    .map(({ path }) => path)
}
