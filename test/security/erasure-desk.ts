import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { type RecordBreak, verifyRecords } from '../../electron/backend/services/audit/verify-records.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import {
  addPaper,
  askForChange,
  begin,
  type Company,
  companyAtWork,
  decide,
  readyCustomer,
  requestFor,
  submit,
} from '../backend/company.ts'
import { addIdentityPaper, recordConsent, recordPurpose } from '../backend/consent.ts'
import { type Caller, type Desk, deskPassword, temporaryFolder } from '../backend/desk.ts'
import { importFile, table } from '../backend/import-steps.ts'
import { merge, unmerging } from '../backend/merge-desk.ts'
import { agreed, fill, make, read, record } from '../excel/packet-desk.ts'

/** A person whose every answer stands nowhere by chance; `mark` tells one person from another. */
export function person(role: string, mark: string): Values {
  const phone = (kind: number) =>
    `13${kind}77${mark.charCodeAt(0)}${String(mark.length).padStart(2, '0')}31`.slice(0, 11)
  return {
    [`people.${role}.1.name`]: `${mark}某人`,
    [`people.${role}.1.ethnicity`]: `${mark}族`,
    [`people.${role}.1.position`]: `${mark}职务所在`,
    [`people.${role}.1.phone`]: phone(1),
    [`people.${role}.1.homeAddress`]: `${mark}路住址`,
    [`people.${role}.1.quality`]: `${mark}素质如何`,
    [`people.${role}.1.homePhone`]: phone(2),
  }
}

/** What KH002 says of the person in charge, in the boxes that take any text. */
export function owner(mark: string): Values {
  const keys = [
    'interests',
    'honoraryPosts',
    'origin',
    'career',
    'habitsOther',
    'strengths',
    'specialSkill',
    'weaknesses',
  ]
  return Object.fromEntries(keys.map(key => [`credit.owner.${key}`, `${mark}${key}之语`]))
}

const changesTo = (before: Values, after: Values) =>
  Object.fromEntries(Object.keys(after).map(box => [box, { from: before[box] ?? null, to: after[box] ?? null }]))

/** Texts that must be nowhere. */
export const textsOf = (...values: readonly Values[]): string[] => values.flatMap(all => Object.values(all).map(String))

/** Everything that was ever said of a person of a card, and whom it is about. */
export interface Story {
  readonly company: Company
  readonly customerId: number
  /** Another card of the firm that lives on its own again, and what it said of the person itself. */
  readonly parted: number
  readonly ownOfParted: readonly string[]
  readonly said: readonly string[]
  readonly application: number
  /** The packet that went out and was filled in, as it is on the disk of somebody. */
  readonly packet: string
  readonly importId: number
  /** The merge that was not taken back. */
  readonly inForce: number
}

/**
 * Lets a company write about a person in charge by every road: create, save, draft, change request, import, merge and its undoing, search,
 * duplicates, check, submission, packet, signatures. Nothing is under way at the end, and no limit in force.
 */
export async function everyRoad(): Promise<Story> {
  const company = await companyAtWork()
  const { desk, filler, otherFiller, signers, verifier, accountant } = company
  const first = { ...person('principal', '甲辰初'), ...owner('甲辰初') }
  const second = { ...person('principal', '乙巳再'), ...owner('乙巳再') }
  const early = { 'people.principal.1.name': '甲辰初某人' }
  const customerId = await readyCustomer(company, 5_000_000, { ...first, 'customer.name': '杭州明珠商贸有限公司' })
  const opened = await filler.ask('customers.open', { id: customerId })
  const { 'people.principal.1.name': _name, ...rest } = second
  await must(filler.save(customerId, opened.revision, changesTo(first, rest)))

  // A table that somebody handed in, and a card from it that becomes one with this one for a while.
  const imported = { ...person('principal', '丙午导入') }
  const heads = ['负责人', '民族', '职务', '负责人电话', '住址', '素质', '住宅电话']
  const { id: importId } = await importFile(
    { backend: desk.backend, caller: otherFiller },
    table(['客户名称', ...heads], ['杭州明珠商贸集团', ...Object.values(imported).map(String)]),
    Object.fromEntries(Object.keys(imported).map((box, index) => [heads[index] ?? '', box])),
  )
  const parted = await idOfName(filler, '杭州明珠商贸集团')
  const undone = await merge(signers.salesManager, customerId, parted, { 'people.principal': 'drop' })
  await signers.salesManager.ask('customers.unmerge', unmerging(undone))

  await identityCardOf(company, customerId)

  const application = await begin(company, customerId)
  const request = requestFor(company, { reason: '甲辰初某人介绍来的客户' })
  await filler.ask('applications.change', { requestId: randomUUID(), id: application, request })
  await submit(filler, application)
  const packet = await make(company, application)
  const filled = await fill(packet, { filling: agreed })
  await read(company, accountant, filled)
  const forged = await fill(packet, { filling: agreed, more: [{ sheet: '审批单', cell: 'B6', text: '甲辰初某人改' }] })
  await read(company, accountant, forged)
  const scan = await addPaper(company, filler, customerId, 'signedPaper')
  await record(company, filled, scan)
  const { returns } = await verifier.ask('packets.waiting', {})
  await verifier.ask('packets.confirm', {
    requestId: randomUUID(),
    id: returns[0]?.id ?? 0,
    accept: true,
    password: deskPassword,
  })
  await decide(signers.salesManager, application, { decision: 'reject', comment: '资料与来访所见不符' })
  const asked = await askForChange(filler, customerId, { boxes: { 'people.principal.1.name': '戊申拟改某人' } })
  await filler.ask('changes.withdraw', { requestId: randomUUID(), id: asked })

  const twin = { ...person('principal', '丁未并入'), 'people.principal.1.name': '甲辰初某人' }
  const { id: merged } = await filler.create({ 'customer.name': '绍兴明珠粮油行', ...twin })
  const inForce = await merge(signers.salesManager, customerId, merged, { 'people.principal': 'keep' })
  await filler.ask('duplicates.scan', { requestId: randomUUID() })

  const cells = Object.fromEntries(
    Object.keys(second).map(box => [box, { from: null, value: `庚戌草稿${box}`, entry: `庚戌草稿${box}` }]),
  )
  const { revision } = await filler.ask('customers.open', { id: customerId })
  await filler.ask('drafts.put', { key: `customer:${customerId}:${randomUUID()}`, revision, cells })
  const said = [...textsOf(first, second, twin, early), '戊申拟改', '庚戌草稿', '%PDF-1.4\nidentity']
  const ownOfParted = textsOf(imported)
  return { company, customerId, parted, ownOfParted, said, application, packet: filled, importId, inForce }
}

/** A copy of the identity card of the person in charge, who has agreed to it. */
export async function identityCardOf(company: Company, customerId: number): Promise<number> {
  await recordPurpose(company.desk, 'identityCard')
  await recordConsent(company.filler, customerId, ['identityCard'])
  return addIdentityPaper(company, company.filler, customerId)
}

async function must<T>(outcome: Promise<{ readonly ok: boolean } & T>): Promise<void> {
  const answered = await outcome
  if (!answered.ok) throw new Error(JSON.stringify(answered))
}

async function idOfName(by: Caller, name: string): Promise<number> {
  const { rows } = await by.ask('customers.list', {
    search: '',
    archived: false,
    sort: 'customer.name',
    descending: false,
    offset: 0,
    limit: 100,
  })
  const found = rows.find(row => JSON.stringify(row).includes(name))
  if (!found) throw new Error(`nobody is called ${name}`)
  return found.id
}

type Order = Input<'personal.erase'>

/** What the general manager asks for. */
export function erasing(customerId: number, more: Partial<Order> = {}): Order {
  const asked = { subject: 'people.principal.1', scope: 'all', reason: '本人书面要求删除' } as const
  return { requestId: randomUUID(), customerId, ...asked, password: deskPassword, ...more }
}

/** Lets the general manager erase somebody. */
export function erase(
  { signers }: Company,
  customerId: number,
  more: Partial<Order> = {},
): Promise<Output<'personal.erase'>> {
  return signers.generalManager.ask('personal.erase', erasing(customerId, more))
}

/** Whether the log and everything that was decided agree. */
export async function brokenAt({ signers }: Company): Promise<Output<'audit.verify'>['broken']> {
  return (await signers.generalManager.ask('audit.verify', { anchor: null })).broken
}

/** Every cell of every table in which a text stands, but for some rows. */
export function cellsWith({ dir }: Pick<Desk, 'dir'>, texts: readonly string[]): string[] {
  const db = new Database(path.join(dir, 'kehu.sqlite'), { readonly: true })
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
    return tables.flatMap(name =>
      (db.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]).flatMap(row =>
        Object.entries(row).flatMap(([column, cell]) => {
          const text = Buffer.isBuffer(cell) ? cell.toString('latin1') : String(cell)
          return texts.filter(one => text.includes(one)).map(one => `${name}.${column}: ${one}`)
        }),
      ),
    )
  } finally {
    db.close()
  }
}

/** Every file of a data folder but its backups in whose bytes a text stands. */
export function filesWith({ dir }: Pick<Desk, 'dir'>, texts: readonly string[]): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter(name => !name.startsWith('backups'))
    .map(name => path.join(dir, name))
    .filter(file => existsSync(file) && statSync(file).isFile())
    .flatMap(file => {
      const bytes = readFileSync(file)
      return texts.filter(text => bytes.includes(text)).map(text => `${path.relative(dir, file)}: ${text}`)
    })
}

/** What is found in a copy of the file to which somebody who knows SQL has done something, past every trigger. */
export async function foundAfter(
  { dir }: Pick<Desk, 'dir'>,
  tamper: (db: Database.Database) => void,
): Promise<RecordBreak | undefined> {
  const copy = path.join(temporaryFolder(), 'copy.sqlite')
  const source = new Database(path.join(dir, 'kehu.sqlite'), { readonly: true })
  source.prepare('VACUUM INTO ?').run(copy)
  source.close()
  const db = new Database(copy)
  try {
    const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]
    db.pragma('foreign_keys = OFF')
    for (const name of triggers) db.exec(`DROP TRIGGER ${name}`)
    tamper(db)
    return await verifyRecords(db)
  } finally {
    db.close()
  }
}
