import { splitPhones } from '../../../shared/domain/contact.ts'
import { textAt } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../shared/catalogue/field.ts'
import { nameReadings, personReadings } from './pinyin.ts'

/** What a search looks through. Each fact stands between line ends, so that one that begins with a word can be told apart. */
export interface SearchText {
  readonly number: string
  /** The customer's name and its readings; a hit at the beginning of one of them ranks high. */
  readonly names: string
  /** Numbers, telephones and the people's names with their readings. */
  readonly others: string
}

const personName = /^people\.\w+\.\d+\.name$/
const phoneBox = /^(customer\.(phone|fax)|people\.\w+\.\d+\.phone)$/

/** Whether a box has a part in the search. */
export function isSearched(path: Path): boolean {
  return path === 'customer.name' || numberPaths.includes(path) || personName.test(path) || phoneBox.test(path)
}

const numberPaths: readonly Path[] = [
  'customer.customerNo',
  'customer.cardNo',
  'credit.cardNo',
  'customer.businessRegNo',
]

/** What a customer can be found by (rules.md 15); delicate boxes are not among it. */
export function searchText(values: Values): SearchText {
  const paths = Object.keys(values)
  const name = textAt(values, 'customer.name')
  const own = nameReadings(name)
  const phones = paths.filter(path => phoneBox.test(path)).flatMap(path => splitPhones(textAt(values, path)))
  const people = paths
    .filter(path => personName.test(path))
    .flatMap(path => {
      const person = textAt(values, path)
      const { pinyin, initials } = personReadings(person)
      return [person, ...pinyin, ...initials]
    })
  // A search for digits and hyphens is one for digits, so a number that is typed so is found by its digits.
  const numbers = numberPaths.flatMap(path => {
    const number = textAt(values, path)
    return spacedDigits.test(fold(number)) ? [number, digits(fold(number))] : [number]
  })
  return {
    number: textAt(values, 'customer.customerNo'),
    names: lines([name, ...own.pinyin, ...own.initials]),
    others: lines([...numbers, ...phones.map(digits), ...people]),
  }
}

/** The words of a search, each of which has to be found. Telephone numbers are looked for without blanks and hyphens. */
export function searchWords(typed: string): string[] {
  const text = fold(typed).trim().replace(shownNumber, '')
  if (spacedDigits.test(text)) return [digits(text)]
  return text
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, mostWords)
}

// Screens show customer 0123 as KH-0123; KH001 with its three digits is the form that a card number begins with.
const shownNumber = /^kh(-(?=\d)|(?=\d{4,}$))/
const spacedDigits = /^[\d\s()+-]*\d[\d\s()+-]*$/

const digits = (text: string): string => text.replace(/\D/g, '')

// More words than these narrow nothing down; the bound keeps the statement small.
const mostWords = 8

/** One spelling for stored and typed text: compatibility forms, full width and capitals make no difference. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function lines(facts: readonly string[]): string {
  const folded = facts.map(fact => fold(fact).replace(/\s+/g, ' ').trim()).filter(fact => fact !== '')
  return `\n${[...new Set(folded)].join('\n')}\n`
}
