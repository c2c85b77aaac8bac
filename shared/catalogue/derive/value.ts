import type { Path, Value, Values } from '../field.ts'

/** The value at a path; what is missing is not known. */
export function valueAt(values: Values, path: Path): Value {
  return values[path] ?? null
}

/** The text at a path, empty where nothing is known. */
export function textAt(values: Values, path: Path): string {
  const value = values[path]
  return typeof value === 'string' ? value : ''
}

/** The number (分, ㎡, 人, %) at a path. */
export function numberAt(values: Values, path: Path): number | null {
  const value = values[path]
  return typeof value === 'number' ? value : null
}

/** An empty text, an empty choice and an unticked box all count as not known, so that they compare as equal. */
export function isEmpty(value: Value | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** Whether two values are the same answer. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b)
  return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every(code => b.includes(code)) : a === b
}

/** Paths at which two maps answer differently. */
export function changedPaths(before: Values, after: Values): Path[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    path => !sameValue(before[path], after[path]),
  )
}

/** Drops every empty answer, so that a map says only what is known. */
export function withoutEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)))
}
