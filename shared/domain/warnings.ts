import { sharesTotal } from './shares.ts'
import { productLines } from '../catalogue/derive/rows.ts'
import { boxAt } from '../catalogue/derive/paths.ts'
import { textAt } from '../catalogue/derive/value.ts'
import type { Path, Value, Values } from '../catalogue/field.ts'
import { isOddCardNumber, looksLikeBankAccount, looksLikePhone, looksLikePostcode, splitPhones } from './contact.ts'
import { checkRegistrationNo, type CreditCodePart } from './credit-code.ts'
import { comparePartialDates } from './partial-date.ts'
import { freeTextKeys } from './free-text.ts'
import { holdsPrivateNumber, isPersonalTaxNo } from './private-numbers.ts'
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
  | 'creditCodeOffice'
  | 'creditCodeRegion'
  | 'creditCodeOrganisation'
  | 'creditCodeKind'
  | 'registrationNoLength'
  | 'oldNumberCheck'
  | 'registrationNoSuggested'
  | 'taxNoSuggested'
  | 'taxNoDiffers'
  | 'taxNoPersonal'
  | 'phoneShape'
  | 'postcodeShape'
  | 'accountShape'
  | 'cardNumberCheck'
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

const oddParts: Readonly<Record<CreditCodePart, WarningCode>> = {
  office: 'creditCodeOffice',
  region: 'creditCodeRegion',
  organisation: 'creditCodeOrganisation',
}

const registrationNo: Check = (values, path, today) => {
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
      if (check.oddPart !== null) return { code: oddParts[check.oddPart] }
      return contradictsOwnership(check.number, textAt(values, 'customer.ownershipType'))
        ? { code: 'creditCodeKind' }
        : undefined
    case 'oldNumber15':
      return check.checkDigit === 'wrong' ? { code: 'oldNumberCheck' } : taxedCode(values, path, today)
    case 'oldNumber13':
      return taxedCode(values, path, today)
    case 'unknown':
      return { code: 'registrationNoLength', facts: { length: String(check.number.length) } }
  }
}

/** Since 2015 one 统一社会信用代码 is both numbers, so the one box suggests what stands in the other (rules 7). */
const taxedCode: Check = values => {
  const suggestion = creditCodeAt(values, 'customer.taxNo')
  return suggestion === undefined ? undefined : { code: 'registrationNoSuggested', suggestion }
}

/** An older tax number often equals characters 3 to 17 of the code (rules 7); that of a person is an identity number. */
const taxNo: Check = (values, path, today) => {
  const tax = textAt(values, path)
  const registration = textAt(values, 'customer.businessRegNo')
  const suggestion = creditCodeAt(values, 'customer.businessRegNo')
  const suggested = suggestion === undefined ? {} : { suggestion }
  if (isPersonalTaxNo(tax)) return { code: 'taxNoPersonal', ...suggested }
  if (tax === registration) return undefined
  if (suggestion === undefined)
    return (
      (tax.length === 18 ? registrationNo(values, path, today) : undefined) ??
      (tax !== '' && registration.length === 18 ? { code: 'taxNoDiffers' } : undefined)
    )
  return { code: tax === '' || tax === suggestion.slice(2, 17) ? 'taxNoSuggested' : 'taxNoDiffers', ...suggested }
}

function creditCodeAt(values: Values, path: Path): string | undefined {
  const check = checkRegistrationNo(textAt(values, path))
  return check.kind === 'creditCode' ? check.number : undefined
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
    (values, path) => (isOddCardNumber(textAt(values, path)) ? { code: 'cardNumberCheck' } : undefined),
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

/** What an empty box can take over from another one. */
const emptyChecks: Readonly<Record<string, readonly Check[]>> = {
  businessRegNo: [taxedCode],
  taxNo: [taxNo],
  businessForm: [
    values => {
      const suggestion = suggestedBusinessForm[textAt(values, 'customer.ownershipType')]
      return suggestion === undefined ? undefined : { code: 'businessFormSuggested', suggestion }
    },
  ],
}

/** What looks wrong in the box at `path`; empty boxes look right, except where another box suggests what they say. `today` is ISO. */
export function warningAt(values: Values, path: Path, today: string): Warning | undefined {
  const box = boxAt(path)
  if (!box) return undefined
  const asked = textAt(values, path) === '' ? emptyChecks : checks
  for (const check of asked[box.field.key] ?? []) {
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
