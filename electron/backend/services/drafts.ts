import type { Checked, Output } from '../../../shared/contract/contract.ts'
import { customerHead } from '../repositories/customers.ts'
import { draftAt, dropDraft, newCardDrafts, putDraft as storeDraft } from '../repositories/drafts.ts'
import { CallFailure } from './call-failure.ts'
import { type Context, may, now } from './context.ts'
import { refuseUnwritable } from './field-rights.ts'
import { picked, shownDraft } from './personal/draft-masks.ts'

/** Keeps what is typed but not saved; boxes in `kept` stay what they are in the draft. Throws CallFailure `not-found` for a customer that does not exist, `not-allowed` with boxes. */
export function putDraft(
  context: Context,
  { key, revision, cells: typed, kept = [] }: Checked<'drafts.put'>,
): Output<'drafts.put'> {
  const { db, actor } = context
  const [kind, id] = key.split(':')
  if (kind === 'customer' && !customerHead(db, Number(id))) throw new CallFailure('not-found')
  refuseUnwritable(context, 'drafts.put', [...Object.keys(typed), ...kept])
  const savedAt = now(context)
  const cells = { ...picked(draftAt(db, key)?.cells ?? {}, kept), ...typed }
  storeDraft(db, { key, revision, cells, savedAt, by: actor.id })
  return { savedAt }
}

/** Drops what was typed but not saved; who may not type at all may not do that either. Throws CallFailure `not-allowed`. */
export function discardDraft(context: Context, { key }: Checked<'drafts.discard'>): Output<'drafts.discard'> {
  if (!may(context, 'basic.write') && !may(context, 'credit.write')) throw new CallFailure('not-allowed')
  dropDraft(context.db, key)
  return {}
}

/** Cards that were begun and never saved, newest first. */
export function listDrafts(context: Context): Output<'drafts.list'> {
  return { drafts: newCardDrafts(context.db).map(draft => shownDraft(context, draft)) }
}
