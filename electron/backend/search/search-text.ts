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
  const numbers = numberPaths.map(path => textAt(values, path))
  return {
    number: textAt(values, 'customer.customerNo'),
    names: lines([name, ...own.pinyin, ...own.initials]),
    others: lines([...numbers, ...phones.map(phone => phone.replace(/\D/g, '')), ...people]),
  }
}

/** The words of a search, each of which has to be found. Telephone numbers are looked for without blanks and hyphens. */
export function searchWords(typed: string): string[] {
  const text = fold(typed).replace(/^kh-(?=\d)/, '') // screens show customer 0123 as KH-0123
  if (/^[\d\s()+-]*\d[\d\s()+-]*$/.test(text)) return [text.replace(/\D/g, '')]
  return text
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, mostWords)
}

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
