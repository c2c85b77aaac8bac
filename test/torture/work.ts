import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Random } from '../../electron/backend/sample/random.ts'
import type { ApplicationDetail, ChainStep } from '../../shared/contract/application-calls.ts'
import type { Post } from '../../shared/domain/roles.ts'
import { samplePassword } from '../../shared/domain/sample.ts'
import type { Ledger } from './ledger.ts'
import type { Person } from './people.ts'

/** Who works while the process is killed, and with what. */
export interface Office {
  readonly filler: Person
  readonly signers: Readonly<Record<Post, Person>>
  readonly ledger: Ledger
  readonly random: Random
  /** Applications in the chain, and customers of no such application. */
  readonly applications: readonly number[]
  readonly customers: readonly number[]
  /** Tells the names of one life of the process from those of another. */
  readonly life: string
}

const address = 'customer.address'
const name = 'customer.name'
const rowsOfBatch = 40

/** Changes one box of a customer. */
export async function saveBox({ filler, ledger, random, customers, life }: Office, count: number): Promise<void> {
  const { id, revision, values } = await filler.ask('customers.open', { id: random.pick(customers) })
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

/**
 * Does the next thing with an application: whoever's turn it is agrees or gives it back, and it is asked for again. Now and then the last
 * signature is given, too, and its limit is in force; the last application is always given back, so that there is one to go on with.
 */
export async function sign(office: Office, count: number): Promise<void> {
  const { filler, signers, ledger, random, applications, life } = office
  const [id = 0, ...others] = applications.filter(each => !ledger.known(`step:${each}`)?.includes('approved'))
  const key = `step:${id}`
  const detail = await filler.ask('applications.open', { id })
  const step = stepOf(detail)
  if (!step) {
    ledger.begin(key, `${detail.revision + 1} signed 0`, progressOf(detail))
    await askAgain(filler, detail, `已补充${life}之${count}`)
    ledger.acknowledge(key, 'submission')
    return
  }
  const agrees = detail.isLastStep ? others.length > 0 && random.chance(0.3) : random.chance(0.85)
  ledger.begin(key, agrees ? afterSignature(detail) : `${detail.revision} given back`, progressOf(detail))
  await signers[step.post].ask('applications.decide', decisionOn(detail, step, agrees ? '' : `请补充${life}之${count}`))
  ledger.acknowledge(key, !agrees ? 'return' : detail.isLastStep ? 'limit' : 'signature')
}

async function askAgain(filler: Person, detail: ApplicationDetail, reason: string): Promise<void> {
  const { id, startsOn, endsOn, plan, salesperson, amount } = detail
  const request = { startsOn, endsOn, plan, amount, reason, salespersonId: salesperson?.id ?? null }
  await filler.ask('applications.change', { requestId: randomUUID(), id, request })
  await filler.ask('applications.submit', { requestId: randomUUID(), id })
}

const stepOf = ({ steps }: ApplicationDetail) => steps.find(({ state }) => state === 'open')

const signedOf = ({ steps }: ApplicationDetail) => steps.filter(({ state }) => state === 'signed').length

/** How far an application is: which version of it, how many have signed that, and what became of the limit once all have. */
export function progressOf(detail: ApplicationDetail): string {
  const { revision, state, limit } = detail
  if (state === 'approved') return `${revision} approved, ${limit.state}`
  return stepOf(detail) ? `${revision} signed ${signedOf(detail)}` : `${revision} given back`
}

function afterSignature(detail: ApplicationDetail): string {
  const { revision, isLastStep } = detail
  return isLastStep ? `${revision} approved, inForce` : `${revision} signed ${signedOf(detail) + 1}`
}

/** Agrees, or gives back with a comment. */
function decisionOn({ id, revision, isLastStep, flags }: ApplicationDetail, step: ChainStep, comment: string) {
  return {
    requestId: randomUUID(),
    id,
    revision,
    place: step.place,
    attempt: step.attempt,
    decision: comment === '' ? ('agree' as const) : ('return' as const),
    granted: null,
    grade: isLastStep && comment === '' ? ('B' as const) : null,
    validTo: null,
    comment,
    returnTo: 'filler' as const,
    flagsSeen: flags.map(({ key }) => key),
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
