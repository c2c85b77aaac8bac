import { personPath } from '../catalogue/derive/paths.ts'
import { textAt } from '../catalogue/derive/value.ts'
import type { Path, Values } from '../catalogue/field.ts'
import { normaliseBankAccount, splitPhones } from './contact.ts'
import { foldedName } from './names.ts'

/** By what two customers, or a customer and an employee, can turn out to be the same (rules 3). */
export const markKinds = ['phone', 'address', 'account', 'contact'] as const
export type MarkKind = (typeof markKinds)[number]

/** One fact in the one spelling in which it is compared. */
export interface Mark {
  readonly kind: MarkKind
  readonly mark: string
}

// Shorter ones are service numbers and names of towns, which many rightly share.
const shortestPhone = 7
const shortestAddress = 6

const personBox = /^people\.(\w+)\.\d+\.(name|phone|homePhone)$/

/** Whether a box has a part in the marks of a customer. */
export function isMarked(path: Path): boolean {
  return ['customer.phone', 'customer.address', 'customer.bankAccountNo'].includes(path) || personBox.test(path)
}

/** Everything about a customer that nobody else should have: telephones, address, account, and who is in charge with which telephone. */
export function customerMarks(values: Values): Mark[] {
  const phonePaths = Object.keys(values).filter(
    path => path === 'customer.phone' || /[pP]hone$/.test(personBox.exec(path)?.[2] ?? ''),
  )
  const principal = foldedName(textAt(values, personPath('principal', 1, 'name')))
  const reached = ['phone', 'homePhone'].flatMap(key => phoneMarks(textAt(values, personPath('principal', 1, key))))
  return unique([
    ...phonePaths.flatMap(path => phoneMarks(textAt(values, path))),
    ...addressMarks(textAt(values, 'customer.address')),
    ...accountMarks(textAt(values, 'customer.bankAccountNo')),
    ...(principal === '' ? [] : reached.map(({ mark }): Mark => ({ kind: 'contact', mark: `${principal} ${mark}` }))),
  ])
}

/** The marks of an employee, or of a consignee. */
export function contactMarks(facts: {
  readonly phone?: string | null
  readonly address?: string | null
  readonly bankAccountNo?: string | null
}): Mark[] {
  return unique([
    ...phoneMarks(facts.phone ?? ''),
    ...addressMarks(facts.address ?? ''),
    ...accountMarks(facts.bankAccountNo ?? ''),
  ])
}

/** Numbers are compared by their digits, without country, extension and the 0 that leads out of town. */
function phoneMarks(text: string): Mark[] {
  return splitPhones(text)
    .map(number => number.replace(/(转|轉|分机|ext|#).*$/i, '').replace(/[^\d+]/g, ''))
    .map(number => number.replace(/^(\+|00)86/, '').replace(/\D|^0+/g, ''))
    .filter(digits => digits.length >= shortestPhone)
    .map(mark => ({ kind: 'phone', mark }))
}

function addressMarks(text: string): Mark[] {
  const mark = foldedName(text)
  return mark.length >= shortestAddress ? [{ kind: 'address', mark }] : []
}

function accountMarks(text: string): Mark[] {
  const mark = normaliseBankAccount(text)
  return mark === '' ? [] : [{ kind: 'account', mark }]
}

function unique(marks: readonly Mark[]): Mark[] {
  return marks.filter(
    ({ kind, mark }, index) => marks.findIndex(other => other.kind === kind && other.mark === mark) === index,
  )
}
