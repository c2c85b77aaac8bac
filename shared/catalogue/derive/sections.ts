import type { Right } from '../../domain/roles.ts'
import type { Path, Value, Values } from '../field.ts'
import { boxAt } from './paths.ts'

/** The parts of a file that a role may read or write (rules 19): 基本, 信用, 敏感, 银行. */
export type Section = 'basic' | 'credit' | 'delicate' | 'bank'

const creditRecords = new Set(['credit', 'approvals', 'productLines'])
const bankKeys = new Set(['bankName', 'bankAccountNo'])

/** Which part of the file a box belongs to. A path that names no box is credit at least, so that nothing slips out by a slip. */
export function sectionOf(path: Path): Section {
  const box = boxAt(path)
  if (!box) return isBesideForms(path) ? 'basic' : 'credit'
  if (box.record === 'customer' && bankKeys.has(box.field.key)) return 'bank'
  if (box.field.delicate) return 'delicate'
  return creditRecords.has(box.record) ? 'credit' : 'basic'
}

/** Whether a path of the history names an extra box, or what a card says besides boxes, such as its tags. */
export function isBesideForms(path: Path): boolean {
  return /^(extra|card)\./.test(path)
}

/** Whether somebody with these rights may see a box. */
export function mayRead(path: Path, rights: readonly Right[]): boolean {
  return rights.includes(`${sectionOf(path)}.read`)
}

/** Whether somebody with these rights may fill in a box. */
export function mayWrite(path: Path, rights: readonly Right[]): boolean {
  return rights.includes(`${sectionOf(path)}.write`)
}

/** The boxes of a file that somebody with these rights may see. */
export function readable(values: Values, rights: readonly Right[]): Record<Path, Value> {
  return Object.fromEntries(Object.entries(values).filter(([path]) => mayRead(path, rights)))
}

/** Whether a box is kept as it was submitted with a KH002; the facts that KH001 shares stay open. */
export function freezesWithCredit(path: Path): boolean {
  return path.startsWith('credit.') || path.startsWith('approvals.')
}
