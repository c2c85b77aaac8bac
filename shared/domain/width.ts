const otherForms: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '。': '.',
  '．': '.',
  '｡': '.',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '￥': '¥',
}

const clean = /^[!-~\u4e00-\u9fff]*$/

/**
 * Turns the full-width digits, letters and punctuation that a Chinese input method leaves behind into their half-width forms, so
 * that numbers and dates can be read. Meant for values with a format, not for prose: the full stop 。 becomes a decimal point.
 */
export function foldWidth(text: string): string {
  return text.replace(/[\u3000\u00a0。．｡–—−‐‑￥\uff01-\uff5e]/g, character => {
    const other = otherForms[character]
    // The block U+FF01 to U+FF5E repeats printable ASCII at a fixed distance.
    return other ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  })
}

/**
 * Cleans text for storing: one Unicode form (NFC), line ends as \n, no control or invisible marks, no blanks at either end.
 * Line breaks and tabs inside the text stay.
 */
export function tidy(text: string): string {
  // Most texts are clean; an import looks at millions of them.
  if (clean.test(text)) return text
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, '')
    .normalize('NFC')
    .trim()
}
