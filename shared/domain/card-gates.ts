import { completeness } from '../catalogue/derive/completeness.ts'
import { isEmpty, textAt } from '../catalogue/derive/value.ts'
import type { Path, Values } from '../catalogue/field.ts'
import type { VerificationState } from '../contract/attachment-calls.ts'
import { checkRegistrationNo } from './credit-code.ts'
import { missingContacts } from './gates.ts'
import { classOf } from './personal.ts'
import { saysWhy, type Terms } from './policy.ts'

/** The three gates of a card in their order: 草稿可存, 正式客户, 可申请额度 (rules 21). */
export const cardGates = ['draft', 'formal', 'credit'] as const
export type CardGate = (typeof cardGates)[number]

/**
 * One thing that a gate misses. `fields` are boxes that answer it, any of them where there are several ways; `detail` is what its
 * sentence needs: the percent reached, or an item of verification.
 */
export interface CardNeed {
  readonly code: 'box' | 'creditCode' | 'salesperson' | 'incomplete' | 'contacts' | 'verification'
  readonly fields: readonly Path[]
  readonly detail: string
}

/** What 正式客户 rests on. `noCodeReason` says why there is no 统一社会信用代码. */
export interface FormalFacts {
  readonly values: Values
  readonly salespersonId: number | null
  readonly noCodeReason: string | null
}

/** What 可申请额度 rests on besides; the items as they stand for the limit asked for, and a reason for fewer contacts if there is one. */
export interface CreditFacts extends FormalFacts {
  readonly terms: Pick<Terms, 'completenessPercent'>
  readonly verification: readonly Pick<VerificationState, 'item' | 'required' | 'state'>[]
  readonly contactsReason: string | null
}

/**
 * The key boxes of KH001 that must say something; the registration number has a way round, so it is asked for by itself. What is
 * personal data is never asked for (rules 11), so the account only of a firm.
 */
const formalBoxes = [
  'customer.name',
  'people.principal.1.name',
  'customer.bankAccountNo',
  'customer.paymentMethod',
] as const

/** What is missing for a draft: its name. */
export function missingForDraft(values: Values): CardNeed[] {
  return isEmpty(values['customer.name']) ? [need('box', ['customer.name'])] : []
}

/** What a card misses to be a 正式客户: the key boxes of KH001, and a right 统一社会信用代码 or the reason why there is none. */
export function missingForFormal({ values, salespersonId, noCodeReason }: FormalFacts): CardNeed[] {
  const asked = formalBoxes.filter(path => classOf(path, values) === undefined)
  const empty = asked.filter(path => isEmpty(values[path])).map(path => need('box', [path]))
  const isCode = checkRegistrationNo(textAt(values, 'customer.businessRegNo')).kind === 'creditCode'
  return [
    ...empty,
    ...(isCode || (noCodeReason !== null && saysWhy(noCodeReason))
      ? []
      : [need('creditCode', ['customer.businessRegNo'])]),
    ...(salespersonId === null ? [need('salesperson', [])] : []),
  ]
}

/**
 * What a card misses before a limit can be asked for: enough of KH002 by weight, the items of verification, two people to call. How old
 * the exposure is (at most 35 days) is not asked yet: the program does not know any.
 */
export function missingForCredit({ values, terms, verification, contactsReason }: CreditFacts): CardNeed[] {
  const { percent, missing } = completeness(values, 'KH002')
  const contacts = missingContacts(values, contactsReason)
  return [
    ...(percent < terms.completenessPercent ? [need('incomplete', missing, String(percent))] : []),
    ...(contacts.length > 0 ? [need('contacts', contacts)] : []),
    ...verification
      .filter(({ required, state }) => required && state !== 'done')
      .map(({ item }) => need('verification', [], item)),
  ]
}

/** How far a card has come, and what every gate misses by itself; a gate counts as reached once those before it are. */
export function cardProgress(facts: CreditFacts): {
  readonly reached: CardGate | null
  readonly missing: Readonly<Record<CardGate, readonly CardNeed[]>>
} {
  const missing = {
    draft: missingForDraft(facts.values),
    formal: missingForFormal(facts),
    credit: missingForCredit(facts),
  }
  const closed = cardGates.findIndex(gate => missing[gate].length > 0)
  return { reached: closed === -1 ? 'credit' : (cardGates[closed - 1] ?? null), missing }
}

function need(code: CardNeed['code'], fields: readonly Path[], detail = ''): CardNeed {
  return { code, fields, detail }
}
