import { foldWidth } from './width.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const
// V is forbidden too, but no character of the alphabet is what people mean by it.
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2' }

/** The parts of a 统一社会信用代码 that have rules of their own: the office that registers, its region, and the old 组织机构代码. */
export type CreditCodePart = 'office' | 'region' | 'organisation'

/**
 * What a registration number turned out to be. Nothing here blocks saving: a wrong check character is a slip to point at, and a
 * right one proves correct typing, not that the firm exists. `number` is the normalised text, `oddPart` the first part
 * of a right code that is unusual, `position` counts from 1, and `suggestion` is the whole number with the look-alikes of its forbidden letters put in.
 */
export type RegistrationNoCheck =
  | { kind: 'creditCode'; number: string; oddPart: CreditCodePart | null }
  | { kind: 'wrongCheckCharacter'; number: string; expected: string }
  | { kind: 'forbiddenLetter'; number: string; letter: string; position: number; suggestion: string | null }
  | { kind: 'oldNumber15'; number: string; checkDigit: 'right' | 'wrong' }
  | { kind: 'oldNumber13'; number: string }
  | { kind: 'unknown'; number: string }

/** The form in which registration numbers are stored and compared: half width, upper case, no blanks and hyphens (rules.md 7). */
export function normaliseRegistrationNo(text: string): string {
  return foldWidth(text).toUpperCase().replace(/[\s-]/g, '')
}

/** Checks a 统一社会信用代码 (GB 32100) or an older 工商登记号 of 15 or 13 digits, written in any width and case (rules.md 7). */
export function checkRegistrationNo(text: string): RegistrationNoCheck {
  const number = normaliseRegistrationNo(text)
  if (/^[0-9A-Z]{18}$/.test(number)) return checkCreditCode(number)
  if (/^\d{15}$/.test(number)) {
    return { kind: 'oldNumber15', number, checkDigit: hasRightCheckDigit(number) ? 'right' : 'wrong' }
  }
  return { kind: /^\d{13}$/.test(number) ? 'oldNumber13' : 'unknown', number }
}

/**
 * The 18th character of a 统一社会信用代码.
 * @throws RangeError when `first17` is not 17 characters of the code's alphabet.
 */
export function creditCodeCheckCharacter(first17: string): string {
  if (first17.length !== weights.length) throw new RangeError(`not 17 characters: ${first17}`)
  const sum = weights.reduce((total, weight, index) => total + weight * valueAt(first17, index), 0)
  // The outer remainder matters: without it a sum divisible by 31 would ask for a character that does not exist.
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/**
 * The last character of a 组织机构代码 (GB 11714), which is characters 9 to 17 of a 统一社会信用代码.
 * @throws RangeError when `first8` is not 8 characters of the code's alphabet.
 */
export function organisationCheckCharacter(first8: string): string {
  if (first8.length !== organisationWeights.length) throw new RangeError(`not 8 characters: ${first8}`)
  const sum = organisationWeights.reduce((total, weight, index) => {
    valueAt(first8, index)
    // This older standard counts letters without gaps: A is 10, Z is 35.
    return total + weight * Number.parseInt(first8.charAt(index), 36)
  }, 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

function checkCreditCode(number: string): RegistrationNoCheck {
  const at = number.search(/[IOSVZ]/)
  if (at >= 0) {
    const replaced = number.replace(/[IOSZ]/g, letter => lookAlikes[letter] ?? letter)
    const suggestion = replaced.includes('V') ? null : replaced
    return { kind: 'forbiddenLetter', number, letter: number.charAt(at), position: at + 1, suggestion }
  }
  const expected = creditCodeCheckCharacter(number.slice(0, 17))
  if (number.charAt(17) !== expected) return { kind: 'wrongCheckCharacter', number, expected }
  return { kind: 'creditCode', number, oddPart: oddPartOf(number) }
}

// GB 32100 with its amendments; B to X but N are free.
const offices = /^[1-9ANY]/
// The provinces of GB/T 2260, and 10 for what the central office registers. Districts come and go, so only these are looked at.
const provinces = /^..(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/

function oddPartOf(number: string): CreditCodePart | null {
  if (!offices.test(number)) return 'office'
  if (!provinces.test(number)) return 'region'
  return organisationCheckCharacter(number.slice(8, 16)) === number.charAt(16) ? null : 'organisation'
}

/** GS15-2006 takes the check digit of ISO 7064 MOD 11,10. */
function hasRightCheckDigit(number: string): boolean {
  let product = 10
  for (const digit of number.slice(0, 14)) {
    product = (((product + Number(digit)) % 10 || 10) * 2) % 11
  }
  return (product + Number(number.charAt(14))) % 10 === 1
}

function valueAt(text: string, index: number): number {
  const value = alphabet.indexOf(text.charAt(index))
  if (value < 0) throw new RangeError(`not a character of a credit code: ${text.charAt(index)}`)
  return value
}
