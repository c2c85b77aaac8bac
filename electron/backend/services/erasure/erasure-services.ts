import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { erasureCalls, FreeTextPlace } from '../../../../shared/contract/erasure-calls.ts'
import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import type { Context } from '../context.ts'
import type { ServiceTable } from '../service-table.ts'
import { backupsLeft } from './backups-left.ts'
import { identityCards, papersOf } from './erase-papers.ts'
import { forgettingOf } from './forgetting.ts'
import { placesOf } from './places.ts'
import { erasePerson, tryErasure } from './erase-person.ts'

// What is left is told once, so that all of it has to be on the screen before the person is gone.
const mostPlaces = 5000

/** What an erasure would be about. Throws CallFailure `not-found`, `busy`. */
function previewErasure(
  context: Context,
  input: Checked<'personal.erasurePreview'>,
): Output<'personal.erasurePreview'> {
  const { db, dataDir, clock, actor } = context
  const { customerId, subject } = input
  const { obstacles, counts } = tryErasure(context, input)
  const papers = papersOf(db, input)
  const going = new Set(papers.map(({ id }) => id))
  const places = placesOf(db, forgettingOf(db, customerId, subject, input.scope), {
    rights: actor.rights,
    going: new Set(papers.map(({ fileName }) => fileName)),
  })
  return {
    counts,
    obstacles: [...obstacles],
    papers: identityCards(db, customerId).map(({ id, fileName, addedAt }) => ({
      id,
      fileName,
      addedAt,
      goes: going.has(id),
    })),
    places: places.sort((a, b) => rank(a) - rank(b)).slice(0, mostPlaces),
    placesTotal: places.length,
    elsewhere: namesakesOf(db, customerId, subject),
    backups: backupsLeft(dataDir, clock()),
  }
}

const rank = ({ byChance, stays }: FreeTextPlace) => (byChance ? 2 : stays ? 0 : 1)

function namesakesOf(db: Context['db'], customerId: number, subject: string): string[] {
  const values = loadCustomerValues(db, customerId) ?? {}
  const name = textAt(values, `${subject}.name`)
  if (name === '') return []
  return Object.keys(values).flatMap(path => {
    const [, other] = /^(people\.\w+\.\d+)\.name$/.exec(path) ?? []
    return other !== undefined && other !== subject && values[path] === name ? [other] : []
  })
}

/** Erasing a person whose data the company keeps. */
export const erasureServices = {
  'personal.erasurePreview': previewErasure,
  'personal.erase': erasePerson,
} satisfies Pick<ServiceTable, keyof typeof erasureCalls>
