import type { ApplicationDetail, ChainStep } from '../../../shared/contract/application-calls.ts'
import type { Checked, Input } from '../../../shared/contract/contract.ts'
import type { Decision } from '../../../shared/domain/application.ts'
import { offeredAt } from './step-words.ts'
import { formatMoney, parseMoney } from '../../../shared/domain/money.ts'
import { saysWhy } from '../../../shared/domain/policy.ts'
import { parseDate } from '../../../shared/domain/partial-date.ts'

export type Grade = NonNullable<ApplicationDetail['defaults']['grade']>
export const grades: readonly Grade[] = ['A', 'B', 'C']

/** What stands in 我的签批 before it is sent; amounts and days as they were typed. */
export interface SigningForm {
  readonly seen: ReadonlySet<string>
  readonly decision: Decision | null
  readonly granted: string
  readonly returnTo: Checked<'applications.decide'>['returnTo']
  readonly grade: Grade | null
  readonly validTo: string
  readonly comment: string
  readonly password: string
}

/** What is still missing before a signature can be given, in the order of the screen. */
export const missingParts = ['flags', 'decision', 'granted', 'grade', 'validTo', 'comment', 'password'] as const
export type MissingPart = (typeof missingParts)[number]

/** The form as it opens: nothing decided, the last signature's grade and day as the rules suggest them. */
export function startSigning(detail: ApplicationDetail): SigningForm {
  const amount = amountInHand(detail)
  return {
    seen: new Set(),
    decision: null,
    granted: amount === null ? '' : formatMoney(amount),
    returnTo: 'filler',
    grade: detail.defaults.grade,
    validTo: detail.defaults.validTo ?? '',
    comment: '',
    password: '',
  }
}

/** The amount (分) that reached the open step: as the step before granted it, else as it was asked for. */
export function amountInHand(detail: ApplicationDetail): number | null {
  return offeredAt(detail.steps, openStep(detail)?.place ?? Number.POSITIVE_INFINITY, detail.amount)
}

/** Whether a level below has signed, to which the application can be given back. */
export function hasPrevious(detail: ApplicationDetail): boolean {
  const place = openStep(detail)?.place ?? 0
  return detail.steps.some(step => step.state === 'signed' && step.place < place)
}

/** The step whose turn it is. */
export function openStep(detail: ApplicationDetail): ChainStep | undefined {
  return detail.steps.find(step => step.state === 'open')
}

/** Whether this signature sets grade and 有效期至: the last one of a standing limit. */
export function setsTerms(form: SigningForm, detail: ApplicationDetail): boolean {
  return detail.isLastStep && detail.kind === 'standing' && (form.decision === 'agree' || form.decision === 'lower')
}

export function needsReason(form: SigningForm): boolean {
  return form.decision !== null && form.decision !== 'agree'
}

/** Another grade suggests another day, unless somebody has typed a day of their own. */
export function withGrade(form: SigningForm, grade: Grade, detail: ApplicationDetail): SigningForm {
  const { validToByGrade } = detail.defaults
  const isSuggested = form.validTo === '' || Object.values(validToByGrade).includes(form.validTo)
  return { ...form, grade, validTo: isSuggested ? validToByGrade[grade] : form.validTo }
}

/** What has to be done before 签批 can work; said beside the button, not after it. */
export function missingIn(form: SigningForm, detail: ApplicationDetail, today: string): MissingPart[] {
  const terms = setsTerms(form, detail)
  const isMissing: Readonly<Record<MissingPart, boolean>> = {
    flags: !stops(form) && detail.flags.some(flag => !form.seen.has(flag.key)),
    decision: form.decision === null,
    granted: form.decision === 'lower' && !isAllowed(form, detail),
    grade: terms && form.grade === null,
    validTo: terms && !isInTime(form, detail, today),
    comment: needsReason(form) && !saysWhy(form.comment),
    password: form.password === '',
  }
  return missingParts.filter(part => isMissing[part])
}

/** A return and a refusal need no look at the flags: nothing is granted. */
const stops = ({ decision }: SigningForm) => decision === 'return' || decision === 'reject'

/** A limit ends between today and the last day of its grade (rules 9). */
function isInTime(form: SigningForm, detail: ApplicationDetail, today: string): boolean {
  const day = parseDate(form.validTo, today)
  const last = lastDay(form, detail)
  return day.ok && day.value >= today && (last === undefined || day.value <= last)
}

/** The last day that the chosen grade allows. */
export function lastDay({ grade }: SigningForm, { defaults }: ApplicationDetail): string | undefined {
  return grade ? defaults.validToByGrade[grade] : undefined
}

function isAllowed(form: SigningForm, detail: ApplicationDetail): boolean {
  const granted = parseMoney(form.granted)
  return granted.ok && (detail.amount === null || granted.value <= detail.amount)
}

/** The signature as it is sent, or nothing while something is missing. */
export function signatureOf(
  form: SigningForm,
  detail: ApplicationDetail,
  today: string,
): Omit<Input<'applications.decide'>, 'requestId'> | undefined {
  const step = openStep(detail)
  if (!step || form.decision === null || missingIn(form, detail, today).length > 0) return undefined
  const terms = setsTerms(form, detail)
  const granted = parseMoney(form.granted)
  const validTo = parseDate(form.validTo, today)
  return {
    id: detail.id,
    revision: detail.revision,
    place: step.place,
    attempt: step.attempt,
    decision: form.decision,
    granted: form.decision === 'lower' && granted.ok ? granted.value : null,
    grade: terms ? form.grade : null,
    validTo: terms && validTo.ok ? validTo.value : null,
    comment: form.comment.trim(),
    returnTo: form.returnTo,
    flagsSeen: detail.flags.map(flag => flag.key).filter(key => form.seen.has(key)),
    password: form.password,
  }
}
