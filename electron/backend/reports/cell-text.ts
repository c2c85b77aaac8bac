const longest = 32_767

/**
 * Makes any text safe for a cell: marks that XML can not carry go, lone surrogates become U+FFFD, line ends become \n, what looks
 * like an escape of the file format (`_x0041_`) stays as typed, and what a cell can not hold is cut off.
 */
export function cellText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- removing control characters is what this is for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
  return clean.slice(0, cutAt(clean)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** Never between the two halves of one character. */
function cutAt(text: string): number {
  return /[\ud800-\udbff]/.test(text[longest - 1] ?? '') ? longest - 1 : longest
}

/** The text that a program shows for what `cellText` has written. */
export function shownText(text: string): string {
  return text.replace(/_x005F_(?=x[0-9a-f]{4}_)/gi, '_')
}
