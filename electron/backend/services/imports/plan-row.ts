import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import { isEmpty, sameValue, textAt, valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import type { RecordName } from '../../../../shared/catalogue/records.ts'
import type { ImportProblem } from '../../../../shared/contract/import-calls.ts'
import { extraText } from '../../../../shared/domain/extra-box.ts'
import { type ImportChange, numberPath } from '../../../../shared/domain/imports.ts'
import type { Connection } from '../../database/connection.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import type { SheetRecord } from '../../imports/read-records.ts'
import type { StagedRow } from '../../repositories/import-staging.ts'
import { refuseFrozen } from '../applications/after-save.ts'
import { CallFailure } from '../call-failure.ts'
import { refuseKeyBoxesOfFormal } from '../changes/refuse-key-boxes.ts'
import { refuseTakenNumbers } from '../customer-values.ts'
import { isIdentity } from '../../search/duplicate-keys.ts'
import { apart, type ExtraBoxes, extraValuesOf, storableExtra } from './extra-values.ts'
import type { AlikeFinder } from './alike-customers.ts'
import { certainDuplicate, keyTexts, type OwnKeys, ownKeys } from './certain-duplicates.ts'
import type { Match } from './match-customer.ts'
import {
  cellProblem,
  openCells,
  problemAt,
  refusals,
  type Storable,
  storable,
  unstorable,
  warned,
  withFurther,
  withNotes,
} from './row-problems.ts'

/** A row with what becomes of it, before it has its place in the check. */
export type PlannedRow = Omit<StagedRow, 'place' | 'table'>

/** What rows are planned with: the database as it stands, how customers are found, and which rows came before. */
export interface Planning {
  readonly db: Connection
  readonly match: (values: Values) => Match
  readonly extras: ExtraBoxes
  /** Rows by what tells one customer from another. */
  readonly seen: Map<string, number>
  readonly alike: AlikeFinder
  /** ISO. */
  readonly today: string
}

/** Decides what becomes of a row, and changes nothing but what was `seen`. Throws SqliteError. */
export function planRow(planning: Planning, record: SheetRecord): PlannedRow {
  const read = apart(record.values, planning.extras)
  const forms = storable(read.forms)
  const match = planning.match(forms.stored)
  const customer = match.kind === 'customer' ? match.customer : undefined
  const extras = storableExtras(planning, read.extras, customer?.id)
  // What a merged card was called leads to the customer, and is no change of it.
  const formerly = match.kind === 'customer' ? match.formerly : []
  const own = formerly.length > 0 ? without(forms.stored, formerly) : forms.stored
  const stored = { ...own, ...extras.stored }
  const about = { row: record.row, name: textAt(own, 'customer.name') }
  const problems = [
    ...record.problems.map(cellProblem),
    ...forms.problems,
    ...extras.problems,
    ...matchProblems(match, forms.stored),
  ]
  const known = {
    customerId: customer?.id ?? null,
    customerNo: customer?.customerNo ?? '',
    part: '',
    joins: null,
    name: about.name || (customer?.name ?? ''),
    revision: null,
    firstRow: null,
    changes: [],
    problems,
    notes: [...mergedNote(formerly, forms.stored), ...record.notes.map(cellProblem)],
    leftOut: [],
  }
  // Whom the row means decides everything else.
  if (match.kind === 'unclear') return { ...about, ...known, state: 'error', cells: record.cells }
  const plan = customer
    ? { keys: [`id ${customer.id}`], work: () => planUpdate(planning, customer.id, stored, extras.present) }
    : planOfNew(planning, stored)
  if (problems.length > 0) {
    const all = withFurther(problems, plan.work().problems)
    return { ...about, ...known, state: 'error', problems: all, cells: record.cells }
  }
  const firstRow = repeated(planning.seen, plan.keys, record.row)
  if (firstRow !== undefined) return { ...about, ...known, state: 'duplicate', firstRow, cells: record.cells }
  const planned = plan.work()
  // Only what is handed back is kept with its cells: those of a good row are in its changes.
  const cells = planned.state === 'error' || planned.leftOut.length > 0 ? record.cells : []
  const notes = [...withNotes(known.notes, planned.notes), ...alikeNotes(planning, record.row, planned, customer?.id)]
  return { ...about, ...known, ...planned, notes, cells }
}

type Planned = Pick<StagedRow, 'state' | 'revision' | 'changes' | 'problems' | 'notes' | 'leftOut'>

function planOfNew(planning: Planning, stored: Values) {
  // What is not written tells nobody apart.
  const { open, leftOut } = openCells(planning.db, undefined, { before: {}, given: stored })
  const keys = ownKeys(open)
  return { keys: keyTexts(keys), work: () => planNew(planning, open, { keys, leftOut }) }
}

function planNew(
  { db, today }: Planning,
  open: Values,
  { keys, leftOut }: { readonly keys: OwnKeys } & Pick<Planned, 'leftOut'>,
): Planned {
  const given = Object.entries(open).filter(([, value]) => !isEmpty(value))
  const problems = [
    ...unstorable(open),
    ...refusals([() => refuseTakenNumbers(db, open)], open),
    ...sameCustomer(db, keys),
  ]
  const changes = given.map(([path, to]): ImportChange => ({ path, from: null, to }))
  if (problems.length > 0) return { state: 'error', revision: null, changes, problems, notes: [], leftOut: [] }
  return { state: 'new', revision: null, changes, problems, notes: warned(open, changes, today), leftOut }
}

function planUpdate({ db, today }: Planning, id: number, stored: Values, extras: Values): Planned {
  // Most rows of a list that comes back change nothing: of their customers only what they speak of is read.
  const said = { ...loadCustomerValues(db, id, recordsOf(stored)), ...extras }
  const differing = Object.entries(stored).filter(
    ([path, to]) => path !== numberPath && !sameValue(valueAt(said, path), to),
  )
  const head = differing.length > 0 ? customerHead(db, id) : undefined
  if (!head) return { state: 'same', revision: null, changes: [], problems: [], notes: [], leftOut: [] }
  const before = loadCustomerValues(db, id) ?? {}
  const { open, leftOut } = openCells(db, id, { before, given: Object.fromEntries(differing) })
  const changes = Object.entries(open).map(([path, to]): ImportChange => ({ path, from: valueAt(said, path), to }))
  if (changes.length === 0) return { state: 'same', revision: null, changes, problems: [], notes: [], leftOut }
  const after = { ...before, ...open }
  const changed = Object.keys(open)
  const problems = refusals(
    [
      () => {
        if (head.archived) throw new CallFailure('archived')
      },
      () => refuseFrozen({ db }, id, changed),
      () => refuseKeyBoxesOfFormal(db, id, changed, before),
      () => refuseTakenNumbers(db, after, id),
    ],
    stored,
  )
  problems.push(...unstorable(after))
  if (changes.some(({ path }) => isIdentity(path)) && !certainDuplicate(db, ownKeys(before), id))
    problems.push(...sameCustomer(db, ownKeys(after), id))
  if (problems.length > 0) return { state: 'error', revision: head.revision, changes, problems, notes: [], leftOut: [] }
  const notes = warned(after, changes, today)
  return { state: 'updated', revision: head.revision, changes, problems, notes, leftOut }
}

function recordsOf(values: Values): ReadonlySet<RecordName> {
  const records = new Set<RecordName>()
  for (const path of Object.keys(values)) {
    const record = boxAt(path)?.record
    if (record) records.add(record)
  }
  return records
}

/** Who a new customer, or one of another name, is probably once more (rules 8). */
function alikeNotes(
  { alike }: Planning,
  row: number,
  { state, changes }: Planned,
  id: number | undefined,
): ImportProblem[] {
  const isAsked = state !== 'error' && changes.some(({ path }) => path === 'customer.name')
  return isAsked ? alike(Object.fromEntries(changes.map(({ path, to }) => [path, to])), row, id) : []
}

/** Somebody else who is there already under another number. */
function sameCustomer(db: Connection, keys: OwnKeys, except?: number): ImportProblem[] {
  const same = certainDuplicate(db, keys, except)
  if (!same) return []
  const { id, customerNo, name } = same.customer
  return [{ ...problemAt('looks-like', same.path, `KH-${customerNo} ${name}`), customerId: id }]
}

function matchProblems(match: Match, values: Values): ImportProblem[] {
  return match.kind === 'unclear' ? [problemAt(match.code, match.path, textAt(values, match.path))] : []
}

/** One is enough: number, card number and name of a merged card say the same. */
function mergedNote([path]: readonly Path[], values: Values): ImportProblem[] {
  return path === undefined ? [] : [problemAt('merged-card', path, textAt(values, path))]
}

const without = (values: Values, paths: readonly Path[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([path]) => !paths.includes(path)))

/** The same for boxes of the company, beside what the customer says in them now. Throws SqliteError. */
function storableExtras(
  { db, extras: boxes }: Planning,
  values: Values,
  customerId: number | undefined,
): Storable & { readonly present: Values } {
  const given = Object.entries(values)
  const present = given.length > 0 && customerId !== undefined ? extraValuesOf(db, customerId) : {}
  const stored: Record<Path, Value> = {}
  const problems: ImportProblem[] = []
  for (const [path, value] of given) {
    const box = boxes.get(path)
    const clean = box && storableExtra(box, value, valueAt(present, path))
    if (clean === undefined) problems.push(problemAt('not-an-option', path, box ? extraText(box, value, 'zh-CN') : ''))
    else stored[path] = clean
  }
  return { stored, problems, present }
}

/** The row that already stands for the same customer; otherwise this one does from now on. */
function repeated(seen: Map<string, number>, keys: readonly string[], row: number): number | undefined {
  const [first] = keys.flatMap(key => seen.get(key) ?? [])
  if (first !== undefined) return first
  for (const key of keys) seen.set(ofItsOwn(key), row)
  return undefined
}

/** A part of a text keeps all of that text in memory: a few keys of every row would keep the whole sheet. */
function ofItsOwn(text: string): string {
  return Buffer.from(text).toString()
}
