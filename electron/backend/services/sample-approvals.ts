import { numberAt, textAt } from '../../../shared/catalogue/derive/value.ts'
import type { Values } from '../../../shared/catalogue/field.ts'
import type { VerificationFacts } from '../../../shared/contract/attachment-calls.ts'
import type { Decision } from '../../../shared/domain/application.ts'
import type { AttachmentKind } from '../../../shared/domain/verification.ts'
import { type Post, posts } from '../../../shared/domain/roles.ts'
import { inTransaction } from '../database/connection.ts'
import { applicationById } from '../repositories/applications.ts'
import { insertAttachment } from '../repositories/attachments.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { everyId } from '../repositories/customer-list.ts'
import { beginApplication, changeApplication } from './applications/begin.ts'
import { presentFlags } from './applications/flags.ts'
import { releaseLimit } from './applications/limits.ts'
import { loadCase, openStepOf } from './applications/load-case.ts'
import { recordSignature } from './applications/sign.ts'
import { submitApplication } from './applications/submit.ts'
import { keepFile } from './attachments/attachment-files.ts'
import { recordVerification } from './attachments/verification-services.ts'
import { audit } from './audit/audit.ts'
import { CallFailure } from './call-failure.ts'
import { fileRequest } from './changes/file-request.ts'
import { type Context, now, type Ports, today } from './context.ts'
import { sampleContext } from './sample-context.ts'

/** What became of one application of the sample company: when it was submitted, who has signed, and what happened then. */
interface Story {
  readonly daysAgo: number
  readonly signed: number
  readonly ending?: Extract<Decision, 'return' | 'reject'>
  readonly lowered?: true
  readonly released?: true
  /** A change of a key box waits since. */
  readonly changing?: true
}

/** One of each, from the oldest to the newest: ended, ending soon, in force, refused, given back, and waiting on every desk. */
const stories: readonly Story[] = [
  { daysAgo: 110, signed: 4 },
  { daysAgo: 87, signed: 4, released: true },
  { daysAgo: 60, signed: 4 },
  { daysAgo: 45, signed: 4, lowered: true, released: true, changing: true },
  { daysAgo: 30, signed: 2, ending: 'reject' },
  { daysAgo: 9, signed: 1, ending: 'return' },
  { daysAgo: 7, signed: 0 },
  { daysAgo: 5, signed: 1 },
  { daysAgo: 4, signed: 3 },
  { daysAgo: 2, signed: 2, lowered: true },
  { daysAgo: 1, signed: 0 },
]

const comments = {
  return: '请补充同行评价的依据后再报。',
  reject: '回款记录不足，暂不授信。',
  lower: '先按七成执行，半年后复审。',
}

/** Lets the people of the sample company ask for limits and sign them, through the services that everybody uses. Throws SqliteError. */
export function fillSampleApprovals(ports: Ports): void {
  const { db } = ports
  const customers = everyId(db, { words: [], archived: false })[Symbol.iterator]()
  for (const story of stories) {
    for (let next = customers.next(); !next.done; next = customers.next())
      if (isFilledIn(ports, next.value) && canTell(ports, story, next.value)) break
  }
}

/** The ports of so many days ago. */
export function daysAgo(ports: Ports, days: number): Ports {
  return { ...ports, clock: () => new Date(ports.clock().getTime() - days * 86_400_000) }
}

const signerOf: Readonly<Record<Post, string>> = {
  officeHead: '周敏',
  salesManager: '陈卫东',
  marketingVp: '赵红',
  generalManager: '吴建国',
}

/** Only a card that is filled in well enough could have been submitted. */
function isFilledIn({ db }: Ports, id: number): boolean {
  const values = loadCustomerValues(db, id) ?? {}
  return numberAt(values, 'credit.requestedLimit') !== null && textAt(values, 'people.principal.1.name') !== ''
}

/** Tells a story with a customer, unless its card would not get through the gates: then nothing of it stays. */
function canTell(ports: Ports, story: Story, customerId: number): boolean {
  try {
    inTransaction(ports.db, () => tell(ports, story, customerId))
    return true
  } catch (error) {
    if (error instanceof CallFailure && error.code === 'gates-closed') return false
    throw error
  }
}

function tell(ports: Ports, story: Story, customerId: number): void {
  const then = daysAgo(ports, story.daysAgo)
  const filler = sampleContext(then, '孙磊')
  const values = loadCustomerValues(ports.db, customerId) ?? {}
  verifySample(sampleContext(then, '郑凯'), customerId, values)
  const { id } = beginApplication(filler, { requestId: ports.newId(), customerId, kind: 'standing' })
  const request = { amount: null, startsOn: null, endsOn: null, reason: '老客户，联系人均为店主家人。', plan: [] }
  changeApplication(filler, { requestId: ports.newId(), id, request: { ...request, salespersonId: filler.actor.id } })
  submitApplication(filler, { requestId: ports.newId(), id })
  for (const post of posts.slice(0, story.signed)) decideSample(sampleContext(then, signerOf[post]), id, story, post)
  if (story.ending)
    decideSample(sampleContext(then, signerOf[posts[story.signed] ?? 'generalManager']), id, story, story.ending)
  if (story.released) release(sampleContext(daysAgo(ports, story.daysAgo - 20), '钱芳'), id)
  if (story.changing) askForChange(sampleContext(daysAgo(ports, 2), '孙磊'), customerId, values)
}

function askForChange(context: Context, customerId: number, values: Values): void {
  const from = values['customer.paymentMethod'] ?? null
  const items = [{ path: 'customer.paymentMethod' as const, from, to: from === '月结' ? '转账' : '月结' }]
  fileRequest(context, { customerId, reason: '客户来函，已改签付款协议。', items })
}

function decideSample(context: Context, id: number, story: Story, what: Post | 'return' | 'reject'): void {
  const found = loadCase(context.db, id, today(context))
  const step = openStepOf(found)
  if (!step) throw new Error('the sample company signs what is not open')
  const ends = what === 'return' || what === 'reject'
  const lowers = story.lowered === true && what === 'salesManager'
  const amount = found.application.amount ?? 0
  recordSignature(context, {
    applicationId: id,
    revision: found.application.revision,
    place: step.place,
    attempt: step.attempt,
    signerId: context.actor.id,
    evidence: 'jia',
    packetId: null,
    decision: ends ? what : lowers ? 'lower' : 'agree',
    granted: lowers ? Math.floor((amount * 0.7) / 100_000) * 100_000 : null,
    grade: what === 'generalManager' ? 'B' : null,
    validTo: null,
    comment: ends ? comments[what] : lowers ? comments.lower : '',
    returnTo: 'filler',
    flagsSeen: presentFlags(context, found).map(({ key }) => key),
  })
}

function release(context: Context, id: number): void {
  const paidOn = today(context)
  if (applicationById(context.db, id)?.validFrom)
    releaseLimit(context, { requestId: context.newId(), applicationId: id, paidOn, invoice: `FP-${1000 + id}` })
}

/** Checks all five items as they should be found. */
function verifySample(context: Context, customerId: number, values: Values): void {
  const text = (path: string) => textAt(values, path)
  const licence = keepPaper(context, customerId, 'licence')
  const photo = keepPaper(context, customerId, 'photo')
  const facts: readonly (readonly [VerificationFacts, readonly number[]])[] = [
    [
      {
        item: 'licence',
        evidence: 'licence',
        name: text('customer.name'),
        creditCode: text('customer.businessRegNo'),
        representative: text('people.principal.1.name'),
      },
      [licence],
    ],
    [{ item: 'registry', status: 'normal' }, []],
    [{ item: 'callback', phone: '114', source: 'directory', spokeWith: '前台', confirmed: true }, []],
    [
      {
        item: 'visit',
        agrees: true,
        deliveryAddress: text('customer.address') || '门店',
        consignee: text('people.principal.1.name'),
        consigneePhone: '',
      },
      [photo],
    ],
    [{ item: 'account', accountName: text('customer.name'), accountNo: text('customer.bankAccountNo') || '0' }, []],
  ]
  for (const [found, files] of facts) {
    const check = { customerId, facts: found, checkedOn: today(context), note: null, files: [...files] }
    recordVerification(context, { requestId: context.newId(), ...check })
  }
}

function keepPaper(context: Context, customerId: number, kind: AttachmentKind): number {
  const bytes = Buffer.from(`%PDF-1.4\n% ${kind} ${customerId}\n%%EOF\n`)
  const kept = keepFile(context.dataDir, bytes, 'pdf')
  const paper = {
    ...kept,
    customerId,
    kind,
    fileName: `${kind === 'licence' ? '营业执照' : '门店照片'}.pdf`,
    bytes: bytes.length,
  }
  const id = insertAttachment(context.db, { ...paper, addedAt: now(context), addedBy: context.actor.id })
  const facts = { attachment: String(id), kind, type: kept.type, bytes: String(bytes.length) }
  audit(context, { action: 'attachment.add', object: `customer:${customerId}`, afterDigest: kept.sha256, facts })
  return id
}
