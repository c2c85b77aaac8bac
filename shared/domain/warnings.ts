import { sharesTotal } from './shares.ts'
import { productLines } from '../catalogue/derive/rows.ts'
import { boxAt } from '../catalogue/derive/paths.ts'
import { textAt } from '../catalogue/derive/value.ts'
import type { Path, Value, Values } from '../catalogue/field.ts'
import { looksLikeBankAccount, looksLikePhone, looksLikePostcode, splitPhones } from './contact.ts'
import { checkRegistrationNo } from './credit-code.ts'
import { comparePartialDates } from './partial-date.ts'
import { freeTextKeys } from './free-text.ts'
import { holdsPrivateNumber } from './private-numbers.ts'
import { sensitiveWord } from './sensitive-words.ts'

/** What looks wrong in a box. A warning never blocks saving; `facts` fill its sentence, `suggestion` can be taken with one key. */
export interface Warning {
  readonly code: WarningCode
  readonly facts?: Readonly<Record<string, string>>
  readonly suggestion?: Value
}

export type WarningCode =
  | 'creditCodeCheck'
  | 'creditCodeLetter'
  | 'creditCodeOrganisation'
  | 'creditCodeKind'
  | 'registrationNoLength'
  | 'oldNumberCheck'
  | 'taxNoDiffers'
  | 'phoneShape'
  | 'postcodeShape'
  | 'accountShape'
  | 'tradingBeforeWon'
  | 'futureDate'
  | 'businessFormSuggested'
  | 'businessFormDiffers'
  | 'privateWord'
  | 'privateNumber'

type Check = (values: Values, path: Path, today: string) => Warning | undefined

/** 性质 (KH001) suggests 经营方式 (KH002), forms.md "One customer, two forms". */
const suggestedBusinessForm: Readonly<Record<string, string>> = {
  individual: 'individual',
  partnership: 'partnership',
  stateRun: 'stateOwned',
  jointStock: 'company',
  collective: 'other',
  other: 'other',
}

/** The market office (9) gives 1 to enterprises and 2 to sole traders (rules 7); other offices say nothing about it. */
function contradictsOwnership(creditCode: string, ownership: string): boolean {
  if (ownership === '' || ownership === 'other') return false
  if (creditCode.startsWith('91')) return ownership === 'individual'
  return creditCode.startsWith('92') && ownership !== 'individual'
}

const registrationNo: Check = (values, path) => {
  const check = checkRegistrationNo(textAt(values, path))
  switch (check.kind) {
    case 'wrongCheckCharacter':
      return { code: 'creditCodeCheck', facts: { expected: check.expected } }
    case 'forbiddenLetter':
      return {
        code: 'creditCodeLetter',
        facts: { letter: check.letter },
        ...(check.suggestion === null ? {} : { suggestion: check.suggestion }),
      }
    case 'creditCode':
      if (check.organisationPart === 'wrong') return { code: 'creditCodeOrganisation' }
      return contradictsOwnership(check.number, textAt(values, 'customer.ownershipType'))
        ? { code: 'creditCodeKind' }
        : undefined
    case 'oldNumber15':
      return check.checkDigit === 'wrong' ? { code: 'oldNumberCheck' } : undefined
    case 'oldNumber13':
      return undefined
    case 'unknown':
      return { code: 'registrationNoLength', facts: { length: String(check.number.length) } }
  }
}

/** Since 2015 the 统一社会信用代码 is the tax number; older ones often equal its characters 3 to 17 (rules 7). */
const taxNo: Check = (values, path) => {
  const tax = textAt(values, path)
  const registration = textAt(values, 'customer.businessRegNo')
  if (registration.length !== 18 || tax === registration || tax === registration.slice(2, 17)) return undefined
  const isRight = checkRegistrationNo(registration).kind === 'creditCode'
  return { code: 'taxNoDiffers', ...(isRight ? { suggestion: registration } : {}) }
}

const phones: Check = (values, path) => {
  const strange = splitPhones(textAt(values, path)).find(phone => !looksLikePhone(phone))
  return strange === undefined ? undefined : { code: 'phoneShape', facts: { phone: strange } }
}

const notInFuture: Check = (values, path, today) => (textAt(values, path) > today ? { code: 'futureDate' } : undefined)

/** What does not belong in a free text. */
export interface TextWarning {
  readonly code: 'privateWord' | 'privateNumber'
  readonly facts?: { readonly word: string }
}

/** Somebody's health, religion, family, account or identity number does not belong in free text (rules 11). */
export function freeTextWarning(text: string): TextWarning | undefined {
  const word = sensitiveWord(text)?.word
  if (word !== undefined) return { code: 'privateWord', facts: { word } }
  return holdsPrivateNumber(text) ? { code: 'privateNumber' } : undefined
}

const freeText: Check = (values, path) => freeTextWarning(textAt(values, path))

const checks: Readonly<Record<string, readonly Check[]>> = {
  businessRegNo: [registrationNo],
  taxNo: [taxNo],
  phone: [phones],
  fax: [phones],
  homePhone: [phones],
  postcode: [(values, path) => (looksLikePostcode(textAt(values, path)) ? undefined : { code: 'postcodeShape' })],
  bankAccountNo: [
    (values, path) => (looksLikeBankAccount(textAt(values, path)) ? undefined : { code: 'accountShape' }),
  ],
  tradingSince: [
    (values, path) => {
      const order = comparePartialDates(
        textAt(values, path),
        textAt(values, 'customer.developedOn') || textAt(values, path),
      )
      return order !== null && order < 0 ? { code: 'tradingBeforeWon' } : undefined
    },
    notInFuture,
  ],
  openedOn: [notInFuture],
  foundedOn: [notInFuture],
  developedOn: [notInFuture],
  filledOn: [notInFuture],
  ...Object.fromEntries(freeTextKeys.map(key => [key, [freeText]])),
  birth: [notInFuture],
  businessForm: [
    (values, path) => {
      const suggestion = suggestedBusinessForm[textAt(values, 'customer.ownershipType')]
      return suggestion === undefined || suggestion === values[path]
        ? undefined
        : { code: 'businessFormDiffers', suggestion }
    },
  ],
}

/** What looks wrong in the box at `path`; empty boxes look right, except that 性质 suggests 经营方式. `today` is ISO. */
export function warningAt(values: Values, path: Path, today: string): Warning | undefined {
  const box = boxAt(path)
  if (!box) return undefined
  if (textAt(values, path) === '') {
    const suggestion =
      path === 'credit.businessForm' ? suggestedBusinessForm[textAt(values, 'customer.ownershipType')] : undefined
    return suggestion === undefined ? undefined : { code: 'businessFormSuggested', suggestion }
  }
  for (const check of checks[box.field.key] ?? []) {
    const warning = check(values, path, today)
    if (warning) return warning
  }
  return undefined
}

/** Why a file can not be stored as it stands. */
interface StorageProblem {
  readonly code: 'name-missing' | 'shares-over-100'
  readonly path: Path
}

/** The first reason why a file can not be stored as it stands; everything else is a warning at most. */
export function storageProblem(values: Values): StorageProblem | undefined {
  return storageProblems(values)[0]
}

/** Every reason why a file can not be stored as it stands. */
export function storageProblems(values: Values): StorageProblem[] {
  const hasName = textAt(values, 'customer.name').trim() !== ''
  const name = hasName ? [] : [{ code: 'name-missing', path: 'customer.name' } as const]
  return [...name, ...(sharesProblem(values) ?? [])]
}

function sharesProblem(values: Values): StorageProblem[] | undefined {
  if (!Object.keys(values).some(path => path.endsWith('.sharePct'))) return undefined
  const rows = productLines(values)
  const typed = rows.filter(row => row.monthlySales === null)
  if ((sharesTotal(typed.map(row => row.sharePct)) ?? 0) <= 100) return undefined
  const last = typed.filter(row => row.sharePct !== null).at(-1)
  return [{ code: 'shares-over-100', path: `productLines.${last?.position ?? 1}.sharePct` }]
}
