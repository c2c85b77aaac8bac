import { randomUUID } from 'node:crypto'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { inventCreditCode } from '../../electron/backend/sample/firm.ts'
import { places } from '../../electron/backend/sample/places.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import type { ApplicationDetail } from '../../shared/contract/application-calls.ts'
import type { VerificationFacts } from '../../shared/contract/attachment-calls.ts'
import type { Input } from '../../shared/contract/contract.ts'
import { healthPath } from '../../shared/domain/personal.ts'
import type { AttachmentKind } from '../../shared/domain/verification.ts'
import { type Post, posts } from '../../shared/domain/roles.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'
import { movingClock, type MovingClock } from './moving-clock.ts'
import { type Caller, type Desk, deskPassword, readyDesk, listing } from './desk.ts'

/** A company at work: an administrator, two fillers, the four posts, two verifiers, an accountant, each signed in. */
export interface Company {
  readonly desk: Desk
  readonly clock: MovingClock
  readonly administrator: Caller
  readonly filler: Caller
  readonly otherFiller: Caller
  readonly signers: Readonly<Record<Post, Caller>>
  readonly verifier: Caller
  readonly accountant: Caller
  /** Ids of everybody by name. */
  readonly ids: ReadonlyMap<string, number>
}

const signerNames: Readonly<Record<Post, string>> = {
  officeHead: '周敏',
  salesManager: '陈卫东',
  marketingVp: '赵红',
  generalManager: '吴建国',
}

/** Goes to noon of a local day, on which everybody comes back to a window that has locked itself. */
export async function goTo({ clock, ...company }: Company, day: string): Promise<void> {
  clock.goTo(day)
  const { administrator, filler, otherFiller, signers, verifier, accountant } = company
  for (const person of [administrator, filler, otherFiller, ...Object.values(signers), verifier, accountant])
    await person.ask('session.unlock', { password: deskPassword })
}

/** Sets a company up through the calls that people make. */
export async function companyAtWork(day?: string): Promise<Company> {
  const clock = movingClock(day)
  const desk = await readyDesk({ clock: clock.now })
  const ids = new Map<string, number>()
  const add = async (name: string, roles: Parameters<Desk['addAccount']>[0]['roles']) => {
    const { id } = await desk.addAccount({ name, roles })
    ids.set(name, id)
    return id
  }
  await add('孙磊', ['filler'])
  await add('韩雪', ['filler'])
  await add('郑凯', ['verifier'])
  await add('钱芳', ['accountant'])
  for (const post of posts) await add(signerNames[post], ['auditor'])
  // The general manager holds the first post of the house and decides about the others.
  for (const post of [...posts].reverse()) await givePost({ desk, ids }, signerNames[post], post)
  const as = (name: string) => desk.as(name)
  const signers = {
    officeHead: await as(signerNames.officeHead),
    salesManager: await as(signerNames.salesManager),
    marketingVp: await as(signerNames.marketingVp),
    generalManager: await as(signerNames.generalManager),
  }
  const others = {
    administrator: desk,
    filler: await as('孙磊'),
    otherFiller: await as('韩雪'),
    verifier: await as('郑凯'),
    accountant: await as('钱芳'),
  }
  return {
    desk,
    clock,
    signers,
    ...others,
    ids,
  }
}

/** Gives somebody a post by proposal, decided by the general manager once there is one. */
export async function givePost({ desk, ids }: Pick<Company, 'desk' | 'ids'>, name: string, post: Post): Promise<void> {
  const change = { kind: 'post', account: idOf({ ids }, name), post } as const
  const proposal = await desk.ask('policy.propose', { requestId: randomUUID(), change, reason: '岗位任命' })
  if (proposal.state === 'approved') return
  const manager = await desk.as(signerNames.generalManager)
  await manager.ask('policy.decide', {
    requestId: randomUUID(),
    id: proposal.id,
    approve: true,
    reason: '',
    password: deskPassword,
  })
}

export function idOf({ ids }: Pick<Company, 'ids'>, name: string): number {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`nobody is called ${name}`)
  return id
}

/** What a filler can type of a customer for whom everything is known; somebody's health is closed as long as nobody has agreed. */
export function typedCustomer(more: Values = {}): Values {
  const typed = Object.entries(fullCustomer).filter(([path]) => {
    const box = boxAt(path)
    return path !== healthPath && box && !box.field.setBy && !box.field.unique && box.field.key !== 'sharePct'
  })
  return {
    ...Object.fromEntries(typed),
    'customer.developedBy': '孙磊',
    'customer.filledBy': '孙磊',
    'credit.filledBy': '孙磊',
    ...more,
  }
}

const pdf = (text: string) => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`)

/** Adds a paper to a customer; answers its id. */
export async function addPaper(
  { desk }: Pick<Company, 'desk'>,
  by: Caller,
  customerId: number,
  kind: AttachmentKind,
  content = `${kind} ${customerId}`,
): Promise<number> {
  const received = await desk.backend.receiveUpload([pdf(content)])
  if (!received.ok) throw new Error(received.error.code)
  const { upload } = received.value
  const { id } = await by.ask('attachments.add', {
    requestId: randomUUID(),
    customerId,
    upload,
    fileName: `${kind}.pdf`,
    kind,
  })
  return id
}

/** Records one item as it should be found for the customer of `typedCustomer`. */
export async function verify(
  company: Pick<Company, 'desk' | 'clock' | 'verifier'>,
  customerId: number,
  facts: VerificationFacts,
  files: readonly number[] = [],
): Promise<void> {
  await company.verifier.ask('verifications.record', {
    requestId: randomUUID(),
    customerId,
    facts,
    checkedOn: company.clock.today(),
    note: null,
    files: [...files],
  })
}

/** Everything that any limit needs, checked by the verifier. */
export async function verifyAll(company: Company, customerId: number, values: Values): Promise<void> {
  const text = (path: string) => String(values[path] ?? '')
  const licence = await addPaper(company, company.verifier, customerId, 'licence')
  const photo = await addPaper(company, company.verifier, customerId, 'photo')
  await verify(
    company,
    customerId,
    {
      item: 'licence',
      evidence: 'licence',
      name: text('customer.name'),
      creditCode: text('customer.businessRegNo'),
      representative: text('people.principal.1.name'),
    },
    [licence],
  )
  await verify(company, customerId, { item: 'registry', status: 'normal' })
  await verify(company, customerId, {
    item: 'callback',
    phone: '0571-87654321',
    source: 'directory',
    spokeWith: '前台',
    confirmed: true,
  })
  await verify(
    company,
    customerId,
    { item: 'visit', agrees: true, deliveryAddress: '杭州市良渚仓库 3 号', consignee: '李仓管', consigneePhone: '' },
    [photo],
  )
  await verify(company, customerId, {
    item: 'account',
    accountName: text('customer.name'),
    accountNo: text('customer.bankAccountNo'),
  })
}

/** A customer that is filled in, verified and ready to ask for `amount` 分. */
export async function readyCustomer(company: Company, amount: number, more: Values = {}): Promise<number> {
  const values = typedCustomer({ 'credit.requestedLimit': amount, ...(await identityOf(company)), ...more })
  const { id } = await company.filler.create(values)
  await verifyAll(company, id, values)
  return id
}

/** The first customer is the one of the full card; the next ones are other firms, as the program takes no firm twice. */
async function identityOf({ filler }: Company): Promise<Values> {
  const { total } = await filler.ask('customers.list', listing())
  if (total === 0) return {}
  const [place] = places
  const own = ['海天', '大华', '金谷', '长青', '永盛', '丰隆'][total - 1]
  if (!own || !place) throw new Error(`no name for customer ${total + 1}`)
  const firm = { name: `宁波${own}粮油有限公司`, place, ownership: 'jointStock', businessForm: 'company' } as const
  return {
    'customer.name': firm.name,
    'customer.businessRegNo': inventCreditCode(firm, total),
    'customer.taxNo': null,
    'customer.bankAccountNo': `12020214099005${total}0316`,
  }
}

/** Begins a standing application and names the salesperson. */
export async function begin(company: Company, customerId: number, by: Caller = company.filler): Promise<number> {
  const { id } = await by.ask('applications.begin', { requestId: randomUUID(), customerId, kind: 'standing' })
  await by.ask('applications.change', { requestId: randomUUID(), id, request: requestFor(company) })
  return id
}

type Request = Input<'applications.change'>['request']

/** What is asked for beside the KH002. */
export function requestFor(company: Pick<Company, 'ids'>, more: Partial<Request> = {}): Request {
  return {
    salespersonId: idOf(company, '孙磊'),
    amount: null,
    startsOn: null,
    endsOn: null,
    reason: null,
    plan: [],
    ...more,
  }
}

/** Begins a temporary limit of so many 分 for December 2026, which is paid back ten days later. */
export function beginTemporary(
  company: Company,
  customerId: number,
  amount: number,
  by = company.filler,
): Promise<number> {
  const plan = [{ on: '2027-01-10', amount }]
  const days = { startsOn: '2026-12-01', endsOn: '2026-12-31' }
  return beginBeside(company, by, customerId, 'temporary', { amount, ...days, reason: '春节备货，节后结清', plan })
}

/** Begins the lowering of a limit to so many 分. */
export function beginLowering(company: Company, customerId: number, amount: number): Promise<number> {
  return beginBeside(company, company.filler, customerId, 'lowering', { amount, reason: '销售下滑，主动压缩' })
}

async function beginBeside(
  company: Company,
  by: Caller,
  customerId: number,
  kind: 'temporary' | 'lowering',
  more: Partial<Request>,
): Promise<number> {
  const { id } = await by.ask('applications.begin', { requestId: randomUUID(), customerId, kind })
  await by.ask('applications.change', { requestId: randomUUID(), id, request: requestFor(company, more) })
  return id
}

export async function submit(by: Caller, id: number): Promise<void> {
  await by.ask('applications.submit', { requestId: randomUUID(), id })
}

/** A submitted application for `amount` 分. */
export async function submitted(company: Company, amount = 5_000_000, more: Values = {}): Promise<number> {
  const id = await begin(company, await readyCustomer(company, amount, more))
  await submit(company.filler, id)
  return id
}

type Decide = Input<'applications.decide'>

/** The input of a decision about the step that is open, as a screen would make it: everything read, nothing unusual said. */
export function decision(detail: ApplicationDetail, more: Partial<Decide> = {}): Decide {
  const open = detail.steps.find(({ state }) => state === 'open')
  return {
    requestId: randomUUID(),
    id: detail.id,
    revision: detail.revision,
    place: open?.place ?? 1,
    attempt: open?.attempt ?? 1,
    decision: 'agree',
    granted: null,
    grade: detail.isLastStep && detail.kind === 'standing' ? 'A' : null,
    validTo: null,
    comment: '',
    returnTo: 'filler',
    flagsSeen: detail.flags.map(({ key }) => key),
    password: deskPassword,
    ...more,
  }
}

/** Lets somebody decide the open step of an application. */
export async function decide(by: Caller, id: number, more: Partial<Decide> = {}): Promise<void> {
  await by.ask('applications.decide', decision(await by.ask('applications.open', { id }), more))
}

/** Lets the open steps be signed by whoever holds their posts, up to and with `last`. */
export async function signThrough(company: Company, id: number, last: Post = 'generalManager'): Promise<void> {
  for (const post of posts) {
    const { steps } = await company.filler.ask('applications.open', { id })
    if (steps.some(step => step.post === post && step.state === 'open')) await decide(company.signers[post], id)
    if (post === last) return
  }
}

/** Key boxes as they are to be, and who is to be responsible; the customer is asked by telephone where it is about the account. */
interface WantedChange {
  readonly boxes?: Values
  readonly salesperson?: number
}

/** Asks for a change of key boxes as the screen does; answers the id of the request. */
export async function askForChange(
  by: Caller,
  customerId: number,
  { boxes = {}, salesperson }: WantedChange,
): Promise<number> {
  const { revision, values } = await by.whole(customerId)
  const changes = Object.entries(boxes).map(([path, to]) => [path, { from: values[path] ?? null, to }])
  const account = boxes['customer.bankAccountNo']
  const { id } = await by.ask('changes.request', {
    requestId: randomUUID(),
    customerId,
    revision,
    changes: Object.fromEntries(changes),
    salesperson: salesperson ?? null,
    accountAgain: typeof account === 'string' ? account : null,
    reason: '客户来函通知变更',
  })
  return id
}

/** Records that the customer named an account on the telephone. */
export function callBack(
  company: Pick<Company, 'clock'>,
  by: Caller,
  id: number,
  accountHeard: string,
  more: { readonly phone?: string; readonly calledOn?: string } = {},
) {
  const call = {
    phone: '0571-87654321',
    source: 'registry',
    spokeWith: '财务',
    calledOn: company.clock.today(),
  } as const
  return by.call('changes.callback', { requestId: randomUUID(), id, accountHeard, ...call, ...more })
}

/** Changes key boxes: asked for, called back where it has to be, and approved. */
export async function changeByRequest(
  company: Company,
  customerId: number,
  wanted: WantedChange,
  { by = company.filler, approver = company.signers.officeHead }: { by?: Caller; approver?: Caller } = {},
): Promise<void> {
  const id = await askForChange(by, customerId, wanted)
  const account = wanted.boxes?.['customer.bankAccountNo']
  if (typeof account === 'string') await callBack(company, company.verifier, id, account)
  await approver.ask('changes.approve', { requestId: randomUUID(), id, opinion: '', password: deskPassword })
}
