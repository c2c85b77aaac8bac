import type { Label } from '../text/language.ts'

/** What a box holds; decides its storage, entry, checks and how it is written on a sheet. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'money' // integer 分
  | 'partialDate' // 1998, 1998-03 or 1998-03-05
  | 'date' // YYYY-MM-DD
  | 'area' // ㎡, up to two decimals
  | 'count' // whole number of things
  | 'percent' // 0 to 100, one decimal
  | 'single' // the code of one option
  | 'multi' // codes in the paper's order
  | 'tick'

/** One answer that the paper prints, stored by `code`; `letter` is the A, B, C that some boxes print before it. */
export interface Option {
  readonly code: string
  readonly label: Label
  readonly letter?: string
  /** Other spellings that an import takes for this option. */
  readonly alsoKnownAs?: readonly string[]
}

/** One box of the paper forms, described once; everything else about it is derived. */
export interface Field {
  readonly key: string
  readonly kind: FieldKind
  readonly label: Label
  /** What the box belongs to, where its label alone would not tell it from another: 自有 · 面积. */
  readonly within?: Label
  /** Numbered boxes of forms.md that this field fills, such as `KH001.14`; empty for what the paper does not print. */
  readonly boxes: readonly string[]
  readonly unit?: Label
  readonly options?: readonly Option[]
  readonly suggestions?: readonly Label[]
  readonly help?: Label
  /** Delicate personal data (*P* in forms.md): optional, hidden in lists, left out of exports unless asked for. */
  readonly delicate?: true
  readonly required?: true
  /** A box that many customers rightly leave empty; it never counts as missing. */
  readonly optional?: true
  /** No two records may hold the same value. */
  readonly unique?: true
  /** `program`: given when the record is made. `lastSignature`: set by the approval chain only, never typed. */
  readonly setBy?: 'program' | 'lastSignature'
  /** The text of 其他 for the choice with this key. */
  readonly otherOf?: string
  readonly maxLength?: number
}

/** The value of one box: text, 分, number, tick, option code or codes; `null` is "not known". */
export type Value = string | number | boolean | readonly string[] | null

/** Where a box lives, such as `customer.name`, `people.principal.1.phone` or `productLines.2.line`. */
export type Path = string

/** A customer file or a part of it as a flat map; a missing path is "not known". */
export type Values = Readonly<Record<Path, Value>>
