import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Values } from '../../../../shared/catalogue/field.ts'
import type { ImportProblem } from '../../../../shared/contract/import-calls.ts'
import { type CompanyName, likenessLevels } from '../../../../shared/domain/company-name.ts'
import { customerMarks } from '../../../../shared/domain/look-alike.ts'
import { regionLikeness } from '../../../../shared/domain/region.ts'
import type { Connection } from '../../database/connection.ts'
import { pastNamesOf } from '../../repositories/card-past.ts'
import { customersWithMark } from '../../repositories/duplicates.ts'
import { companyParts, type StoredMark } from '../../search/duplicate-keys.ts'
import { type Likeness, likeness } from '../../search/likeness.ts'
import { nameReadings } from '../../search/pinyin.ts'
import { settledWith } from '../duplicates/settle-duplicates.ts'
import { problemAt } from './row-problems.ts'

/** Names the customers of the database and the rows before that a row is probably once more; `id` is the customer whose card it changes. */
export type AlikeFinder = (values: Values, row: number, id: number | undefined) => ImportProblem[]

interface Known {
  /** A row of the file that is new has none. */
  readonly id: number | undefined
  /** Empty for a row of the file. */
  readonly customerNo: string
  readonly row: number | null
  readonly name: string
  readonly names: readonly CompanyName[]
}

// A 字号 that more firms share says nothing about any of them, and a row waits for all of them.
const mostKnown = 100
const mostNamed = 3

/**
 * Looks for probable duplicates (rules 8) of one row after the other among those who share the 字号 or a telephone; each such key is
 * asked of the database once, so that a hundred thousand rows do not ask for the same names again and again. Throws SqliteError.
 */
export function createAlikeFinder(db: Connection): AlikeFinder {
  const known = new Map<string, Known[]>()
  const customers = new Map<number, Known>()
  const pool = new Map<string, string>()
  const partsOf = (name: string) => lasting(companyParts(name), pool)

  const stored = (key: StoredMark): Known[] => {
    const found = customersWithMark(db, key, mostKnown)
    const unread = found.flatMap(({ id }) => (customers.has(id) ? [] : id))
    const past = unread.length > 0 ? pastNamesOf(db, unread) : undefined
    return found.map(({ id, customerNo, name }) => {
      const names = () => [name, ...(past?.get(id) ?? [])].map(partsOf)
      const customer = customers.get(id) ?? { id, customerNo, row: null, name, names: names() }
      customers.set(id, customer)
      return customer
    })
  }
  const sharing = (key: StoredMark): Known[] => {
    const text = `${key.kind} ${key.mark}`
    const found = known.get(text) ?? stored(key)
    if (!known.has(text)) known.set(Buffer.from(text).toString(), found)
    return found
  }

  return (values, row, id) => {
    const name = textAt(values, 'customer.name')
    const own = partsOf(name)
    const kindsOf = new Map<Known, Set<string>>()
    const lists = keysOf(own, values).map(key => {
      const list = sharing(key)
      for (const other of list) kindsOf.set(other, (kindsOf.get(other) ?? new Set()).add(key.kind))
      return list
    })
    const isSettled = id === undefined ? undefined : settledWith(db, id, name)
    const alike = [...kindsOf]
      .filter(([other, kinds]) => (id === undefined || other.id !== id) && (kinds.has('phone') || isNear(own, other)))
      .filter(([{ id: otherId, name: called }]) => otherId === undefined || !isSettled?.({ id: otherId, name: called }))
      .map(([other, kinds]) => ({ other, ...likenessOf(own, other, kinds) }))
      .filter(({ score, shared }) => score >= likenessLevels.list || shared.length > 0)
      .sort((a, b) => Number(b.mustAnswer) - Number(a.mustAnswer) || b.score - a.score)
    const self: Known = { id, customerNo: '', row, name: Buffer.from(name).toString(), names: [own] }
    for (const list of lists) if (list.length < mostKnown) list.push(self)
    return alike.slice(0, mostNamed).map(({ other, score, parts, shared }) => ({
      ...(other.row === null
        ? problemAt('alike-customer', 'customer.name', `KH-${other.customerNo} ${other.name}`)
        : problemAt('alike-row', 'customer.name', other.name)),
      ...(other.row === null && other.id !== undefined ? { customerId: other.id } : {}),
      alike: { row: other.row, score, parts, shared: [...shared] },
    }))
  }
}

/** The same 字号 elsewhere is mostly somebody else: half of a long list would be pointed out. The scan of the whole file lists those. */
function isNear(own: CompanyName, { names }: Known): boolean {
  return names.some(
    ({ region }) => own.region.length === 0 || region.length === 0 || regionLikeness(own.region, region) > 0,
  )
}

function keysOf({ core }: CompanyName, values: Values): StoredMark[] {
  const phones = customerMarks(values).filter(({ kind }) => kind === 'phone')
  return core === '' ? phones : [{ kind: 'core', mark: core }, ...phones]
}

/** How a 字号 is read matters only beside another one. */
function likenessOf(own: CompanyName, { names }: Known, kinds: ReadonlySet<string>): Likeness {
  const isOther = names.some(({ core }) => core !== own.core)
  const spoken = (name: CompanyName) => ({ ...name, readings: isOther ? nameReadings(name.core).pinyin : [] })
  return likeness([spoken(own)], names.map(spoken), kinds)
}

/** The parts of a name as texts of their own, each kept once: a part of a text keeps all of that text in memory. */
function lasting({ branch, region, core, industry, form }: CompanyName, pool: Map<string, string>): CompanyName {
  const once = (text: string) => {
    const kept = pool.get(text)
    if (kept !== undefined) return kept
    const own = Buffer.from(text).toString()
    pool.set(own, own)
    return own
  }
  return {
    branch: once(branch),
    region: region.map(once),
    core: once(core),
    industry: once(industry),
    form: once(form),
    whole: '',
  }
}
