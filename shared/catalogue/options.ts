import { label } from '../text/language.ts'
import type { Option } from './field.ts'

/** Builds an option; `letter` is the one that the paper prints before it. */
export function option(
  code: string,
  simplified: string,
  traditional: string,
  english: string,
  letter?: string,
): Option {
  return { code, label: label(simplified, traditional, english), ...(letter === undefined ? {} : { letter }) }
}

/** An option with the other spellings that an import takes for it. */
export const known = (taken: Option, ...alsoKnownAs: string[]): Option => ({ ...taken, alsoKnownAs })

export const other = (letter?: string): Option => option('other', '其他', '其他', 'Other', letter)

/** The five steps of the accounts block. */
export const fiveSteps: readonly Option[] = [
  option('excellent', '很好', '很好', 'Very good'),
  option('good', '好', '好', 'Good'),
  option('average', '一般', '一般', 'Average'),
  option('poor', '差', '差', 'Poor'),
  option('veryPoor', '很差', '很差', 'Very poor'),
]

export const highMediumLow: readonly Option[] = [
  option('high', '高', '高', 'High'),
  option('medium', '中', '中', 'Medium'),
  option('low', '低', '低', 'Low'),
]

export const goodMediumPoor: readonly Option[] = [
  option('good', '好', '好', 'Good'),
  option('medium', '中', '中', 'Fair'),
  option('poor', '差', '差', 'Poor'),
]
