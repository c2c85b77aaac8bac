import type { Output } from '../../shared/contract/contract.ts'
import { foldWidth } from '../../shared/domain/width.ts'

/** Somebody in a list to choose from. */
export interface PersonOption {
  readonly value: number
  readonly label: string
  readonly readings: readonly string[]
}

/** People as a list offers them. */
export function personOptions(people: Output<'accounts.people'>['people'] = []): PersonOption[] {
  return people.map(({ id, name, readings }) => ({ value: id, label: name, readings }))
}

/** How such a list is searched: by name, pinyin and its first letters, as customers are (rules 15). */
export const searchOfPeople = { filterOption: isSearched }

function isSearched(typed: string, person: PersonOption | undefined): boolean {
  const text = plain(typed)
  return person !== undefined && [plain(person.label), ...person.readings].some(said => said.includes(text))
}

const plain = (text: string) => foldWidth(text).toLowerCase().replace(/[\s']/g, '')
