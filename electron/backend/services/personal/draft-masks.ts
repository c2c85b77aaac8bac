import { isMasked, maskOf } from '../../../../shared/catalogue/derive/masking.ts'
import { mayRead } from '../../../../shared/catalogue/derive/sections.ts'
import { isEmpty } from '../../../../shared/catalogue/derive/value.ts'
import type { Path } from '../../../../shared/catalogue/field.ts'
import type { Draft } from '../../../../shared/contract/shapes.ts'
import { draftAt, type StoredDraft } from '../../repositories/drafts.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'

type Cells = Draft['cells']
type Cell = Cells[Path]

/** A draft without the boxes that the person may not see, and with the delicate ones masked, whoever typed them (rules 11). */
export function shownDraft({ actor }: Pick<Context, 'actor'>, { cells, ...draft }: StoredDraft): Draft {
  const known = Object.entries(cells).filter(([path]) => mayRead(path, actor.rights))
  const open = known.filter(([path, cell]) => !hides(path, cell))
  const masked = known.filter(([path, cell]) => hides(path, cell)).map(([path, cell]) => [path, maskOfCell(path, cell)])
  return { ...draft, cells: Object.fromEntries(open), masked: Object.fromEntries(masked) as Record<Path, string> }
}

/** What a draft says behind its masks, as far as the person may see it; nothing where it is gone, or not of this customer. */
export function hiddenCells({ db, actor }: Context, key: string, customerId: number | undefined): Cells {
  const draft = isOf(key, customerId) ? draftAt(db, key) : undefined
  return Object.fromEntries(
    Object.entries(draft?.cells ?? {}).filter(([path, cell]) => mayRead(path, actor.rights) && hides(path, cell)),
  )
}

/** What a page that has seen only the masks of boxes in a draft saves with them. */
export interface Kept {
  readonly draftKey?: string | undefined
  readonly kept?: readonly Path[] | undefined
}

/**
 * The boxes of a draft that are saved as they stand there. The draft has to be of this customer, or of a new card.
 * @throws CallFailure `draft-gone`; `invalid-input` for a text that was not understood; both with the boxes
 */
export function keptCells(
  { db }: Pick<Context, 'db'>,
  { draftKey, kept = [] }: Kept,
  customerId: number | undefined,
): Cells {
  if (kept.length === 0) return {}
  const cells = (draftKey !== undefined && isOf(draftKey, customerId) && draftAt(db, draftKey)?.cells) || {}
  const gone = kept.filter(path => cells[path] === undefined)
  if (gone.length > 0) throw new CallFailure('draft-gone', { fields: gone })
  const unread = kept.filter(path => cells[path]?.entry !== undefined)
  if (unread.length > 0) throw new CallFailure('invalid-input', { fields: unread })
  return picked(cells, kept)
}

/** Boxes of a draft by their paths; those that are not there are left out. */
export function picked(cells: Cells, paths: readonly Path[]): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([path]) => paths.includes(path)))
}

function isOf(key: string, customerId: number | undefined): boolean {
  return key.startsWith(customerId === undefined ? 'new:' : `customer:${customerId}:`)
}

/** What stood in a delicate box before is as delicate as what was typed. */
function hides(path: Path, { from, value, entry }: Cell): boolean {
  return isMasked(path) && !(isEmpty(from) && isEmpty(value) && entry === undefined)
}

function maskOfCell(path: Path, { value, entry }: Cell): string {
  return isEmpty(value) && entry === undefined ? '' : maskOf(path, entry === undefined ? value : null)
}
