import type { ApplicationKind, ApplicationState } from '../../../shared/domain/application.ts'
import { all, type Cell, type Connection, one, run } from '../database/connection.ts'
import { cardsOf } from './merged-cards.ts'

/** One payment of the plan that goes with a temporary limit: ISO day, 分. */
export interface Repayment {
  readonly on: string
  readonly amount: number
}

/** What is asked for, beside the KH002 itself; amounts in 分, days ISO. */
export interface ApplicationRequest {
  readonly salespersonId: number | null
  readonly amount: number | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly reason: string | null
  readonly plan: readonly Repayment[]
}

/** An application for a limit and, once it is decided, what was granted. */
export interface ApplicationRecord extends ApplicationRequest {
  readonly id: number
  readonly customerId: number
  readonly creditId: number
  readonly number: string
  readonly kind: ApplicationKind
  readonly state: ApplicationState
  /** How often it was submitted. */
  readonly revision: number
  readonly begunBy: number
  readonly begunAt: string
  readonly withdrawalAskedAt: string | null
  readonly withdrawalReason: string | null
  readonly decidedAt: string | null
  readonly approvedLimit: number | null
  readonly approvedGrade: 'A' | 'B' | 'C' | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly closedOn: string | null
  readonly isFirst: boolean
  readonly releasedOn: string | null
}

interface StoredApplication extends Omit<ApplicationRecord, 'plan' | 'isFirst'> {
  readonly plan: string | null
  readonly isFirst: number | null
}

const columns = `a.id, a.customer_id AS customerId, a.credit_id AS creditId, a.number, a.kind, a.state, a.revision,
  a.salesperson_id AS salespersonId, a.amount, a.starts_on AS startsOn, a.ends_on AS endsOn, a.reason, a.plan, a.begun_by AS begunBy,
  a.begun_at AS begunAt, a.withdrawal_asked_at AS withdrawalAskedAt, a.withdrawal_reason AS withdrawalReason,
  a.decided_at AS decidedAt, a.approved_limit AS approvedLimit, a.approved_grade AS approvedGrade, a.valid_from AS validFrom,
  a.valid_to AS validTo, a.closed_on AS closedOn, a.is_first AS isFirst, a.released_on AS releasedOn`

const read = ({ plan, isFirst, ...application }: StoredApplication): ApplicationRecord => ({
  ...application,
  plan: plan === null ? [] : (JSON.parse(plan) as Repayment[]),
  isFirst: isFirst === 1,
})

/** One application, or nothing where there is none of this id. Throws SqliteError. */
export function applicationById(db: Connection, id: number): ApplicationRecord | undefined {
  const row = one<StoredApplication>(db, `SELECT ${columns} FROM applications a WHERE a.id = ?`, [id])
  return row && read(row)
}

/**
 * Every application of a customer, newest first, with the decided ones of what was merged into it; one that was still in somebody's
 * hands stays with the merged card. Throws SqliteError.
 */
export function applicationsOf(db: Connection, customerId: number): ApplicationRecord[] {
  const sql = `SELECT ${columns} FROM applications a WHERE a.customer_id = @id OR (a.customer_id IN ${cardsOf}
    AND a.state IN ('approved', 'rejected', 'withdrawn')) ORDER BY a.id DESC`
  return all<StoredApplication>(db, sql, { id: customerId }).map(read)
}

/** Every application in one of the states, oldest first. Throws SqliteError. */
export function applicationsIn(db: Connection, states: readonly ApplicationState[]): ApplicationRecord[] {
  const sql = `SELECT ${columns} FROM applications a WHERE a.state IN (SELECT value FROM json_each(?)) ORDER BY a.id`
  return all<StoredApplication>(db, sql, [JSON.stringify(states)]).map(read)
}

/** A page of all applications whose number or customer contains a text, newest first. Throws SqliteError. */
export function searchApplications(
  db: Connection,
  filter: { readonly search: string; readonly offset: number; readonly limit: number },
): { total: number; rows: ApplicationRecord[] } {
  const where = `FROM applications a JOIN customers c ON c.id = a.customer_id
    WHERE @search = '' OR instr(lower(a.number), lower(@search)) OR instr(lower(c.name), lower(@search))`
  const total = one<{ total: number }>(db, `SELECT count(*) AS total ${where}`, { search: filter.search })?.total ?? 0
  const sql = `SELECT ${columns} ${where} ORDER BY a.id DESC LIMIT @limit OFFSET @offset`
  return { total, rows: all<StoredApplication>(db, sql, { ...filter }).map(read) }
}

/** What begins an application. */
export type NewApplication = Pick<
  ApplicationRecord,
  'customerId' | 'creditId' | 'number' | 'kind' | 'salespersonId' | 'begunBy' | 'begunAt'
>

const insert = `
  INSERT INTO applications (customer_id, credit_id, number, kind, state, revision, salesperson_id, begun_by, begun_at)
  VALUES (@customerId, @creditId, @number, @kind, 'draft', 0, @salespersonId, @begunBy, @begunAt)`

/** Begins an application; answers its id. Throws SqliteError. */
export function insertApplication(db: Connection, application: NewApplication): number {
  return run(db, insert, { ...application }).id
}

/** Stores what is asked for. Throws SqliteError. */
export function updateRequest(db: Connection, id: number, { plan, ...request }: ApplicationRequest): void {
  const sql = `UPDATE applications SET salesperson_id = @salespersonId, amount = @amount, starts_on = @startsOn, ends_on = @endsOn,
    reason = @reason, plan = @plan WHERE id = @id`
  run(db, sql, { ...request, plan: JSON.stringify(plan), id })
}

/** What changes when an application moves on. */
export type Progress = Partial<
  Pick<
    ApplicationRecord,
    | 'state'
    | 'revision'
    | 'amount'
    | 'withdrawalAskedAt'
    | 'withdrawalReason'
    | 'decidedAt'
    | 'approvedLimit'
    | 'approvedGrade'
    | 'validFrom'
    | 'validTo'
    | 'closedOn'
    | 'isFirst'
    | 'releasedOn'
  >
>

const progressColumns: Readonly<Record<keyof Progress, string>> = {
  state: 'state',
  revision: 'revision',
  amount: 'amount',
  withdrawalAskedAt: 'withdrawal_asked_at',
  withdrawalReason: 'withdrawal_reason',
  decidedAt: 'decided_at',
  approvedLimit: 'approved_limit',
  approvedGrade: 'approved_grade',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  closedOn: 'closed_on',
  isFirst: 'is_first',
  releasedOn: 'released_on',
}

/** Moves an application on. Throws SqliteError, also when a decided one would change. */
export function updateProgress(db: Connection, id: number, progress: Progress): void {
  const keys = Object.keys(progress) as (keyof Progress)[]
  const params: Record<string, Cell> = { id }
  for (const key of keys) {
    const value = progress[key] ?? null
    params[key] = typeof value === 'boolean' ? Number(value) : value
  }
  const assignments = keys.map(key => `${progressColumns[key]} = @${key}`).join(', ')
  // oxlint-disable-next-line kehu/bound-sql -- progressColumns names them
  run(db, `UPDATE applications SET ${assignments} WHERE id = @id`, params)
}
