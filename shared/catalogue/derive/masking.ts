import type { Path, Value, Values } from '../field.ts'
import { boxAt } from './paths.ts'
import { isEmpty } from './value.ts'

/** The boxes of a file as a screen gets them: what may be read, and what stands in the place of delicate values until they are revealed. */
export interface ShownValues {
  readonly values: Record<Path, Value>
  readonly masked: Record<Path, string>
}

/** Whether a box keeps what it says behind a mask (rules 11). */
export function isMasked(path: Path): boolean {
  return boxAt(path)?.field.delicate === true
}

/**
 * Parts values into what is shown and what is masked: delicate boxes that say something, but those for which `isOpen` holds.
 */
export function masking(values: Values, isOpen: (path: Path) => boolean): ShownValues {
  const shown: Record<Path, Value> = {}
  const masked: Record<Path, string> = {}
  for (const [path, value] of Object.entries(values)) {
    if (isMasked(path) && !isEmpty(value) && !isOpen(path)) masked[path] = maskOf(path, value)
    else shown[path] = value
  }
  return { values: shown, masked }
}

const wholly = '****'

/** Whether an account, or anything but a telephone, stands behind its mask. */
export const isMaskText = (text: string): boolean => text.startsWith(wholly)

/** A telephone as 138****5678, an account by its last four, and of everything else nothing, not even how long it is (rules 11). */
export function maskOf(path: Path, value: Value): string {
  const digits = String(value).replace(/\D/g, '')
  const key = boxAt(path)?.field.key ?? ''
  if (/phone$/i.test(key) && digits.length >= 10) return `${digits.slice(0, 3)}${wholly}${digits.slice(-4)}`
  if (key === 'bankAccountNo' && digits.length >= 10) return `${wholly} ${digits.slice(-4)}`
  return wholly
}
