import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import { foldedName } from '../../../../shared/domain/names.ts'
import type { Connection } from '../../database/connection.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { allNames, countingEdits, handsOn } from '../../repositories/involvement.ts'
import { cardsOfSame } from '../../repositories/merged-cards.ts'

/** The boxes of the card and the file that name who won the customer and who filled them in. */
const namingBoxes = ['customer.developedBy', 'customer.filledBy', 'credit.filledBy']

/**
 * Everybody who never signs, verifies or confirms anything of this customer, by any road: whoever had a hand in its card or in one that
 * is merged with it, since a merge takes nobody's hand away (rules 1, 3, 22). Throws SqliteError.
 */
export function excludedPersons(db: Connection, customerId: number): ReadonlySet<number> {
  return new Set(cardsOfSame(db, customerId).flatMap(card => handsInCard(db, card)))
}

/**
 * Who made or filled in a card or its present credit file, asked for its limit, is responsible for it, or is named in it as having won
 * it or filled it in.
 */
function handsInCard(db: Connection, customerId: number): number[] {
  // Signatures and limits are written into boxes of the card, too; they are the opposite of filling it in.
  const editors = countingEdits(db, customerId).filter(({ path }) => boxAt(path)?.field.setBy === undefined)
  const values = loadCustomerValues(db, customerId) ?? {}
  const named = new Set(namingBoxes.flatMap(path => namesIn(textAt(values, path))))
  const namesakes = allNames(db).filter(({ name }) => named.has(foldedName(name)))
  return [...handsOn(db, customerId), ...editors.map(({ actorId }) => actorId), ...namesakes.map(({ id }) => id)]
}

/** A box may name several people, or one and what they are; a blank stands between two of them, or between the signs of one name. */
function namesIn(text: string): string[] {
  const listed = text.split(/[、,，;；/／|｜&＆+＋()（）[\]【】:：]+/)
  return [text, ...listed, ...listed.flatMap(name => name.split(/\s+/))].map(foldedName).filter(name => name !== '')
}
