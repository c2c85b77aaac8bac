/** What decides the size of things on one form; lengths in points. */
export interface Scale {
  readonly font: number
  readonly column: number
  readonly signatureHeight: number
}

export const inset = 6 // what a program keeps free left and right of a text, in points
const indented = 6 // boxes of so many columns have room for an indent
export const indentWidth = 8
const leading = 1.4

/** Room for the text of a head, in units of the font size. */
export const headRoom = (span: number, font: number, scale: Scale): number => (span * scale.column - 4) / font
/** Whether a box of so many columns is wide enough to keep its text off the line. */
export const isIndented = (span: number): boolean => span >= indented

/** Height of one line of text. */
export const lineHeight = (font: number): number => font * leading
/** Height that a box needs for so many lines. */
export const textHeight = (lines: number, font: number): number => lines * lineHeight(font) + 6
/** Room for text in a box of `span` columns, in units of the font size. */
export const roomFor = (span: number, font: number, scale: Scale): number =>
  (span * scale.column - inset - (isIndented(span) ? indentWidth : 0)) / font
