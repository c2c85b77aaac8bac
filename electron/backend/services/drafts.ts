import type { Checked, Output } from '../../../shared/contract/contract.ts'
import { customerHead } from '../repositories/customers.ts'
import { dropDraft, newCardDrafts, putDraft as storeDraft } from '../repositories/drafts.ts'
import { CallFailure } from './call-failure.ts'
import { type Context, now } from './context.ts'

/** Keeps what is typed but not saved. Throws CallFailure `not-found` for a customer that does not exist. */
export function putDraft(context: Context, { key, revision, cells }: Checked<'drafts.put'>): Output<'drafts.put'> {
  const { db, actor } = context
  const [kind, id] = key.split(':')
  if (kind === 'customer' && !customerHead(db, Number(id))) throw new CallFailure('not-found')
  const savedAt = now(context)
  storeDraft(db, { key, revision, cells, savedAt, by: actor.id })
  return { savedAt }
}

/** Drops what was typed but not saved. */
export function discardDraft({ db }: Context, { key }: Checked<'drafts.discard'>): Output<'drafts.discard'> {
  dropDraft(db, key)
  return {}
}

/** Cards that were begun and never saved, newest first. */
export function listDrafts({ db }: Context): Output<'drafts.list'> {
  return { drafts: newCardDrafts(db) }
}
