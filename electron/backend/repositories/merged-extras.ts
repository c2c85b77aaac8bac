import { mostTags } from '../../../shared/domain/tags.ts'
import { all, type Connection, run } from '../database/connection.ts'
import { addTag, dropTag, tagsOf } from './tags.ts'

/** What a card got from another one: boxes of the company's own, and tags. */
export interface TakenExtras {
  readonly boxes: readonly number[]
  readonly tags: readonly string[]
}

/** What a card would get from another one: answers and tags that it has none of, tags as far as there is room. Throws SqliteError. */
export function extrasToTake(db: Connection, keepId: number, dropId: number): TakenExtras {
  const boxes = all<{ id: number }>(
    db,
    `SELECT box_id AS id FROM extra_answers WHERE customer_id = @dropId
      AND box_id NOT IN (SELECT box_id FROM extra_answers WHERE customer_id = @keepId) ORDER BY box_id`,
    { keepId, dropId },
  ).map(({ id }) => id)
  const own = tagsOf(db, keepId)
  const tags = tagsOf(db, dropId)
    .filter(tag => !own.includes(tag))
    .slice(0, Math.max(0, mostTags - own.length))
  return { boxes, tags }
}

/** Gives a card what it gets from another one. Throws SqliteError. */
export function takeExtras(
  db: Connection,
  keepId: number,
  dropId: number,
  writing: { at: string; by: number },
): TakenExtras {
  const { boxes, tags } = extrasToTake(db, keepId, dropId)
  const copy = `INSERT INTO extra_answers (customer_id, box_id, text_value, number_value, date_value, choice_value)
    SELECT @keepId, box_id, text_value, number_value, date_value, choice_value FROM extra_answers
    WHERE customer_id = @dropId AND box_id = @box`
  for (const box of boxes) run(db, copy, { keepId, dropId, box })
  for (const tag of tags) addTag(db, keepId, tag, writing.at, writing.by)
  return { boxes, tags }
}

/** Takes them back; an answer that was changed since stays. Throws SqliteError. */
export function giveExtrasBack(db: Connection, keepId: number, dropId: number, { boxes, tags }: TakenExtras): void {
  const same = ['text_value', 'number_value', 'date_value', 'choice_value']
    .map(name => `d.${name} IS k.${name}`)
    .join(' AND ')
  // oxlint-disable-next-line kehu/bound-sql -- the four columns stand above
  const drop = `DELETE FROM extra_answers AS k WHERE customer_id = @keepId AND box_id = @box AND EXISTS (
    SELECT 1 FROM extra_answers d WHERE d.customer_id = @dropId AND d.box_id = k.box_id AND ${same})`
  for (const box of boxes) run(db, drop, { keepId, dropId, box })
  for (const tag of tags) dropTag(db, keepId, tag)
}
