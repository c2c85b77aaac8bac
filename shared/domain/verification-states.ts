import { textAt } from '../catalogue/derive/value.ts'
import type { Values } from '../catalogue/field.ts'
import type { Attachment, VerificationFacts, VerificationState } from '../contract/attachment-calls.ts'
import type { Person } from '../contract/people-shapes.ts'
import { daysBetween } from './calendar.ts'
import { normaliseBankAccount } from './contact.ts'
import { checkRegistrationNo, normaliseRegistrationNo } from './credit-code.ts'
import { contactMarks } from './look-alike.ts'
import { isSameName } from './names.ts'
import type { Terms } from './policy.ts'
import { type AttachmentKind, type VerificationItem, verificationItems } from './verification.ts'

/** One check as it was recorded; `files` are ids of attachments. ISO day. */
export interface VerificationRecord {
  readonly id: number
  readonly facts: VerificationFacts
  readonly checkedOn: string
  readonly verifier: Person
  readonly note: string | null
  readonly files: readonly number[]
}

/** What decides how far a customer is verified: the card as it stands now, the amount (分), all checks and papers, the rules of the house. */
export interface VerificationInput {
  readonly values: Values
  readonly amount: number
  readonly records: readonly VerificationRecord[]
  readonly attachments: readonly Pick<Attachment, 'id' | 'kind' | 'fileName'>[]
  readonly terms: Pick<Terms, 'visitFrom' | 'allItemsFrom' | 'registryDays'>
  readonly today: string
  /** Telephones of the people of the house, as marks; a call to one of them tells nothing about the customer. */
  readonly staffPhones?: readonly string[]
}

type State = VerificationState['state']

/** How each of the five items stands for an amount (rules 3); the newest check of an item counts. */
export function verificationStates(input: VerificationInput): VerificationState[] {
  const { attachments, records } = input
  const newest = new Map<VerificationItem, VerificationRecord>()
  for (const record of [...records].sort((a, b) => a.id - b.id)) newest.set(record.facts.item, record)
  const required = requiredItems(input, newest.get('licence'))
  return verificationItems.map(item => {
    const record = newest.get(item)
    const files = attachments.filter(({ id }) => record?.files.includes(id))
    return {
      item,
      required: required.has(item),
      state: record ? stateOf(input, record, new Set(files.map(({ kind }) => kind))) : 'missing',
      checkedOn: record?.checkedOn ?? null,
      verifier: record?.verifier ?? null,
      note: record?.note ?? null,
      facts: record?.facts ?? null,
      files: files.map(({ id, fileName }) => ({ id, fileName })),
    }
  })
}

function requiredItems(
  { amount, terms }: VerificationInput,
  licence: VerificationRecord | undefined,
): ReadonlySet<VerificationItem> {
  if (amount <= 0) return new Set()
  if (amount >= terms.allItemsFrom) return new Set(verificationItems)
  // Lease and bill say where somebody pays rent; that business is done there has to be seen.
  const hasNoLicence = licence?.facts.item === 'licence' && licence.facts.evidence === 'leaseAndBill'
  const visit: readonly VerificationItem[] = amount >= terms.visitFrom || hasNoLicence ? ['visit'] : []
  return new Set([...visit, 'licence', 'registry', 'callback'])
}

/** Whether a check found something against the customer, whatever the card says. */
export function speaksAgainst(facts: VerificationFacts): boolean {
  switch (facts.item) {
    case 'registry':
      return facts.status !== 'normal'
    case 'callback':
      return !facts.confirmed
    case 'visit':
      return !facts.agrees
    case 'licence':
    case 'account':
      return false
  }
}

function stateOf(
  { values, terms, today, staffPhones = [] }: VerificationInput,
  { facts, checkedOn }: VerificationRecord,
  papers: ReadonlySet<AttachmentKind>,
): State {
  switch (facts.item) {
    case 'licence':
      return licenceState(values, facts, papers)
    case 'registry':
      if (facts.status !== 'normal') return 'contradicts'
      return daysBetween(checkedOn, today) > terms.registryDays ? 'outdated' : 'done'
    case 'callback':
      return facts.confirmed && !contactMarks(facts).some(({ mark }) => staffPhones.includes(mark))
        ? 'done'
        : 'contradicts'
    case 'visit':
      if (!facts.agrees) return 'contradicts'
      return papers.has('photo') ? 'done' : 'missing'
    case 'account':
      return isSameName(facts.accountName, textAt(values, 'customer.name')) &&
        isSameAccount(facts.accountNo, textAt(values, 'customer.bankAccountNo'))
        ? 'done'
        : 'contradicts'
  }
}

function licenceState(
  values: Values,
  facts: Extract<VerificationFacts, { item: 'licence' }>,
  papers: ReadonlySet<AttachmentKind>,
): State {
  const isOurs =
    isSameName(facts.name, textAt(values, 'customer.name')) &&
    isSameName(facts.representative, textAt(values, 'people.principal.1.name'))
  if (!isOurs) return 'contradicts'
  if (facts.evidence === 'leaseAndBill') {
    if (textAt(values, 'customer.ownershipType') !== 'individual') return 'contradicts'
    return papers.has('lease') && papers.has('utilityBill') ? 'done' : 'missing'
  }
  const isRight =
    checkRegistrationNo(facts.creditCode).kind === 'creditCode' &&
    isSameCode(facts.creditCode, textAt(values, 'customer.businessRegNo'))
  if (!isRight) return 'contradicts'
  return papers.has('licence') ? 'done' : 'missing'
}

function isSameCode(a: string, b: string): boolean {
  return normaliseRegistrationNo(a) === normaliseRegistrationNo(b)
}

function isSameAccount(a: string, b: string): boolean {
  return normaliseBankAccount(a) !== '' && normaliseBankAccount(a) === normaliseBankAccount(b)
}
