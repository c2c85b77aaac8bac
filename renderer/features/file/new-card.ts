import type { Values } from '../../../shared/catalogue/field.ts'
import type { Draft } from '../../../shared/contract/shapes.ts'
import { FileStore } from '../../form/store.ts'
import { localDate } from '../../ui/local-time.ts'
import { problemOf } from './draft-problem.ts'

/** A card that has never been saved: as it was left, or fresh with who fills it in. */
export function newCardStore(person: string, draft: Draft | undefined): FileStore {
  if (!draft) return new FileStore({}, 0, { given: newCardValues(person) })
  const store = new FileStore({}, 0)
  store.takeDraft(draft, problemOf(localDate()))
  return store
}

/** What a new card starts with: who fills it in and today, once per form, and the year as the period of the turnover (forms.md). */
function newCardValues(person: string): Values {
  const today = localDate()
  return {
    'customer.filledBy': person,
    'customer.filledOn': today,
    'credit.filledBy': person,
    'credit.filledOn': today,
    'customer.turnoverPeriod': 'year',
  }
}
