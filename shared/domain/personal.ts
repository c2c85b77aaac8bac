import { boxAt, personSubject } from '../catalogue/derive/paths.ts'
import { isEmpty, textAt } from '../catalogue/derive/value.ts'
import type { Path, Values } from '../catalogue/field.ts'
import type { ErrorCode } from '../contract/errors.ts'
import { tidy } from './width.ts'

/**
 * The groups in which a company answers for personal data (rules 11). The first three are 敏感: closed until purpose and consent are
 * recorded. `guarded` is 慎用: closed only where the company asks for consent there, too.
 */
export const personalClasses = ['health', 'bankAccount', 'identityCard', 'guarded'] as const
export type PersonalClass = (typeof personalClasses)[number]

/** Whether a group is 敏感. */
export function isSensitive(group: PersonalClass): boolean {
  return group !== 'guarded'
}

/** How long a person sees delicate boxes that they asked to see (rules 11). */
export const revealSeconds = 60

/** How a person has agreed. */
export const consentManners = ['written', 'spoken', 'electronic'] as const

/** What people may ask for about themselves. */
export const requestKinds = ['show', 'copy', 'correct', 'delete', 'withdraw'] as const

/** Within so many working days a person is answered. */
export const answerDays = 15

const guardedOwner: ReadonlySet<string> = new Set(
  ['personality', 'temperament', 'interests', 'outlook', 'habits', 'habitsOther', 'origin', 'weaknesses'].map(
    key => `owner.${key}`,
  ),
)

/** The person whom KH002 describes, and to whom the account of a 个体 belongs: the first 负责人. */
export const ownerSubject = personSubject('principal', 1)

/** The boxes whose answers speak of a customer being one person. */
export const healthPath = 'credit.owner.health'
export const accountPath = 'customer.bankAccountNo'

/** The account with the bank that keeps it, which alone says nothing of anybody: where the account is a person's, both are. */
export const accountBoxes: readonly Path[] = [accountPath, 'customer.bankName']

/**
 * Whether the customer is an individual, so that its bank account is a person's: 性质 is 个体, or 其他 in words that say so; where 性质
 * is not known, 经营方式 of KH002 says it. Whatever else 性质 says, the account is a firm's, also where KH002 disagrees: 性质 stands on
 * the licence.
 */
export function isIndividual(values: Values): boolean {
  const ownership = textAt(values, 'customer.ownershipType')
  if (ownership === 'individual') return true
  if (ownership === 'other') return naturalPerson.test(textAt(values, 'customer.ownershipTypeOther'))
  return ownership === '' && textAt(values, 'credit.businessForm') === 'individual'
}

/** What 其他 says in words where the customer is one person; whatever else it says is a firm. */
export const naturalPersonWords = [
  '自然人',
  '个人',
  '個人',
  '个体',
  '個體',
  'natural person',
  'individual',
  'sole trader',
] as const
const naturalPerson = new RegExp(naturalPersonWords.join('|'), 'i')

/** The group that a box can belong to, whatever the customer is; nothing for boxes that are 普通. */
export function possibleClassOf(path: Path): PersonalClass | undefined {
  if (path === healthPath) return 'health'
  if (path === accountPath) return 'bankAccount'
  const box = boxAt(path)
  if (box?.record === 'people' && box.field.delicate) return 'guarded'
  return box?.record === 'credit' && guardedOwner.has(box.field.key) ? 'guarded' : undefined
}

/** The group that a box of this customer belongs to. */
export function classOf(path: Path, values: Values): PersonalClass | undefined {
  const group = possibleClassOf(path)
  return group === 'bankAccount' && !isIndividual(values) ? undefined : group
}

/** The person a box is about, such as `people.buyer.2`. */
export function subjectOf(path: Path): string {
  return /^people\.\w+\.\d+(?=\.)/.exec(path)?.[0] ?? ownerSubject
}

/** The boxes of a card that speak of a person: the row, and of the first 负责人 also what KH002 says and an individual's account. */
export function boxesAbout(subject: string, values: Values): Path[] {
  return Object.keys(values).filter(path => {
    if (isEmpty(values[path])) return false
    if (path.startsWith(`${subject}.`)) return true
    if (subject !== ownerSubject) return false
    return path.startsWith('credit.owner.') || (accountBoxes.includes(path) && isIndividual(values))
  })
}

/** The name of a person as it is compared: a consent belongs to a name, so that nobody inherits one. */
export function subjectName(values: Values, subject: string): string {
  return tidy(textAt(values, `${subject}.name`))
}

/** Everybody on a card who has a name, in the order of the paper. */
export function subjectsOf(values: Values): readonly string[] {
  const named = Object.keys(values).filter(path => /^people\.\w+\.\d+\.name$/.test(path) && !isEmpty(values[path]))
  return named.map(path => path.slice(0, -'.name'.length)).sort((a, b) => rank(a) - rank(b))
}

function rank(subject: string): number {
  const [, role = '', place = ''] = subject.split('.')
  return ['principal', 'influencer', 'buyer', 'seller'].indexOf(role) * 100 + Number(place)
}

/** What decides whether boxes are open: the groups that the company answers for, and who has agreed to which. */
export interface PersonalRules {
  readonly purposes: readonly { readonly class: PersonalClass; readonly needsConsent: boolean }[]
  /** Those in force. */
  readonly consents: readonly { readonly class: PersonalClass; readonly name: string }[]
}

/** Why nothing may be filled in, as the code of the refusal. */
export type ClosedWhy = Extract<ErrorCode, 'purpose-missing' | 'consent-missing'>

/** Why data of a group about a person may not be taken down, or nothing where it may. */
export function closedFor(group: PersonalClass, name: string, rules: PersonalRules): ClosedWhy | undefined {
  const purpose = rules.purposes.find(candidate => candidate.class === group)
  if (!purpose) return isSensitive(group) ? 'purpose-missing' : undefined
  if (!isSensitive(group) && !purpose.needsConsent) return undefined
  const hasAgreed = name !== '' && rules.consents.some(consent => consent.class === group && consent.name === name)
  return hasAgreed ? undefined : 'consent-missing'
}

/** Why a box may not be filled in on a card that says `values`, or nothing where it may. */
export function closedWhy(path: Path, values: Values, rules: PersonalRules): ClosedWhy | undefined {
  const group = classOf(path, values)
  return group && closedFor(group, subjectName(values, subjectOf(path)), rules)
}
