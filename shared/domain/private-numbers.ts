import { splitPhones, looksLikePhone } from './contact.ts'
import { checkRegistrationNo, normaliseRegistrationNo } from './credit-code.ts'
import { foldWidth } from './width.ts'

const identity =
  /(?<![\dA-Z])[1-9]\d{5}[ -]?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dX](?![\dA-Z])/i
const account = /(?<![\dA-Z]|\d\.)(?:\d{12,32}|\d{4}(?:[ -]\d{4}){2,6}[ -]?\d{1,4})(?![\dA-Z]|\.\d)/gi

// A bar code of China begins with 690 to 699.
const isBarcode = (digits: string) => /^69\d{11}$/.test(digits)
const isYears = (number: string) => number.split(/[ -]/).every(part => /^(?:19|20)\d\d$/.test(part))

// Pieces of four are also those of telephones, but rarely so many.
const isPhones = (number: string) =>
  !(/^\d{4}[ -]/.test(number) && number.replace(/\D/g, '').length > 16) && splitPhones(number).every(looksLikePhone)

/**
 * Whether a free text seems to hold the number of a bank account or an identity card, which have boxes of their own where they are
 * masked (rules 11); only a hint, as telephones, bar codes and years look much alike.
 */
export function holdsPrivateNumber(text: string): boolean {
  const folded = foldWidth(text)
  if (identity.test(folded)) return true
  return [...folded.matchAll(account)].some(([number]) => !isYears(number) && !isBarcode(number) && !isPhones(number))
}

const personalTaxNo = /^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?:[0-9A-Z]{2})?$/

/** Whether a tax number is that of a person, who can be told by it: an identity number, with two more characters or none (rules 7). */
export function isPersonalTaxNo(text: string): boolean {
  const number = normaliseRegistrationNo(text)
  if (!personalTaxNo.test(number)) return false
  // Digits of a code can make a birthday; an identity number seldom passes the check of a code, and hardly ever names its offices.
  const check = checkRegistrationNo(number)
  return check.kind !== 'creditCode' || check.oddPart !== null
}
