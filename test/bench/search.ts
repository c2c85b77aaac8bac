import { all } from '../../electron/backend/database/connection.ts'
import { createRandom, type Random } from '../../electron/backend/sample/random.ts'
import { nameReadings } from '../../electron/backend/search/pinyin.ts'
import { pageSize } from '../../shared/contract/list-shapes.ts'
import { textAt } from '../../shared/catalogue/derive/value.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import { splitPhones } from '../../shared/domain/contact.ts'
import type { Desk } from './desk.ts'
import { type Measurement, type Series, timed } from './measure.ts'

/** What people type, out of the card of the customer they look for; nothing where the card does not say it. */
const kinds: Readonly<Record<string, (values: Values, random: Random) => string | undefined>> = {
  'search: two characters of the name': (values, random) => piece(textAt(values, 'customer.name'), 2, random),
  'search: four pinyin initials': (values, random) =>
    piece(nameReadings(textAt(values, 'customer.name')).initials[0] ?? '', 4, random),
  'search: last four digits of a telephone': values =>
    splitPhones(textAt(values, 'customer.phone'))[0]?.replace(/\D/g, '').slice(-4),
}

const pagesPerRound = 20
const scan = 'SELECT customer_id AS id FROM customer_search WHERE facts LIKE @part'

/** The first page of the list, in the order in which it opens. */
export async function measureFirstPage(desk: Desk, customers: number, rounds: number): Promise<Measurement> {
  const page = {
    search: '',
    archived: false,
    sort: 'customer.name',
    descending: false,
    offset: 0,
    limit: pageSize,
  } as const
  const series: Series[] = []
  for (let round = 0; round <= rounds; round++) {
    const times: Series = []
    for (let count = 0; count < pagesPerRound; count++)
      times.push((await timed(() => desk.ask('customers.list', page))).ms)
    if (round > 0) series.push(times)
  }
  return { work: 'the first page of the list', customers, unit: 'ms', rounds: series }
}

/** Searches of every kind, each beside a plain LIKE scan of the same table for the same text. */
export async function measureSearch(desk: Desk, customers: number, rounds: number): Promise<Measurement[]> {
  const perRound = customers > 10_000 ? 25 : 100
  const measured: Measurement[] = []
  for (const [work, part] of Object.entries(kinds)) {
    const ours: Series[] = []
    const scans: Series[] = []
    // The first round is for the caches and the compiler alone.
    for (let round = 0; round <= rounds; round++) {
      const texts = await typedTexts(desk, customers, perRound, createRandom(round, work.length), part)
      const series = await searchAll(desk, texts)
      if (round === 0) continue
      ours.push(series.ours)
      scans.push(series.scans)
    }
    measured.push({ work, customers, unit: 'ms', rounds: ours, beside: { what: 'LIKE scan', rounds: scans } })
  }
  return measured
}

async function searchAll(desk: Desk, texts: readonly string[]): Promise<{ ours: Series; scans: Series }> {
  const ours: Series = []
  const scans: Series = []
  const page = { archived: false, sort: 'customer.name', descending: false, offset: 0, limit: pageSize } as const
  for (const search of texts) {
    const found = await timed(() => desk.ask('customers.list', { ...page, search }))
    const scanned = await timed(() => all<{ id: number }>(desk.db, scan, { part: `%${search}%` }))
    // Both look through the same facts; a search that finds something else measures something else.
    if (found.answer.total === 0 || found.answer.total !== scanned.answer.length)
      throw new Error(`a search found ${found.answer.total} customers, the scan ${scanned.answer.length}`)
    ours.push(found.ms)
    scans.push(scanned.ms)
  }
  return { ours, scans }
}

async function typedTexts(
  desk: Desk,
  customers: number,
  count: number,
  random: Random,
  part: (values: Values, random: Random) => string | undefined,
): Promise<string[]> {
  const texts: string[] = []
  while (texts.length < count) {
    const { values } = await desk.ask('customers.open', { id: random.whole(1, customers) })
    const text = part(values, random)
    if (text) texts.push(text)
  }
  return texts
}

/** So many characters of a text from anywhere in it; nothing of a text that has fewer, or where they are not all letters. */
function piece(text: string, length: number, random: Random): string | undefined {
  const start = random.whole(0, Math.max(0, text.length - length))
  const found = text.slice(start, start + length)
  return new RegExp(`^\\p{L}{${length}}$`, 'u').test(found) ? found : undefined
}
