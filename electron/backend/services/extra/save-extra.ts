import { sameValue } from '../../../../shared/catalogue/derive/value.ts'
import type { Value } from '../../../../shared/catalogue/field.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { type ExtraBox, extraField, extraPath, isExtraNumber } from '../../../../shared/domain/extra-box.ts'
import { allExtraBoxes, extraAnswersOf, putExtraAnswer } from '../../repositories/extra-boxes.ts'
import { CallFailure } from '../call-failure.ts'
import { canonical } from '../canonical.ts'
import type { Context } from '../context.ts'
import { type CardChange, changeCard } from './change-card.ts'

/**
 * Saves answers in extra boxes. Different boxes merge; one that somebody else has answered otherwise since it was shown clashes (rules 25).
 * @throws CallFailure `invalid-input`, `conflict`, with the boxes; `not-found`, `archived`
 */
export function saveExtra(context: Context, input: Checked<'cards.saveExtra'>): Output<'cards.saveExtra'> {
  const { db } = context
  return changeCard(context, input, {
    action: 'customer.extra',
    work: ({ id, revision, changedAt, changedBy }) => {
      const boxes = new Map(allExtraBoxes(db).map(box => [String(box.id), box]))
      const present = extraAnswersOf(db, id)
      const wanted = Object.entries(input.changes).map(([key, { from, to }]) => {
        const box = boxes.get(key)
        return { box, key, from, to: box && storedAnswer(box, to, present[key] ?? null) }
      })
      const refused = wanted.filter(({ box, to }) => !box || box.retired || to === undefined)
      if (refused.length > 0) throw new CallFailure('invalid-input', { fields: refused.map(fieldOf) })
      const clashes = wanted.filter(
        ({ key, from, to }) => !sameValue(present[key], from) && !sameValue(present[key], to),
      )
      if (clashes.length > 0)
        throw new CallFailure('conflict', {
          fields: clashes.map(fieldOf),
          present: { revision, values: pathed(present), masked: {}, changedAt, changedBy },
        })
      return wanted.flatMap(({ box, key, to = null }): CardChange[] => {
        if (!box || sameValue(present[key], to)) return []
        putExtraAnswer(db, id, box, to)
        return [{ path: extraPath(box.id), from: present[key] ?? null, to }]
      })
    },
  })
}

const fieldOf = ({ key }: { readonly key: string }) => extraPath(Number(key))

const pathed = (answers: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(answers).map(([key, value]) => [extraPath(Number(key)), value]))

/** An answer in the form in which it is stored, nothing for one that the box does not take; a retired option is only kept. */
export function storedAnswer(
  box: ExtraBox,
  value: string | number | null,
  present: string | number | null,
): string | number | null | undefined {
  if (value === null) return null
  if (box.kind === 'number') return typeof value === 'number' && isExtraNumber(value) ? value : undefined
  const isRetired = box.kind === 'choice' && box.options.some(({ code, retired }) => retired && code === value)
  if (isRetired && value !== present) return undefined
  const clean = canonical(extraField(box), value)
  return clean === null || typeof clean === 'string' ? clean : undefined
}
