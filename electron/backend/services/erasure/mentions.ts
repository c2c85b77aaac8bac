import { splitPhones } from '../../../../shared/domain/contact.ts'
import { foldWidth } from '../../../../shared/domain/width.ts'
import { aloneOf } from './name-alone.ts'

/** Stands in a sentence in the place of what told of a person; the same in every language, on screens and on paper. */
export const blackedOut = '███'

/** Something that was said of a person and tells that person from others wherever it stands. */
export interface Telling {
  readonly kind: 'name' | 'phone' | 'account' | 'address' | 'text'
  readonly text: string
  /** Behind a mask on the screen. */
  readonly isDelicate: boolean
}

/** Looks for a person in sentences that anybody wrote about anything. */
export interface Mentions {
  readonly isIn: (text: string) => boolean
  /**
   * Whether it most likely speaks of the person by chance: a name of two characters stands inside other words, or a sentence about
   * another customer (`isOthers`) says the same of somebody as is said of the person.
   */
  readonly isByChance: (text: string, isOthers: boolean) => boolean
  /** The sentence without what is certainly the person's. */
  readonly blackOut: (text: string) => string
  /** The words around the first mention that is none by chance, else around the first, delicate ones masked. */
  readonly excerpt: (text: string) => string
}

/**
 * What a sentence is searched for. Telephones, accounts, addresses and whatever else has six characters and more are certain, however
 * they are grouped; names from three characters on: two, such as 王明, also stand inside other words (王明显). What others are called, or
 * what the card goes on saying of somebody or something else (`others`), is only looked for, as nobody knows whom a sentence means.
 */
export function mentionsOf(
  tellings: readonly Telling[],
  others: { readonly names: readonly string[]; readonly values: readonly string[] },
): Mentions {
  const searched = tellings
    .flatMap(telling => patternsOf(telling).map(pattern => ({ telling, pattern })))
    // The longest first: a number goes with its country and area.
    .sort((a, b) => b.pattern.source.length - a.pattern.source.length)
  const isAnothers = (pattern: RegExp, { kind }: Telling) =>
    others.values.some(value => value.search(pattern) >= 0) ||
    (kind === 'name' && others.names.some(name => name.search(pattern) >= 0))
  const certain = searched.filter(({ telling, pattern }) => !isShortName(telling) && !isAnothers(pattern, telling))
  const delicate = searched.filter(({ telling }) => telling.isDelicate)
  const all = searched.map(({ pattern }) => pattern)
  const meaning = searched.map(({ telling, pattern }) => ({
    isPlain: telling.kind === 'text',
    pattern: isShortName(telling) ? aloneOf(pattern) : pattern,
  }))
  const meant = meaning.map(({ pattern }) => pattern)
  const meantElsewhere = meaning.filter(({ isPlain }) => !isPlain).map(({ pattern }) => pattern)
  const isOneIn = (text: string, patterns: readonly RegExp[]) => patterns.some(pattern => text.search(pattern) >= 0)
  return {
    isIn: text => isOneIn(text, all),
    isByChance: (text, isOthers) => !isOneIn(text, isOthers ? meantElsewhere : meant),
    blackOut: text => certain.reduce((left, { pattern }) => left.replace(pattern, blackedOut), text),
    excerpt: text => {
      const masked = delicate.reduce((left, { pattern }) => left.replace(pattern, maskSign), text)
      const placesOf = (patterns: readonly RegExp[]) =>
        patterns.map(pattern => masked.search(pattern)).filter(at => at >= 0)
      const likely = placesOf([new RegExp(maskSign, 'u'), ...meant])
      return around(masked, Math.min(...(likely.length > 0 ? likely : placesOf(all)))).replaceAll(maskSign, '****')
    },
  }
}

// A character that nobody can type, so that a mask is not cut in two.
const maskSign = '\u{e000}'
const before = 12
const after = 28

function around(text: string, at: number): string {
  const from = Math.max(0, at - before)
  const to = Math.min(text.length, at + after)
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`
}

const shortestNumber = 7
const shortestText = 6
const shortestCertainName = 3

const charactersOf = (text: string) => Array.from(foldWidth(text).replace(/[\s·•]/g, ''))
const isShortName = ({ kind, text }: Telling) => kind === 'name' && charactersOf(text).length < shortestCertainName

function patternsOf({ kind, text }: Telling): RegExp[] {
  if (kind === 'phone') return splitPhones(text).flatMap(phonePatterns)
  if (kind === 'account') return numberPattern(foldWidth(text).replace(/\D/g, ''), '')
  const characters = charactersOf(text)
  if (characters.length < (kind === 'name' ? 2 : shortestText)) return []
  const words = characters.map(oneCharacter).join('[\\s·•]*')
  return [
    new RegExp(/^[\p{Script=Latin}.'-]+$/u.test(characters.join('')) ? `(?<!\\p{L})${words}(?!\\p{L})` : words, 'giu'),
  ]
}

const fixedLine = /^(0\d{2,3})-?([2-9]\d{2,3}-?\d{4})(?:(?:-|转|轉|分机|ext\.?|#)\d{1,6})?$/i

/** A number with and without country and area, in whatever groups it is written. */
function phonePatterns(phone: string): RegExp[] {
  const plain = phone.replace(/[\s()]/g, '')
  const [, area, local] = fixedLine.exec(plain) ?? []
  if (area !== undefined && local !== undefined)
    return numberPattern(
      local.replace(/\D/g, ''),
      `(?:(?:\\+|00)?86${gap})?(?:[(（]?(?:${digitsOf(area)}|${digitsOf(area.slice(1))})${gap})?`,
    )
  const digits = plain.replace(/\D/g, '')
  return numberPattern(/^86(1\d{10})$/.exec(digits)?.[1] ?? digits, `(?:(?:\\+|00)?86${gap})?`)
}

const gap = '[\\s\\-–—－‐()（）.·]*'

function numberPattern(digits: string, prefix: string): RegExp[] {
  if (digits.length < shortestNumber) return []
  return [new RegExp(`(?<![\\d０-９])${prefix}${digitsOf(digits)}(?![\\d０-９])`, 'gu')]
}

const digitsOf = (digits: string) => Array.from(digits, oneCharacter).join(gap)

/** A character in half and in full width. */
function oneCharacter(character: string): string {
  const wide = /^[!-~]$/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : ''
  return `[${character.replace(/[\\\]^-]/g, '\\$&')}${wide}]`
}
