import { tidy } from './width.ts'

/** So many tags a customer may have (rules 21). */
export const mostTags = 10

/** So many characters a tag may have. */
export const longestTag = 20

/** A tag as it is stored: without blanks around it and with single ones within. */
export function cleanTag(text: string): string {
  return tidy(text).replace(/\s+/g, ' ').trim()
}

/** Whether a clean text may be a tag. */
export function isTag(text: string): boolean {
  const length = Array.from(text).length
  return length > 0 && length <= longestTag
}
