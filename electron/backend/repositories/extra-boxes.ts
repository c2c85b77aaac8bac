import type { ExtraBox, ExtraKind, ExtraLabel, ExtraOption } from '../../../shared/domain/extra-box.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

interface StoredBox extends ExtraLabel {
  readonly id: number
  readonly kind: ExtraKind
  readonly retiredAt: string | null
}

interface StoredOption extends ExtraLabel {
  readonly boxId: number
  readonly code: string
  readonly retired: number
}

const wording = 'label, label_zh_tw AS zhTW, label_en AS en'

/** Every extra box in its order, the retired ones included. Throws SqliteError. */
export function allExtraBoxes(db: Connection): ExtraBox[] {
  const options = all<StoredOption>(
    db,
    `SELECT box_id AS boxId, code, ${wording}, retired FROM extra_options ORDER BY box_id, place`,
  )
  return all<StoredBox>(
    db,
    `SELECT id, kind, ${wording}, retired_at AS retiredAt FROM extra_boxes ORDER BY place, id`,
  ).map(({ retiredAt, ...box }) => ({
    ...box,
    retired: retiredAt !== null,
    options: options
      .filter(({ boxId }) => boxId === box.id)
      .map(({ code, label, zhTW, en, retired }) => ({ code, label, zhTW, en, retired: retired === 1 })),
  }))
}

/** The extra boxes that are in use, in their order. Throws SqliteError. */
export function extraBoxesInUse(db: Connection): ExtraBox[] {
  return allExtraBoxes(db).filter(({ retired }) => !retired)
}

/** What a box is made of. */
export interface BoxContent extends ExtraLabel {
  readonly kind: ExtraKind
}

/** Stores a new box behind all others; answers its id. Throws SqliteError. */
export function insertExtraBox(
  db: Connection,
  { kind, label, zhTW, en }: BoxContent,
  { at, by }: { readonly at: string; readonly by: number },
): number {
  const sql = `
    INSERT INTO extra_boxes (kind, place, label, label_zh_tw, label_en, created_at, created_by)
    VALUES (@kind, (SELECT coalesce(max(place), 0) + 1 FROM extra_boxes), @label, @zhTW, @en, @at, @by)`
  return run(db, sql, { kind, label, zhTW, en, at, by }).id
}

/** Words a box anew. Throws SqliteError. */
export function wordExtraBox(db: Connection, id: number, { label, zhTW, en }: ExtraLabel): void {
  run(db, 'UPDATE extra_boxes SET label = ?, label_zh_tw = ?, label_en = ? WHERE id = ?', [label, zhTW, en, id])
}

/** Stores the options of a box in their order; one that is left out stays as it is. Throws SqliteError. */
export function putExtraOptions(db: Connection, boxId: number, options: readonly ExtraOption[]): void {
  const sql = `
    INSERT INTO extra_options (box_id, code, place, label, label_zh_tw, label_en, retired)
    VALUES (@boxId, @code, @place, @label, @zhTW, @en, @retired)
    ON CONFLICT (box_id, code) DO UPDATE SET place = excluded.place, label = excluded.label,
      label_zh_tw = excluded.label_zh_tw, label_en = excluded.label_en, retired = excluded.retired`
  options.forEach(({ code, label, zhTW, en, retired }, place) => {
    run(db, sql, { boxId, code, place, label, zhTW, en, retired: retired ? 1 : 0 })
  })
}

/** Retires a box from an instant on, or takes it back. Throws SqliteError. */
export function retireExtraBox(db: Connection, id: number, at: string | null): void {
  run(db, 'UPDATE extra_boxes SET retired_at = ? WHERE id = ?', [at, id])
}

/** Gives a box its place in the order. Throws SqliteError. */
export function placeExtraBox(db: Connection, id: number, place: number): void {
  run(db, 'UPDATE extra_boxes SET place = ? WHERE id = ?', [place, id])
}

/** Answers in extra boxes by the id of the box. */
export type ExtraAnswers = Readonly<Record<string, string | number>>

/** What a customer says in extra boxes, those of retired ones included. Throws SqliteError. */
export function extraAnswersOf(db: Connection, customerId: number): ExtraAnswers {
  const sql = `
    SELECT box_id AS boxId, coalesce(text_value, date_value, choice_value) AS text, number_value AS number
    FROM extra_answers WHERE customer_id = ?`
  const rows = all<{ boxId: number; text: string | null; number: number | null }>(db, sql, [customerId])
  return Object.fromEntries(rows.map(({ boxId, text, number }) => [boxId, number ?? text ?? '']))
}

/** Stores one answer in the column of its kind; `null` takes it away. Throws SqliteError. */
export function putExtraAnswer(
  db: Connection,
  customerId: number,
  { id: boxId, kind }: Pick<ExtraBox, 'id' | 'kind'>,
  value: string | number | null,
): void {
  run(db, 'DELETE FROM extra_answers WHERE customer_id = ? AND box_id = ?', [customerId, boxId])
  if (value === null) return
  const of = (wanted: ExtraKind) => (kind === wanted ? value : null)
  const sql = `
    INSERT INTO extra_answers (customer_id, box_id, text_value, number_value, date_value, choice_value)
    VALUES (?, ?, ?, ?, ?, ?)`
  run(db, sql, [customerId, boxId, of('text'), of('number'), of('date'), of('choice')])
}

/** How many boxes are in use. Throws SqliteError. */
export function countExtraBoxes(db: Connection): number {
  const sql = 'SELECT count(*) AS count FROM extra_boxes WHERE retired_at IS NULL'
  return one<{ count: number }>(db, sql)?.count ?? 0
}
