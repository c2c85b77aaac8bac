import type { Path } from './field.ts'

/** The version of the weights below and of what they are asked of; a database whose figures were made with another one has them made anew when it is opened. */
export const weightsVersion = '2'

const keyBox = 5
const weighty = 3
const usual = 1

/**
 * What a box counts for in 完整度 (rules 21): the boxes a card can not do without most, then what says whether and where the customer
 * can be reached and what a limit rests on (rules 4), all others alike. Nothing else is derived from these figures.
 */
const weights: Readonly<Record<Path, number>> = {
  'customer.name': keyBox,
  'customer.businessRegNo': keyBox,
  'customer.paymentMethod': keyBox,
  'people.principal.1.name': keyBox,
  'credit.requestedLimit': keyBox,
  'credit.accounts.paymentAttitude': keyBox,
  'customer.address': weighty,
  'customer.phone': weighty,
  'customer.category': weighty,
  'customer.grade': weighty,
  'customer.bankName': weighty,
  'customer.capital': weighty,
  'customer.workingCapital': weighty,
  'customer.turnover': weighty,
  'customer.tradingSince': weighty,
  'people.principal.1.phone': weighty,
  'productLines.1.line': weighty,
  'credit.accounts.bankCredit': weighty,
  'credit.accounts.peerRating': weighty,
  'credit.accounts.books': weighty,
  'credit.salesOpinion': weighty,
}

/** The weight of a box in 完整度. */
export function weightOf(path: Path): number {
  return weights[path] ?? usual
}

/** Every box with a weight of its own; a test holds them against the forms. */
export const weighedPaths: readonly Path[] = Object.keys(weights)
