import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import { type ExtraBox, extraPath } from '../../../../shared/domain/extra-box.ts'
import type { Connection } from '../../database/connection.ts'
import { extraAnswersOf, putExtraAnswer } from '../../repositories/extra-boxes.ts'
import { addHistory, type Save } from '../../repositories/history.ts'
import { storedAnswer } from '../extra/save-extra.ts'

/** The boxes that a company added, by their paths. */
export type ExtraBoxes = ReadonlyMap<Path, ExtraBox>

/** Boxes by their paths. */
export function byPath(boxes: readonly ExtraBox[]): ExtraBoxes {
  return new Map(boxes.map(box => [extraPath(box.id), box]))
}

/** What a customer says in boxes of the company, by their paths. Throws SqliteError. */
export function extraValuesOf(db: Connection, customerId: number): Record<Path, Value> {
  const answers = Object.entries(extraAnswersOf(db, customerId))
  return Object.fromEntries(answers.map(([id, value]) => [extraPath(Number(id)), value]))
}

/** The answer of a row in a box of the company as it is stored; nothing for one that the box does not take. */
export function storableExtra(box: ExtraBox, value: Value, present: Value): Value | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && value !== null) return undefined
  return storedAnswer(box, value, typeof present === 'string' || typeof present === 'number' ? present : null)
}

/** Values of the boxes of the forms, and those of the boxes of the company. */
export function apart(values: Values, boxes: ExtraBoxes): { readonly forms: Values; readonly extras: Values } {
  const entries = Object.entries(values)
  return {
    forms: boxes.size === 0 ? values : Object.fromEntries(entries.filter(([path]) => !boxes.has(path))),
    extras: boxes.size === 0 ? {} : Object.fromEntries(entries.filter(([path]) => boxes.has(path))),
  }
}

/** Changes answers in boxes of the company with their history, inside the caller's transaction. Throws SqliteError. */
export function changeExtras(db: Connection, save: Save, values: Values, boxes: ExtraBoxes): void {
  const paths = Object.keys(values)
  if (paths.length === 0) return
  addHistory(db, save, paths, extraValuesOf(db, save.customerId), values)
  putExtraValues(db, save.customerId, values, boxes)
}

/** Stores answers in boxes of the company, inside the caller's transaction. Throws SqliteError. */
export function putExtraValues(db: Connection, customerId: number, values: Values, boxes: ExtraBoxes): void {
  for (const [path, value] of Object.entries(values)) {
    const box = boxes.get(path)
    if (box) putExtraAnswer(db, customerId, box, typeof value === 'string' || typeof value === 'number' ? value : null)
  }
}
