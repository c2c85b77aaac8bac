import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { extraCalls } from '../../../../shared/contract/extra-calls.ts'
import { type ExtraBox, type ExtraOption, mostExtraBoxes } from '../../../../shared/domain/extra-box.ts'
import { tidy } from '../../../../shared/domain/width.ts'
import {
  allExtraBoxes,
  countExtraBoxes,
  insertExtraBox,
  placeExtraBox,
  putExtraOptions,
  retireExtraBox,
  wordExtraBox,
} from '../../repositories/extra-boxes.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'
import { once } from '../once.ts'
import type { ServiceTable } from '../service-table.ts'

function list({ db }: Context): Output<'extraBoxes.list'> {
  return { boxes: allExtraBoxes(db).map(answer) }
}

/**
 * Makes an extra box or words one anew.
 * @throws CallFailure `too-many-boxes`, `not-found`, `label-taken` for the name of another box in use, `invalid-input` for a choice
 * without options, another kind or an option that is taken away
 */
function put(context: Context, input: Checked<'extraBoxes.put'>): Output<'extraBoxes.put'> {
  const { db, actor } = context
  return once(context, input.requestId, () => {
    const boxes = allExtraBoxes(db)
    const known = input.id === null ? undefined : boxById(boxes, input.id)
    const wording = { label: tidy(input.label), zhTW: input.zhTW, en: input.en }
    if (boxes.some(box => box !== known && !box.retired && box.label === wording.label))
      throw new CallFailure('label-taken', { fields: ['label'] })
    if (known && known.kind !== input.kind) throw new CallFailure('invalid-input', { fields: ['kind'] })
    if (!known && countExtraBoxes(db) >= mostExtraBoxes) throw new CallFailure('too-many-boxes')
    const options = input.kind === 'choice' ? coded(known?.options ?? [], input.options) : []
    const id = known?.id ?? insertExtraBox(db, { ...wording, kind: input.kind }, { at: now(context), by: actor.id })
    if (known) wordExtraBox(db, id, wording)
    putExtraOptions(db, id, options)
    logBox(context, known ? 'box.change' : 'box.add', id, { kind: input.kind })
    return answer(boxById(allExtraBoxes(db), id))
  })
}

/** Options with codes of their own; none that was given once may be missing, and one at least has to be offered. */
function coded(before: readonly ExtraOption[], wanted: readonly ExtraOption[]): ExtraOption[] {
  const codes = new Set(before.map(({ code }) => code))
  const kept = wanted.filter(({ code }) => code !== '')
  const isWhole = kept.length === codes.size && kept.every(({ code }) => codes.delete(code))
  if (!isWhole || wanted.every(({ retired }) => retired))
    throw new CallFailure('invalid-input', { fields: ['options'] })
  let last = Math.max(0, ...before.map(({ code }) => Number(code)))
  return wanted.map(option => (option.code === '' ? { ...option, code: String((last += 1)) } : option))
}

/** Retires a box or takes it back. Throws CallFailure `not-found`, `too-many-boxes`. */
function retire(context: Context, input: Checked<'extraBoxes.retire'>): Output<'extraBoxes.retire'> {
  const { db } = context
  return once(context, input.requestId, () => {
    const box = boxById(allExtraBoxes(db), input.id)
    if (box.retired !== input.retired) {
      if (!input.retired && countExtraBoxes(db) >= mostExtraBoxes) throw new CallFailure('too-many-boxes')
      retireExtraBox(db, box.id, input.retired ? now(context) : null)
      logBox(context, 'box.retire', box.id, { disabled: input.retired ? '1' : '0' })
    }
    return answer(boxById(allExtraBoxes(db), box.id))
  })
}

function order(context: Context, input: Checked<'extraBoxes.order'>): Output<'extraBoxes.order'> {
  const { db } = context
  return once(context, input.requestId, () => {
    const known = allExtraBoxes(db).map(({ id }) => id)
    const wanted = input.ids.filter(id => known.includes(id))
    const all = [...new Set([...wanted, ...known])]
    all.forEach((id, index) => placeExtraBox(db, id, index + 1))
    audit(context, { action: 'box.order', object: 'boxes', facts: { boxes: String(all.length) } })
    return {}
  })
}

function boxById(boxes: readonly ExtraBox[], id: number): ExtraBox {
  const box = boxes.find(candidate => candidate.id === id)
  if (!box) throw new CallFailure('not-found')
  return box
}

const answer = (box: ExtraBox): Output<'extraBoxes.put'> => ({ ...box, options: [...box.options] })

function logBox(context: Context, action: string, id: number, facts: Readonly<Record<string, string>>): void {
  audit(context, { action, object: `box:${id}`, facts })
}

/** The calls about the boxes that a company adds. */
export const boxServices = {
  'extraBoxes.list': list,
  'extraBoxes.put': put,
  'extraBoxes.retire': retire,
  'extraBoxes.order': order,
} satisfies Pick<ServiceTable, Extract<keyof typeof extraCalls, `extraBoxes.${string}`>>
