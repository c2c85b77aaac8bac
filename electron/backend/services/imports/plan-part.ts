import { boxAt, personPath } from '../../../../shared/catalogue/derive/paths.ts'
import { isEmpty, sameValue, textAt, valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import type { ImportProblem, MappedTable } from '../../../../shared/contract/import-calls.ts'
import { type ImportChange, identityPaths, rolePath } from '../../../../shared/domain/imports.ts'
import type { Connection } from '../../database/connection.ts'
import type { SheetRecord } from '../../imports/read-records.ts'
import { groupRole } from '../../imports/vocabulary.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { type CustomerHead, customerHead } from '../../repositories/customers.ts'
import { joinedRows, stagedAt } from '../../repositories/import-staging.ts'
import { refuseFrozen } from '../applications/after-save.ts'
import { CallFailure } from '../call-failure.ts'
import { refuseKeyBoxesOfFormal } from '../changes/refuse-key-boxes.ts'
import { type Owner, type Owners, ownerOf } from './owner-of-part.ts'
import { type Place, placePerson, placeProduct } from './place-part.ts'
import type { PlannedRow } from './plan-row.ts'
import {
  cellProblem,
  foundText,
  openCells,
  problemAt,
  refusals,
  storable,
  unstorable,
  warned,
  withFurther,
  withNotes,
} from './row-problems.ts'

/** What rows of people and products are planned with: the database, the rows before them, how customers are found. */
interface PartPlanning extends Owners {
  readonly db: Connection
  readonly staging: Connection
  /** ISO. */
  readonly today: string
}

/** Plans the rows of one sheet of people or products, one after the other; each is staged before the next is planned. Throws SqliteError. */
export function createPartPlanner(
  planning: PartPlanning,
  { kind, mapping }: MappedTable,
): (record: SheetRecord) => PlannedRow {
  const roleColumn = mapping.find(({ path }) => path === rolePath)?.column
  const otherwise =
    mapping.map(({ path }) => (path === null ? undefined : boxAt(path)?.row)).find(row => row) ?? 'principal'
  const seen = new Map<string, number>()
  const memory = createMemory(planning)
  let above: { readonly row: number; readonly identity: Values } | undefined

  /** A cell that was merged over several rows says in the first one alone whom they belong to. */
  const identityOf = ({ row }: SheetRecord, stored: Values): Values => {
    const own = Object.fromEntries(Object.entries(stored).filter(([path]) => identityPaths.includes(path)))
    const isNamed = Object.values(own).some(value => !isEmpty(value))
    const identity = isNamed ? own : above?.row === row - 1 ? above.identity : own
    above = { row, identity }
    return identity
  }

  return record => {
    const said = roleColumn === undefined ? '' : (record.cells[roleColumn - 1] ?? '')
    const role = said === '' ? undefined : groupRole(said)
    const { stored, problems: refused } = storable(record.values)
    const owner = ownerOf(planning, identityOf(record, stored))
    const boxes = boxesOf(stored)
    const inRole = (problem: ImportProblem) => ({ ...problem, path: problem.path && withRole(problem.path, role) })
    const problems = [...record.problems.map(cellProblem), ...refused].map(inRole)
    if (said !== '' && role === undefined) problems.push({ code: 'role-unknown', path: null, column: said, found: '' })
    if ('code' in owner) problems.push(owner)
    const about: PlannedRow = {
      row: record.row,
      state: 'error',
      name: 'code' in owner ? textAt(stored, 'customer.name') : owner.name,
      customerId: 'code' in owner ? null : owner.customerId,
      customerNo: 'code' in owner ? '' : owner.customerNo,
      part: textAt(boxes, kind === 'people' ? 'name' : 'line') || textAt(boxes, 'brandCompany'),
      joins: null,
      revision: null,
      firstRow: null,
      changes: [],
      problems,
      notes: [...('code' in owner ? [] : owner.notes), ...record.notes.map(cellProblem).map(inRole)],
      leftOut: [],
      cells: record.cells,
    }
    const present = 'code' in owner ? {} : memory.of(owner)
    const place = kind === 'people' ? placePerson(present, boxes, { role, otherwise }) : placeProduct(present, boxes)
    if (typeof place === 'string') {
      // Whoever could not be read, or in which role, is not missing and nobody's double.
      const isUnread = problems.some(({ code, path }) => code === 'role-unknown' || namesPart(path))
      return isUnread ? about : { ...about, problems: [...problems, problemAt(place, null, '')] }
    }
    if ('code' in owner) return about
    if (problems.length > 0) {
      const further = planned(planning, owner, { present, place, boxes }).problems
      return { ...about, problems: withFurther(problems, further) }
    }
    const slot = `${owner.joins} ${place.pathOf('')}`
    const firstRow = seen.get(slot)
    if (firstRow !== undefined) return { ...about, state: 'duplicate', firstRow }
    const plan = planned(planning, owner, { present, place, boxes })
    if (plan.state === 'error') return { ...about, ...plan, notes: about.notes }
    seen.set(slot, record.row)
    memory.add(plan.changes)
    const notes = withNotes(about.notes, plan.notes)
    return { ...about, ...plan, notes, joins: owner.joins, cells: plan.leftOut.length > 0 ? record.cells : [] }
  }
}

interface Placed {
  readonly present: Values
  readonly place: Place
  /** What the row says, by the keys of its boxes. */
  readonly boxes: Values
}

type Planned = Pick<PlannedRow, 'state' | 'revision' | 'changes' | 'problems' | 'notes' | 'leftOut'>

function planned({ db, today }: PartPlanning, { customerId }: Owner, { present, place, boxes }: Placed): Planned {
  const given = Object.entries(boxes)
    .map(([key, to]): [Path, Value] => [place.pathOf(key), to])
    .filter(([path, to]) => !sameValue(valueAt(present, path), to))
  const cells = openCells(db, customerId ?? undefined, { before: present, given: Object.fromEntries(given) })
  const changes = Object.entries(cells.open).map(
    ([path, to]): ImportChange => ({ path, from: valueAt(present, path), to }),
  )
  const { leftOut } = cells
  if (changes.length === 0) return { state: 'same', revision: null, changes, problems: [], notes: [], leftOut }
  const paths = changes.map(({ path }) => path)
  const after = { ...present, ...cells.open }
  const problems = changes
    .filter(({ path }) => boxAt(path)?.field.key === 'homePhone' && path !== homePhone)
    .map(({ path, to }) => problemAt('not-accepted', path, foundText(to)))
  const head = customerId === null ? undefined : customerHead(db, customerId)
  problems.push(...(head ? refusedFor(db, head, paths, after) : []), ...unstorable(after))
  const state = problems.length > 0 ? 'error' : place.isNew ? 'new' : 'updated'
  const revision = head?.revision ?? null
  if (state === 'error') return { state, revision, changes, problems, notes: [], leftOut: [] }
  return { state, revision, changes, problems, notes: warned(after, changes, today), leftOut }
}

/** What a customer who is there already does not take. */
function refusedFor(db: Connection, head: CustomerHead, paths: readonly Path[], after: Values): ImportProblem[] {
  const { id, archived } = head
  return refusals(
    [
      () => {
        if (archived) throw new CallFailure('archived')
      },
      () => refuseFrozen({ db }, id, paths),
      () => refuseKeyBoxesOfFormal(db, id, paths, loadCustomerValues(db, id) ?? {}),
    ],
    after,
  )
}

/** Whether a box tells which person or product a row is about. */
const namesPart = (path: Path | null) =>
  path !== null &&
  !identityPaths.includes(path) &&
  ['name', 'line', 'brandCompany'].includes(boxAt(path)?.field.key ?? '')

/** KH002 asks for it of the first person in charge only. */
const homePhone = personPath('principal', 1, 'homePhone')

/** What customers will say: the database, their row of the file, and the rows of people and products before this one. The last one is kept at hand. */
function createMemory({ db, staging }: PartPlanning) {
  let joins: string | undefined
  let values: Values = {}
  const add = (changes: readonly ImportChange[]) => {
    values = { ...values, ...Object.fromEntries(changes.map(({ path, to }) => [path, to])) }
  }
  return {
    add,
    of(owner: Owner): Values {
      if (owner.joins === joins) return values
      joins = owner.joins
      values = owner.customerId === null ? {} : (loadCustomerValues(db, owner.customerId) ?? {})
      if (owner.place !== null) add(stagedAt(staging, owner.place)?.changes ?? [])
      for (const { changes } of joinedRows(staging, owner.joins)) add(changes)
      return values
    },
  }
}

/** What a row says in the boxes of its list, by their keys. */
function boxesOf(stored: Values): Values {
  const entries = Object.entries(stored).filter(([path]) => !identityPaths.includes(path))
  return Object.fromEntries(entries.map(([path, value]): [string, Value] => [boxAt(path)?.field.key ?? path, value]))
}

function withRole(path: Path, role: string | undefined): Path {
  const box = boxAt(path)
  return role !== undefined && box?.record === 'people' ? personPath(role, 1, box.field.key) : path
}
