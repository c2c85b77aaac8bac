import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Random } from '../../electron/backend/sample/random.ts'
import type { ApplicationDetail } from '../../shared/contract/application-calls.ts'
import { samplePassword } from '../../shared/domain/sample.ts'
import type { Ledger } from './ledger.ts'
import type { Person } from './people.ts'

/** Who works while the process is killed, and with what. */
export interface Office {
  readonly filler: Person
  readonly officeHead: Person
  readonly ledger: Ledger
  readonly random: Random
  /** The application that is given back and asked for again. */
  readonly application: number
  /** Tells the names of one life of the process from those of another. */
  readonly life: string
}

const address = 'customer.address'
const name = 'customer.name'
const rowsOfBatch = 40

/** Changes one box of a customer. */
export async function saveBox({ filler, ledger, random, life }: Office, count: number): Promise<void> {
  const { id, revision, values } = await filler.ask('customers.open', { id: random.whole(1, 50) })
  const to = `${life}号${count}`
  const from = values[address] ?? null
  ledger.begin(`box:${id}`, to, from === null ? undefined : String(from))
  const changes = { [address]: { from, to } }
  await filler.ask('customers.save', { requestId: randomUUID(), id, revision, changes })
  ledger.acknowledge(`box:${id}`)
}

/** Types a new card, and saves every other one. */
export async function fillCard({ filler, ledger, life }: Office, count: number): Promise<void> {
  const draftKey = `new:${randomUUID()}`
  const value = `甲${life}之${count}`
  ledger.begin(`draft:${draftKey}`, value)
  await filler.ask('drafts.put', { key: draftKey, revision: 0, cells: { [name]: { from: null, value } } })
  ledger.acknowledge(`draft:${draftKey}`)
  if (count % 2 === 0) return
  ledger.begin(`card:${value}`, '1')
  await filler.ask('customers.create', { requestId: randomUUID(), values: { [name]: value } })
  ledger.acknowledge(`card:${value}`)
}

/** Gives an application back, or asks for it again. */
export async function sign(
  { filler, officeHead, ledger, application: id, life }: Office,
  count: number,
): Promise<void> {
  const key = `step:${id}`
  const detail = await officeHead.ask('applications.open', { id })
  ledger.begin(key, afterNext(detail), progressOf(detail))
  if (stepOf(detail)) {
    await officeHead.ask('applications.decide', decisionOn(detail, `请补充${life}之${count}`))
  } else {
    const { startsOn, endsOn, plan, salesperson, amount } = detail
    const request = { startsOn, endsOn, plan, amount, reason: `已补充${life}之${count}` }
    const salespersonId = salesperson?.id ?? null
    await filler.ask('applications.change', { requestId: randomUUID(), id, request: { ...request, salespersonId } })
    await filler.ask('applications.submit', { requestId: randomUUID(), id })
  }
  ledger.acknowledge(key)
}

const stepOf = ({ steps }: ApplicationDetail) => steps.find(({ state }) => state === 'open')

/** How far an application is: which version of it, and whether somebody has to sign. */
export const progressOf = (detail: ApplicationDetail) => `${detail.revision} ${stepOf(detail) ? 'open' : 'given back'}`

function afterNext(detail: ApplicationDetail): string {
  return stepOf(detail) ? `${detail.revision} given back` : `${detail.revision + 1} open`
}

function decisionOn(detail: ApplicationDetail, comment: string) {
  const step = stepOf(detail)
  return {
    requestId: randomUUID(),
    id: detail.id,
    revision: detail.revision,
    place: step?.place ?? 0,
    attempt: step?.attempt ?? 0,
    decision: 'return' as const,
    granted: null,
    grade: null,
    validTo: null,
    comment,
    returnTo: 'filler' as const,
    flagsSeen: detail.flags.map(({ key }) => key),
    password: samplePassword,
  }
}

/** Imports a list of new customers, which a thread writes in one transaction. */
export async function importList({ filler, ledger, life }: Office, count: number): Promise<void> {
  const batch = `批${life}之${count}第`
  const rows = Array.from({ length: rowsOfBatch }, (_, row) => `${batch}${row}户`)
  const file = { upload: await filler.victim.upload(['客户名称', ...rows].join('\r\n')), fileName: '名单.csv' }
  const unsaid = { sheet: null, headRow: null, kind: null }
  const look = await filler.ask('imports.look', { requestId: randomUUID(), ...file, ...unsaid })
  const mapping = [{ column: 1, path: name }]
  const tables = look.tables.map(({ sheet, kind, headRow }) => ({ sheet, kind, headRow, mapping }))
  const choice = { tables, key: 'auto' as const }
  const { check } = await filler.ask('imports.check', { requestId: randomUUID(), ...file, ...choice })
  ledger.begin(`batch:${batch}`, String(rowsOfBatch))
  await filler.ask('imports.commit', { requestId: randomUUID(), check })
  ledger.acknowledge(`batch:${batch}`)
}

/** Makes a register and a backup. */
export async function takeCopies({ filler, ledger }: Office): Promise<void> {
  const requestId = randomUUID()
  const order = { selection: { filter: { search: '', archived: false } }, columns: [name, address] }
  const { download = '' } = await filler.ask('exports.register', {
    requestId,
    ...order,
    withDelicate: false,
    language: 'zh-CN',
  })
  await refuseHalfFile(await filler.victim.outboxFile(download))
  ledger.begin(`export:${download}`, 'whole')
  ledger.acknowledge(`export:${download}`)
  const { file } = await filler.ask('backups.take', {})
  ledger.begin('backup:newest', file)
  ledger.acknowledge('backup:newest')
}

const endOfZip = Buffer.from('PK\u0005\u0006')

/** A workbook is whole when its last part is there. Throws an Error. */
async function refuseHalfFile(file: string): Promise<void> {
  const end = (await readFile(file)).subarray(-22)
  if (!end.subarray(0, 4).equals(endOfZip)) throw new Error(`${file} is half a file`)
}
