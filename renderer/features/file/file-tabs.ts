import { forms } from '../../../shared/catalogue/layout/forms.ts'
import { placeForm } from '../../../shared/catalogue/layout/place.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'

export type FileTab = 'kh001' | 'kh002' | 'history'

/** Where a file is kept: a customer that exists, or a card that has never been saved and only has a draft. */
export type FileIdentity = { readonly id: number } | { readonly draftKey: string }

/** The tabs of a file; a card that was never saved has no history. */
export function tabsOf(file: CustomerFile | undefined): readonly FileTab[] {
  return file ? ['kh001', 'kh002', 'history'] : ['kh001', 'kh002']
}

/** The route of a tab of an open file. */
export function tabRoute(identity: FileIdentity, tab: FileTab): string {
  return 'id' in identity ? `/customers/${identity.id}/${tab}` : `/${identity.draftKey.replace(':', '/')}/${tab}`
}

const thisWindow = crypto.randomUUID()

/** The key under which this window keeps the draft of a file: two windows on one customer do not write over each other. */
export function draftKeyOf(identity: FileIdentity): string {
  return 'id' in identity ? `customer:${identity.id}:${thisWindow}` : identity.draftKey
}

/** The form that draws a box; a box that both draw stays on the tab in hand. */
export function tabOfBox(path: Path, inHand: FileTab): FileTab {
  const draws = (tab: 'kh001' | 'kh002') => {
    const layout = forms[tab === 'kh001' ? 'KH001' : 'KH002']
    const { cells } = placeForm(layout, { values: { [path]: 'x' } })
    return path === layout.numberPath || cells.some(({ cell }) => cell.kind === 'box' && cell.paths.includes(path))
  }
  if (inHand !== 'history' && draws(inHand)) return inHand
  return draws('kh001') ? 'kh001' : 'kh002'
}
