import { mayRead } from '../../../../shared/catalogue/derive/sections.ts'
import type { FreeTextPlace } from '../../../../shared/contract/erasure-calls.ts'
import { erasedMark } from '../../../../shared/domain/erased-mark.ts'
import { type FreeTextKind, isFreeText } from '../../../../shared/domain/free-text.ts'
import type { Right } from '../../../../shared/domain/roles.ts'
import type { Connection } from '../../database/connection.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { storedHistory } from '../../repositories/erased-rows.ts'
import { storedTexts, toldTexts } from '../../repositories/free-texts.ts'
import { textsOfOthers } from '../../repositories/texts-of-others.ts'
import type { Forgetting } from './forgetting.ts'
import { leftOfText } from './sentences.ts'

/** A sentence, and whether its words may change. */
interface Sentence {
  /** Whose it is where it is another customer's. */
  readonly customerNo: string | null
  readonly kind: FreeTextKind
  readonly record: string
  readonly detail: string
  readonly text: string
  readonly mayChange: boolean
}

/**
 * Every sentence in which somebody is spoken of, and whether an erasure leaves something of it for a person to look at: what was signed,
 * decided or logged, what stands in boxes that mean somebody or something else or about other customers, and names too short to be
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
    .map(({ row, ...stored }) => ({ ...stored, customerNo: null, mayChange: row !== null }))
  // What is nothing but a name or a number is a box like others, and goes with them.
  const told = toldTexts(db, cards)
    .filter(({ text }) => left(text) !== erasedMark)
    .map(found => ({ ...found, customerNo: null, mayChange: true }))
  const found = [...present, ...past, ...beside, ...told, ...ofOthers(db, cards, mentions.isIn)]
    .filter(({ text }) => mentions.isIn(text))
    .map(sentence => ({ ...sentence, stays: !sentence.mayChange || mentions.isIn(mentions.blackOut(sentence.text)) }))
  const listed = new Set<string>()
  return found.flatMap(({ customerNo, kind, record, detail, text, stays }) => {
    // The log repeats what was signed, and the history what the box says: one line for each is enough.
    const isPast = kind === 'history' && customerNo === null
    const key = isPast ? detail : kind === 'log' ? text : `${customerNo ?? ''} ${kind} ${record} ${detail} ${text}`
    if (listed.has(key) || (isPast && !stays)) return []
    listed.add(key).add(kind === 'box' ? detail : stays ? text : key)
    const excerpt = mayBeTold(kind, detail, rights) ? mentions.excerpt(text) : null
    const byChance = stays && mentions.isByChance(text, customerNo !== null)
    return [{ customerNo, kind, record, detail, stays, byChance, excerpt }]
  })
}

function inBoxes(db: Connection, card: number, paths: ReadonlySet<string>): Sentence[] {
  return Object.entries(loadCustomerValues(db, card) ?? {}).flatMap(([path, text]) =>
    typeof text === 'string' && !paths.has(path)
      ? [{ customerNo: null, kind: 'box' as const, record: '', detail: path, text, mayChange: isFreeText(path) }]
      : [],
  )
}

function inHistory(db: Connection, card: number, paths: ReadonlySet<string>): Sentence[] {
  return storedHistory(db, card).flatMap(({ path, old, new: now }) =>
    [now, old].flatMap(side => {
      const text: unknown = JSON.parse(side)
      return typeof text === 'string' && !paths.has(path)
        ? [{ customerNo: null, kind: 'history' as const, record: '', detail: path, text, mayChange: isFreeText(path) }]
        : []
    }),
  )
}

/** What was written about other customers is theirs: it is listed for a person to look at, and never changed. */
function ofOthers(db: Connection, cards: readonly number[], says: (text: string) => boolean): Sentence[] {
  return textsOfOthers(db, cards, says).map(text => ({ ...text, mayChange: false }))
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
