import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import { erasedMark } from '../../../../shared/domain/erased-mark.ts'
import { isFreeText } from '../../../../shared/domain/free-text.ts'
import { isErasable } from '../../../../shared/domain/erasure.ts'

/** An answer that says nothing any more but that there was one. */
function erased(value: Value): Value {
  return isErasable(value) ? erasedMark : value
}

/** The same of an answer as JSON. */
export function erasedJson(json: string): string {
  return JSON.stringify(erased(JSON.parse(json) as Value))
}

/** What goes from an answer: all of it where its box is one of `boxes`, what a sentence says of the person where it is one. */
export interface Going {
  readonly boxes: ReadonlySet<Path>
  readonly blackOut: (text: string) => string
}

/** What is left of an answer at a path. */
export function leftOf(path: Path, value: Value, { boxes, blackOut }: Going): Value {
  if (boxes.has(path)) return erased(value)
  return typeof value === 'string' && isFreeText(path) ? blackOut(value) : value
}

/** What is left of answers; nothing where they said nothing that goes. */
export function erasedValues(values: Values, going: Going): Values | undefined {
  const left = Object.entries(values).map(([path, value]): [Path, Value] => [path, leftOf(path, value, going)])
  return left.some(([path, value]) => value !== values[path]) ? Object.fromEntries(left) : undefined
}

/** JSON whose texts are replaced by what is left of each. */
export function textsReplaced(json: unknown, left: (text: string) => string): unknown {
  if (typeof json === 'string') return left(json)
  if (Array.isArray(json)) return json.map(item => textsReplaced(item, left))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, textsReplaced(value, left)]))
}
