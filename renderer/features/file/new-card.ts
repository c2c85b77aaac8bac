import type { Values } from '../../../shared/catalogue/field.ts'
import { localDate } from '../../ui/local-time.ts'

/** What a new card starts with: who fills it in and today, once per form, and the year as the period of the turnover (forms.md). */
export function newCardValues(person: string): Values {
  const today = localDate()
  return {
    'customer.filledBy': person,
    'customer.filledOn': today,
    'credit.filledBy': person,
    'credit.filledOn': today,
    'customer.turnoverPeriod': 'year',
  }
}
