import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import { erasedMark } from '../../../../shared/domain/erased-mark.ts'
import { isErasable } from '../../../../shared/domain/erasure.ts'

/** An answer that says nothing any more but that there was one. */
export function erased(value: Value): Value {
  return isErasable(value) ? erasedMark : value
}

/** The same of an answer as JSON. */
export function erasedJson(json: string): string {
  return JSON.stringify(erased(JSON.parse(json) as Value))
}

/** Answers without what some boxes said; nothing where none of them said anything. */
export function erasedValues(values: Values, boxes: ReadonlySet<Path>): Values | undefined {
  const gone = Object.entries(values).filter(([path, value]) => boxes.has(path) && isErasable(value))
  if (gone.length === 0) return undefined
  return { ...values, ...Object.fromEntries(gone.map(([path]) => [path, erasedMark])) }
}

/** JSON in which every text that `isAbout` the person is replaced by the mark. */
export function erasedTexts(json: unknown, isAbout: (text: string) => boolean): unknown {
  if (typeof json === 'string') return isAbout(json) ? erasedMark : json
  if (Array.isArray(json)) return json.map(item => erasedTexts(item, isAbout))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, erasedTexts(value, isAbout)]))
}
