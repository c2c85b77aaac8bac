import { columnsOf } from '../../../shared/catalogue/derive/columns.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { type FreeTextKind, isFreeText } from '../../../shared/domain/free-text.ts'
import { all, type Connection, each } from '../database/connection.ts'
import { creditTexts, type StoredText, storedTexts, toldTexts } from './free-texts.ts'

/** A sentence about another customer; in a box, `kind` is `other` and `detail` its path, and `history` where it stood there earlier. */
export interface OtherText {
  /** Nothing where it is about many customers at once. */
  readonly customerNo: string | null
  readonly kind: FreeTextKind
  readonly record: string
  readonly detail: string
  readonly text: string
}

const these = '(SELECT value FROM json_each(@cards))'

/** The sentences about all customers but these that say something. Throws SqliteError. */
export function textsOfOthers(db: Connection, cards: readonly number[], says: (text: string) => boolean): OtherText[] {
  const present = onCards(db, cards, says)
  return [...present, ...earlierOnCards(db, cards, says, present), ...besideCards(db, cards, says)]
}

// Beside its boxes a card has a reason or two of its own, and those are read with the boxes.
const ownKinds: ReadonlySet<FreeTextKind> = new Set(['extra', 'card'])

/** What was written with the applications, checks, consents and everything else of other customers. */
function besideCards(db: Connection, cards: readonly number[], says: (text: string) => boolean): OtherText[] {
  const sql = `SELECT id, customer_no AS customerNo FROM customers WHERE id NOT IN ${these}`
  const others = all<{ id: number; customerNo: string }>(db, sql, { cards: JSON.stringify(cards) })
  const numbers = new Map(others.map(({ id, customerNo }) => [id, customerNo]))
  const ids = [...numbers.keys()]
  // What stands between one of these and another customer is a sentence about both.
  const own = new Set(storedTexts(db, cards).map(keyOf))
  const stored = storedTexts(db, ids).filter(text => !ownKinds.has(text.kind) && !own.has(keyOf(text)))
  return [...stored, ...toldTexts(db, ids)]
    .filter(({ text }) => says(text))
    .map(({ customer, kind, record, detail, text }) => ({
      customerNo: customer === null ? null : (numbers.get(customer) ?? null),
      kind,
      record,
      detail,
      text,
    }))
}

function keyOf({ source, row, customer, record, detail, text }: StoredText): string {
  return `${source} ${row ?? `${customer} ${record} ${detail} ${text}`}`
}

const cardTexts = columnsOf('customer').filter(({ field }) => isFreeText(`customer.${field.key}`))

// What is written of somebody in a row of people, and what stands beside the boxes of a card.
const besideBoxes = `SELECT customer_id, 'people.' || role || '.' || place || '.quality' AS path, quality AS text FROM people WHERE quality IS NOT NULL
  UNION ALL SELECT customer_id, 'extra.' || box_id, text_value FROM extra_answers WHERE text_value IS NOT NULL
  UNION ALL SELECT customer_id, 'card.noCodeReason', no_code_reason FROM card_facts WHERE no_code_reason IS NOT NULL
  UNION ALL SELECT id, 'card.archiveReason', archive_reason FROM customers WHERE archive_reason IS NOT NULL`

interface BoxText {
  readonly customerNo: string
  readonly path: Path
  readonly text: string
}

/** A card is read as one text first, which is what makes it quick: most cards say nothing of whoever is looked for. */
function onCards(db: Connection, cards: readonly number[], says: (text: string) => boolean): OtherText[] {
  const parts = [
    { texts: cardTexts, record: 'customer', from: 'customers t JOIN customers c ON c.id = t.id' },
    { texts: creditTexts, record: 'credit', from: 'credit_files t JOIN customers c ON c.id = t.customer_id' },
  ]
  const beside = all<BoxText>(
    db,
    `SELECT c.customer_no AS customerNo, t.path, t.text FROM (${besideBoxes}) t JOIN customers c ON c.id = t.customer_id
      WHERE c.id NOT IN ${these}`,
    { cards: JSON.stringify(cards) },
  ).filter(({ text }) => says(text))
  const inBoxes = parts.flatMap(({ texts, record, from }) => {
    // No pattern reaches over this sign from one box into the next.
    const joined = texts.map(({ name }) => `coalesce(t.${name}, '')`).join(` || char(1) || `)
    // oxlint-disable-next-line kehu/bound-sql -- the catalogue names the columns
    const sql = `SELECT c.customer_no AS customerNo, ${joined} AS text FROM ${from} WHERE c.id NOT IN ${these}`
    return all<Omit<BoxText, 'path'>>(db, sql, { cards: JSON.stringify(cards) })
      .filter(({ text }) => says(text))
      .flatMap(({ customerNo, text }) =>
        text.split('\u0001').flatMap((part, index) => {
          const key = texts[index]?.field.key
          return key !== undefined && says(part) ? [{ customerNo, path: `${record}.${key}`, text: part }] : []
        }),
      )
  })
  return [...inBoxes, ...beside].map(({ customerNo, path, text }) => ({
    customerNo,
    kind: 'other' as const,
    record: '',
    detail: path,
    text,
  }))
}

/**
 * What boxes said earlier and do not say any more. What was submitted with an application stands here too, once the box says something
 * else.
 */
function earlierOnCards(
  db: Connection,
  cards: readonly number[],
  says: (text: string) => boolean,
  present: readonly OtherText[],
): OtherText[] {
  const keyIn = (customerNo: string | null, path: Path, text: string) => `${customerNo} ${path} ${text}`
  const listed = new Set(present.map(({ customerNo, detail, text }) => keyIn(customerNo, detail, text)))
  const sides = `SELECT c.customer_no AS customerNo, h.path, side.value AS text
    FROM history h JOIN customers c ON c.id = h.customer_id, json_each('[' || h.old || ',' || h.new || ']') side
    WHERE c.id NOT IN ${these} AND side.type = 'text'`
  const earlier: OtherText[] = []
  for (const { customerNo, path, text } of each<BoxText>(db, sides, { cards: JSON.stringify(cards) })) {
    if (!isFreeText(path) || !says(text)) continue
    const key = keyIn(customerNo, path, text)
    if (!listed.has(key)) earlier.push({ customerNo, kind: 'history', record: '', detail: path, text })
    listed.add(key)
  }
  return earlier
}
