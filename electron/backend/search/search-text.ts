import { splitPhones } from '../../../shared/domain/contact.ts'
import { shownPrefix } from '../../../shared/domain/customer-number.ts'
import { isPersonalTaxNo } from '../../../shared/domain/private-numbers.ts'
import { textAt } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../shared/catalogue/field.ts'
import { type FactKind, factKinds } from '../../../shared/domain/fact-kinds.ts'
import { fold } from './fold.ts'
import { nameReadings, personReadings, type Readings } from './pinyin.ts'

/** What a search looks through. */
export interface SearchText {
  /** One fact a line, folded; its first sign tells the kind, names come first. */
  readonly facts: string
  /** Line by line what is shown for the fact where that is something else; lines at the end that say nothing are left out. */
  readonly shown: string
}

/** The sign that a fact of this kind begins with; nobody can type it. */
export function kindSign(kind: FactKind): string {
  return String.fromCharCode(1 + factKinds.indexOf(kind))
}

/** The kind of a fact by the sign that it begins with. */
export function kindOf(fact: string): FactKind | undefined {
  return factKinds[fact.charCodeAt(0) - 1]
}

const personBox = /^people\.(\w+)\.(\d+)\.(name|phone)$/
const cardPaths: readonly Path[] = ['customer.cardNo', 'credit.cardNo']
const codePaths: readonly Path[] = ['customer.businessRegNo', 'customer.taxNo']
const searched: ReadonlySet<Path> = new Set([
  'customer.name',
  'customer.customerNo',
  'customer.phone',
  'customer.fax',
  ...cardPaths,
  ...codePaths,
])

/** Whether a box has a part in the search. */
export function isSearched(path: Path): boolean {
  return searched.has(path) || personBox.test(path)
}

interface Fact {
  readonly kind: FactKind
  readonly text: string
  readonly shown?: string
  /** Signs of syllables, which folding would take away. */
  readonly signs?: true
}

/**
 * What a customer can be found by (rules.md 15), also under names and numbers that it had; delicate boxes are not
 * among it, nor is a tax number that is a person's identity number.
 */
export function searchText(
  values: Values,
  otherNames: readonly string[] = [],
  oldNumbers: readonly string[] = [],
): SearchText {
  return lines([
    ...named('name', textAt(values, 'customer.name'), nameReadings),
    { kind: 'number', text: textAt(values, 'customer.customerNo') },
    ...cardPaths.flatMap(path => numbered('card', textAt(values, path))),
    ...[...codePaths.map(path => textAt(values, path)), ...oldNumbers].flatMap(coded),
    ...['customer.phone', 'customer.fax'].flatMap(path => reached(textAt(values, path))),
    ...peopleFacts(values),
    ...otherNames.flatMap(name => named('former', name, nameReadings)),
  ])
}

function peopleFacts(values: Values): Fact[] {
  return Object.keys(values).flatMap(path => {
    const [, role, place, key] = personBox.exec(path) ?? []
    if (key === 'name') return named('contact', textAt(values, path), personReadings)
    return key === 'phone' ? reached(textAt(values, path), textAt(values, `people.${role}.${place}.name`)) : []
  })
}

/** A name with its readings; whoever is found by a reading is shown by name. */
function named(kind: FactKind, name: string, readings: (name: string) => Readings): Fact[] {
  if (name === '') return []
  const { initials, sounds } = readings(name)
  return [
    ...[name, ...initials].map(text => ({ kind, text, shown: name })),
    ...sounds.map(text => ({ kind, text, shown: name, signs: true as const })),
  ]
}

/** A search for digits and hyphens is one for digits, so a number that is typed so is found by its digits. */
function numbered(kind: FactKind, number: string): Fact[] {
  const facts = spacedDigits.test(fold(number)) ? [number, digits(fold(number))] : [number]
  return facts.map(text => ({ kind, text, shown: number }))
}

const coded = (number: string): Fact[] => (isPersonalTaxNo(number) ? [] : numbered('code', number))

function reached(phones: string, person = ''): Fact[] {
  return splitPhones(phones).map(phone => ({ kind: 'phone', text: digits(phone), shown: `${person} ${phone}`.trim() }))
}

function lines(facts: readonly Fact[]): SearchText {
  const shownBy = new Map<string, string>()
  for (const { kind, text, shown = text, signs } of facts) {
    const line = signs ? text : fold(text).replace(/\s+/g, ' ').trim()
    const known = shownBy.has(kindSign(kind) + line)
    // The name of the customer stands in the row that the hit is shown in.
    if (line !== '' && !known) shownBy.set(kindSign(kind) + line, shown === line || kind === 'name' ? '' : shown)
  }
  const shown = [...shownBy.values()].map(text => text.replace(/\s+/g, ' '))
  return { facts: `\n${[...shownBy.keys()].join('\n')}\n`, shown: shown.join('\n').trimEnd() }
}

/** The words of a search, each of which has to be found. Telephone numbers are looked for without blanks and hyphens. */
export function searchWords(typed: string): string[] {
  const text = fold(typed).trim().replace(shownPrefix, '').replace(fromAbroad, '')
  if (spacedDigits.test(text)) return [digits(text)]
  return text
    .replace(scriptsMeet, ' ')
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, mostWords)
}

// A telephone shows who is calling with the country; cards seldom say it.
const fromAbroad = /^(\+|00)86[ -]?(?=\d)/
const spacedDigits = /^[\d\s()+-]*\d[\d\s()+-]*$/
// 杭州mz means 杭州 and mz.
const scriptsMeet = /(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z])(?=\p{Script=Han})/gu

const digits = (text: string): string => text.replace(/\D/g, '')

// More words than these narrow nothing down; the bound keeps the statement small.
const mostWords = 8
