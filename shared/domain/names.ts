/** A name as it is compared: width, case, blanks and what nobody sees mean nothing, so that 林 晓 is 林晓 and （杭州） is (杭州). */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, '')
    .toLowerCase()
}

/** Whether two names, as they are written, mean the same; an empty one means nobody. */
export function isSameName(a: string, b: string): boolean {
  return foldedName(a) !== '' && foldedName(a) === foldedName(b)
}
