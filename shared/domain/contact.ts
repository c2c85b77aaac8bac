import { foldWidth } from './width.ts'

// Written without blanks and brackets; hyphens stay, they tell an extension from a longer number.
const phonePatterns = [
  /^(?:\+?86-?)?1[3-9]\d-?\d{4}-?\d{4}$/,
  /^(?:0\d{2,3}-?|\+?86-?[1-9]\d{1,2}-?)?[2-9]\d{2,3}-?\d{4}(?:(?:-|转|轉|分机|ext\.?|#)\d{1,6})?$/,
  /^[48]00-?(?:\d{3}-?\d{4}|\d{4}-?\d{3})$/,
  /^9[56]\d{3,6}$/,
  /^(?:\+|00)[1-9](?:-?\d){6,14}$/,
]

// No shape of number is written in more pieces than these; the bound also keeps hostile input cheap.
const mostPieces = 6

/**
 * Takes a telephone box apart into its numbers: 、 , / ; and line ends always separate, a blank only where whole numbers stand on
 * both sides, so that 0571-8866 1234 stays one number (forms.md, rules.md 18). Each number is as typed, in half width.
 */
export function splitPhones(text: string): string[] {
  return foldWidth(text)
    .split(/[、,/;\n]/)
    .flatMap(part => splitAtBlanks(part.trim().split(/\s+/)))
    .filter(number => number !== '')
}

/** Whether the text is one telephone number of a known shape: mobile, fixed line, 400/800, 95xxx, foreign (rules.md 18). */
export function looksLikePhone(text: string): boolean {
  const folded = foldWidth(text)
    .toLowerCase()
    .replace(/[\s()]/g, '')
  return phonePatterns.some(pattern => pattern.test(folded))
}

/** Whether the text is a postcode: six digits. */
export function looksLikePostcode(text: string): boolean {
  return /^\d{6}$/.test(foldWidth(text).trim())
}

/** The form in which bank accounts are stored: half width, without blanks and hyphens; anything odd stays to be seen. */
export function normaliseBankAccount(text: string): string {
  return foldWidth(text).replace(/[\s-]/g, '')
}

/** A stored bank account in groups of four, as on a bank card; one that is not all digits is left as it is. */
export function formatBankAccount(account: string): string {
  return /^\d+$/.test(account) ? account.replace(/(\d{4})(?=\d)/g, '$1 ') : account
}

/** Whether the text is a plausible bank account: 6 to 32 digits. No check digit, corporate accounts follow none (rules.md 18). */
export function looksLikeBankAccount(text: string): boolean {
  return /^\d{6,32}$/.test(normaliseBankAccount(text))
}

// UnionPay, the cards of ICBC before it, and the foreign ones. Accounts of firms are of any length and begin with anything.
const cardNumber = /^(?:62\d{14,17}|9558\d{12,15}|(?:4\d|5[1-5])\d{14})$/

/** Whether the text looks like the number of a bank card, but does not pass the check of Luhn: a hint and no more (rules.md 18). */
export function isOddCardNumber(text: string): boolean {
  const account = normaliseBankAccount(text)
  return cardNumber.test(account) && account.at(-1) !== cardCheckDigit(account.slice(0, -1))
}

/** The last digit of a bank card's number, by Luhn (ISO/IEC 7812). `first` is all digits before it. */
export function cardCheckDigit(first: string): string {
  const sum = Array.from(first)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** Joins tokens into whole numbers, as many as possible; tokens that can not all become whole numbers stay together. */
function splitAtBlanks(tokens: readonly string[]): string[] {
  // best[n]: how many whole numbers the first n tokens can make, and where the last of them starts; null where they make none.
  const best: ({ count: number; start: number } | null)[] = [{ count: 0, start: 0 }]
  for (let end = 1; end <= tokens.length; end++) {
    let found: { count: number; start: number } | null = null
    for (let start = Math.max(0, end - mostPieces); start < end; start++) {
      const count = (best[start]?.count ?? -1) + 1
      if (count > (found?.count ?? 0) && looksLikePhone(tokens.slice(start, end).join(' '))) found = { count, start }
    }
    best.push(found)
  }
  const numbers: string[] = []
  for (let end = tokens.length; end > 0; ) {
    const last = best[end]
    if (!last) return [tokens.join(' ')]
    numbers.unshift(tokens.slice(last.start, end).join(' '))
    end = last.start
  }
  return numbers
}
