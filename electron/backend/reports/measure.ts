const wide =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2460-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}]/u
const broad = /[A-LN-VX-Z%mw&]/
const broadest = /[MW@]/
const narrow = /[ .,:;'|!ijlt\u00a0]/
const words = /[!-~\u00a0-\u024f]+|\n|[^\n]/gu

/**
 * About how wide a text is, in units of its font size: a Chinese character is 1, a digit 0.55. Rather too wide than too narrow,
 * since nothing in a printed box may be cut off. Line breaks count nothing.
 */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (character === '\n') continue
    width += wide.test(character)
      ? 1
      : broadest.test(character)
        ? 0.95
        : broad.test(character)
          ? 0.72
          : narrow.test(character)
            ? 0.34
            : /[a-z]/.test(character)
              ? 0.5
              : 0.55
  }
  return width
}

/** Columns of a spreadsheet that a text of 10 points takes: nearly two for a Chinese character, one for others. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text)
    columns += wide.test(character) ? 1.92 : broad.test(character) || broadest.test(character) ? 1.4 : 1.02
  return columns
}

/** Breaks a text into lines of at most `width` (in font sizes). The lines joined give the text again: a typed break stays at the end of its line. */
export function wrapLines(text: string, width: number): string[] {
  const lines = ['']
  let used = 0
  const put = (piece: string, pieceWidth: number) => {
    if (used > 0 && used + pieceWidth > width) {
      lines.push('')
      used = 0
    }
    lines[lines.length - 1] += piece
    used += pieceWidth
  }
  for (const [word] of text.matchAll(words)) {
    if (word === '\n') {
      lines[lines.length - 1] += word
      lines.push('')
      used = 0
    } else if (textWidth(word) <= width) put(word, textWidth(word))
    else for (const character of word) put(character, textWidth(character))
  }
  return lines
}

/** The widest word of a text: what a box must hold without breaking inside a word. */
export function widestWord(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(words), ([word]) => textWidth(word)))
}
