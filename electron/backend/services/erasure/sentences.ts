import { mayRead } from '../../../../shared/catalogue/derive/sections.ts'
import type { VerificationFacts } from '../../../../shared/contract/attachment-calls.ts'
import type { FreeTextPlace } from '../../../../shared/contract/erasure-calls.ts'
import { splitPhones } from '../../../../shared/domain/contact.ts'
import { erasedMark } from '../../../../shared/domain/erased-mark.ts'
import { type FreeTextKind, isFreeText } from '../../../../shared/domain/free-text.ts'
import type { Right } from '../../../../shared/domain/roles.ts'
import type { Connection } from '../../database/connection.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { storedHistory, storedRequests } from '../../repositories/erased-rows.ts'
import { putText, storedTexts, textsOfOthers } from '../../repositories/free-texts.ts'
import { verificationsOfCards } from '../../repositories/recorded-decisions.ts'
import { type Forgetting, tellingTexts } from './forgetting.ts'

/** Takes the person out of the sentences beside the boxes that may change; answers out of how many. Throws SqliteError. */
export function eraseSentences(db: Connection, { boxes, mentions }: Forgetting): number {
  let count = 0
  for (const stored of storedTexts(db, [...boxes.keys()])) {
    const left = stored.row === null ? stored.text : mentions.blackOut(stored.text)
    if (left === stored.text) continue
    putText(db, stored, left)
    count += 1
  }
  return count
}

/**
 * What is left of what somebody found out or was told: nothing where it is one of the texts that tell of the person, however its digits
 * are grouped, else the sentence without the person.
 */
export function leftOfText(forgetting: Forgetting): (text: string) => string {
  const known = new Set(
    tellingTexts(forgetting)
      .flatMap(text => [text, ...splitPhones(text)])
      .map(ungrouped),
  )
  return text => (known.has(ungrouped(text)) ? erasedMark : forgetting.mentions.blackOut(text))
}

const ungrouped = (text: string) => text.replace(/[\s-]/g, '')

/** A sentence, and whether its words may change. */
interface Sentence {
  readonly kind: FreeTextKind
  readonly record: string
  readonly detail: string
  readonly text: string
  readonly mayChange: boolean
}

/**
 * Every sentence in which somebody is spoken of, and whether an erasure leaves something of it for a person to look at: what was signed,
 * decided or logged, what stands in boxes that mean somebody or something else or on cards of other customers, and names too short to be
 * sure of. Throws SqliteError.
 */
export function placesOf(
  db: Connection,
  forgetting: Forgetting,
  { rights, going }: { readonly rights: readonly Right[]; readonly going: ReadonlySet<string> },
): FreeTextPlace[] {
  const { boxes, mentions } = forgetting
  const cards = [...boxes.keys()]
  const left = leftOfText(forgetting)
  const present = [...boxes].flatMap(([card, paths]) => inBoxes(db, card, paths))
  const past = [...boxes].flatMap(([card, paths]) => inHistory(db, card, paths))
  const beside = storedTexts(db, cards)
    .filter(({ kind, text }) => kind !== 'paper' || !going.has(text))
    .map(({ row, ...stored }) => ({ ...stored, mayChange: row !== null }))
  // What is nothing but a name or a number is a box like others, and goes with them.
  const told = [...inChecks(db, cards), ...inCallbacks(db, cards)].filter(({ text }) => left(text) !== erasedMark)
  const found = [...present, ...past, ...beside, ...told, ...onOtherCards(db, cards, mentions.isIn)]
    .filter(({ text }) => mentions.isIn(text))
    .map(sentence => ({ ...sentence, stays: !sentence.mayChange || mentions.isIn(mentions.blackOut(sentence.text)) }))
  const listed = new Set<string>()
  return found.flatMap(({ kind, record, detail, text, stays }) => {
    // The log repeats what was signed, and the history what the box says: one line for each is enough.
    const key = kind === 'history' ? detail : kind === 'log' ? text : `${kind} ${record} ${detail} ${text}`
    if (listed.has(key) || (kind === 'history' && !stays)) return []
    listed.add(key).add(kind === 'box' ? detail : stays ? text : key)
    return [{ kind, record, detail, stays, excerpt: mayBeTold(kind, detail, rights) ? mentions.excerpt(text) : null }]
  })
}

function inBoxes(db: Connection, card: number, paths: ReadonlySet<string>): Sentence[] {
  return Object.entries(loadCustomerValues(db, card) ?? {}).flatMap(([path, text]) =>
    typeof text === 'string' && !paths.has(path)
      ? [{ kind: 'box' as const, record: '', detail: path, text, mayChange: isFreeText(path) }]
      : [],
  )
}

function inHistory(db: Connection, card: number, paths: ReadonlySet<string>): Sentence[] {
  return storedHistory(db, card).flatMap(({ path, old, new: now }) =>
    [now, old].flatMap(side => {
      const text: unknown = JSON.parse(side)
      return typeof text === 'string' && !paths.has(path)
        ? [{ kind: 'history' as const, record: '', detail: path, text, mayChange: isFreeText(path) }]
        : []
    }),
  )
}

/** What other customers' cards say is theirs: it is listed for a person to look at, and never changed. */
function onOtherCards(db: Connection, cards: readonly number[], says: (text: string) => boolean): Sentence[] {
  return textsOfOthers(db, cards, says).map(({ customerNo, path, text }) => ({
    kind: 'other' as const,
    record: customerNo,
    detail: path,
    text,
    mayChange: false,
  }))
}

function inChecks(db: Connection, cards: readonly number[]): Sentence[] {
  return verificationsOfCards(db, cards).flatMap(({ facts, note, checkedOn }) => {
    const found = JSON.parse(facts) as VerificationFacts
    const texts = [note, ...Object.values(found)].filter(text => typeof text === 'string')
    const about = { kind: 'verification' as const, record: checkedOn, detail: found.item }
    return texts.map(text => ({ ...about, text, mayChange: true }))
  })
}

function inCallbacks(db: Connection, cards: readonly number[]): Sentence[] {
  return cards
    .flatMap(card => storedRequests(db, card))
    .flatMap(({ id, callback }) =>
      Object.values(callback === null ? {} : (JSON.parse(callback) as Readonly<Record<string, unknown>>))
        .filter(text => typeof text === 'string')
        .map(text => ({ kind: 'change' as const, record: String(id), detail: 'callback', text, mayChange: true })),
    )
}

const rightFor: Readonly<Partial<Record<FreeTextKind, Right>>> = {
  application: 'approval.read',
  comment: 'approval.read',
  opinion: 'approval.read',
  packet: 'approval.read',
  verification: 'approval.read',
  change: 'approval.read',
  paper: 'credit.read',
  log: 'audit.read',
}

/** Whoever erases need not be somebody who may read everything. */
function mayBeTold(kind: FreeTextKind, detail: string, rights: readonly Right[]): boolean {
  if (kind === 'box' || kind === 'history' || kind === 'other') return mayRead(detail, rights)
  const right = rightFor[kind]
  return right === undefined || rights.includes(right)
}
