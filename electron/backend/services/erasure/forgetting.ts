import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import {
  boxesOfPerson,
  type ErasureScope,
  isErasable,
  subjectPattern,
  takesAccount,
} from '../../../../shared/domain/erasure.ts'
import { isFreeText } from '../../../../shared/domain/free-text.ts'
import { accountBoxes, accountPath, isIndividual, ownerSubject } from '../../../../shared/domain/personal.ts'
import type { Connection } from '../../database/connection.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import {
  cardsEverMerged,
  storedHistory,
  storedItems,
  storedMerges,
  storedRequests,
} from '../../repositories/erased-rows.ts'
import { allNames } from '../../repositories/involvement.ts'
import { cardsOfSame } from '../../repositories/merged-cards.ts'
import { type Mentions, mentionsOf, type Telling } from './mentions.ts'

/** Whose values go: boxes of the cards that mean this customer, and what they have ever said. */
export interface Forgetting {
  readonly boxes: ReadonlyMap<number, ReadonlySet<Path>>
  /** Where the person stands on each of these cards. */
  readonly subjects: ReadonlyMap<number, readonly string[]>
  /** Cards that were merged with one of them once and live on their own again. */
  readonly parted: readonly number[]
  /** Answers as JSON by the key of their box. */
  readonly said: ReadonlyMap<string, ReadonlySet<string>>
  /** Finds the person in sentences. */
  readonly mentions: Mentions
}

type Said = Map<Path, Set<string>>

/**
 * Finds where the data of a person lie. On the card it is the place in the table, whoever stood there before; on a card that was merged
 * into it, it is whoever has the same name, or stands in the same place and gave one answer alike. The account of an individual is that
 * of the first person in charge; a firm's stays. Throws SqliteError.
 */
export function forgettingOf(db: Connection, customerId: number, subject: string, scope: ErasureScope): Forgetting {
  const cards = cardsOfSame(db, customerId)
  const own = saidOf(db, customerId)
  const person = aboutPerson(own, subject)
  const ownsAccount = subject === ownerSubject && isIndividual(loadCustomerValues(db, customerId) ?? {})
  const boxes = new Map<number, ReadonlySet<Path>>()
  const subjectsOn = new Map<number, readonly string[]>()
  const said = new Map<string, Set<string>>()
  for (const card of cards) {
    const there = card === customerId ? own : saidOf(db, card)
    const subjects = card === customerId ? [subject] : subjectsIn(there).filter(other => isSame(other, there))
    const hasAccount = card === customerId ? ownsAccount : isAccountOf(card, subjects, there)
    const account = hasAccount && takesAccount(scope) ? accountBoxes : []
    const paths = new Set([...subjects.flatMap(other => boxesOfPerson(other, scope)), ...account])
    subjectsOn.set(card, subjects)
    boxes.set(card, paths)
    for (const path of paths)
      for (const answer of there.get(path) ?? [])
        said.set(keyOf(path), (said.get(keyOf(path)) ?? new Set()).add(answer))
  }
  const known = { boxes, said }
  const mentions = mentionsOf(tellingsOf(known), {
    names: allNames(db).map(({ name }) => name),
    values: otherValues(db, boxes),
  })
  return {
    ...known,
    mentions,
    subjects: subjectsOn,
    parted: cardsEverMerged(db, customerId).filter(card => !boxes.has(card)),
  }

  function isSame(other: string, there: Said): boolean {
    const found = aboutPerson(there, other)
    const isAlike = (key: string) => [...(found.get(key) ?? [])].some(answer => person.get(key)?.has(answer))
    return isAlike('name') || (other === subject && tellingKeys.some(isAlike))
  }

  function isAccountOf(card: number, subjects: readonly string[], there: Said): boolean {
    const values = loadCustomerValues(db, card) ?? {}
    const isLike = isIndividual(values) || (ownsAccount && textAt(values, 'customer.ownershipType') === '')
    const isSameAccount = [...(there.get(accountPath) ?? [])].some(answer => own.get(accountPath)?.has(answer))
    return (isLike && subjects.includes(ownerSubject)) || (ownsAccount && isSameAccount)
  }
}

/** What the cards go on saying of somebody or something else. */
function otherValues(db: Connection, boxes: Forgetting['boxes']): string[] {
  return [...boxes].flatMap(([card, paths]) =>
    Object.entries(loadCustomerValues(db, card) ?? {}).flatMap(([path, value]) =>
      typeof value === 'string' && !paths.has(path) && !isFreeText(path) ? [value] : [],
    ),
  )
}

// Two people rarely share one of these, and often a sex or a nationality.
const tellingKeys = ['phone', 'homePhone', 'homeAddress']

/** What a box is called wherever its person stands. */
export function keyOf(path: Path): string {
  return subjectPattern.test(path.slice(0, path.lastIndexOf('.'))) ? (path.split('.').at(-1) ?? path) : path
}

function aboutPerson(said: Said, subject: string): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [...said].flatMap(([path, answers]) => (path.startsWith(`${subject}.`) ? [[keyOf(path), answers]] : [])),
  )
}

function subjectsIn(said: Said): string[] {
  return [...new Set([...said.keys()].map(path => path.slice(0, path.lastIndexOf('.'))))].filter(subject =>
    subjectPattern.test(subject),
  )
}

/** Every answer that a card is known to have had about people, by its box. */
function saidOf(db: Connection, card: number): Said {
  const said: Said = new Map()
  const hear = (path: Path, value: Value | undefined) => {
    const isAsked = path.startsWith('people.') || path.startsWith('credit.owner.') || accountBoxes.includes(path)
    if (isAsked && isErasable(value)) said.set(path, (said.get(path) ?? new Set()).add(JSON.stringify(value)))
  }
  const hearAll = (values: Values) => Object.entries(values).forEach(([path, value]) => hear(path, value))
  hearAll(loadCustomerValues(db, card) ?? {})
  for (const { path, old, new: now } of [
    ...storedHistory(db, card),
    ...storedRequests(db, card).flatMap(({ id }) => storedItems(db, id)),
  ])
    for (const side of [old, now]) hear(path, JSON.parse(side) as Value)
  for (const { keepId, dropId, keepBefore, dropBefore } of storedMerges(db, [card])) {
    if (keepId === card) hearAll(JSON.parse(keepBefore) as Values)
    if (dropId === card) hearAll(JSON.parse(dropBefore) as Values)
  }
  return said
}

const ownTexts: ReadonlySet<string> = new Set(['name', 'phone', 'homePhone', 'homeAddress'])
const shortestText = 4
const kinds: Readonly<Record<string, Telling['kind']>> = {
  name: 'name',
  phone: 'phone',
  homePhone: 'phone',
  homeAddress: 'address',
  [accountPath]: 'account',
}

/** Texts that tell this person from others wherever they stand; short answers such as 汉 or 经理 stand everywhere, and so does a bank. */
export function tellingTexts(forgetting: Pick<Forgetting, 'said' | 'boxes'>): string[] {
  return saidTexts(forgetting)
    .filter(({ key, text }) => text.length >= (ownTexts.has(key) ? 2 : shortestText))
    .map(({ text }) => text)
}

/** What tells this person from others in sentences; a position says nothing of whom it is. */
function tellingsOf(forgetting: Pick<Forgetting, 'said' | 'boxes'>): Telling[] {
  return saidTexts(forgetting)
    .filter(({ key }) => key !== 'position')
    .map(({ key, text, isDelicate }) => ({ kind: kinds[key] ?? 'text', text, isDelicate }))
}

function saidTexts({
  said,
  boxes,
}: Pick<Forgetting, 'said' | 'boxes'>): { key: string; text: string; isDelicate: boolean }[] {
  const fields = new Map(
    [...boxes.values()].flatMap(paths => [...paths].map(path => [keyOf(path), boxAt(path)?.field])),
  )
  return [...said].flatMap(([key, answers]) => {
    const field = fields.get(key)
    if ((field?.kind !== 'text' && field?.kind !== 'longText') || key === 'customer.bankName') return []
    const isDelicate = field.delicate === true
    return [...answers].map(answer => ({ key, text: String(JSON.parse(answer)), isDelicate }))
  })
}
