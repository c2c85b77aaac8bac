/** Every reason why typed text is refused. The sentences for people live in shared/text, keyed by these codes. */
export const problems = [
  'notAmount',
  'amountUnclear', // 一万二 can be meant as 12,000 and as 10,002
  'amountTooPrecise',
  'amountTooLarge',
  'notDate',
  'dateNotReal',
  'dateNotFull',
  'notNumber',
  'notWhole',
  'numberTooPrecise',
  'numberTooLarge',
  'percentTooLarge',
  'negative',
  'tooLong',
] as const

/** One reason why typed text is refused. */
export type Problem = (typeof problems)[number]

/** What a parser of typed text answers: the value, or why there is none. Parsers never throw. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: Problem }

/** The answer of a parser that understood the text. */
export function understood<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

/** The answer of a parser that refuses the text. */
export function refused(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem }
}
