import { forms } from '../../../shared/catalogue/layout/forms.ts'
import { placeForm } from '../../../shared/catalogue/layout/place.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import type { Right } from '../../../shared/domain/roles.ts'

export const fileTabs = ['kh001', 'kh002', 'extra', 'approvals', 'papers', 'history'] as const
export type FileTab = (typeof fileTabs)[number]

/** Whether a tab is a form. */
export function isForm(tab: FileTab): tab is 'kh001' | 'kh002' {
  return tab === 'kh001' || tab === 'kh002'
}

/** Reads the tab of a route. */
export function tabOf(text: string | undefined): FileTab {
  return fileTabs.find(tab => tab === text) ?? 'kh001'
}

/** Where a file is kept: a customer that exists, or a card that has never been saved and only has a draft. */
export type FileIdentity = { readonly id: number } | { readonly draftKey: string }

/** What a person must be allowed to read to be shown a tab. */
const rightOfTab: Readonly<Record<FileTab, Right>> = {
  kh001: 'basic.read',
  kh002: 'basic.read',
  extra: 'basic.read',
  approvals: 'approval.read',
  papers: 'approval.read',
  history: 'basic.read',
}

/** The tabs of a file that the person may see; a card that was never saved has its forms only. */
export function tabsOf(file: CustomerFile | undefined, rights: readonly Right[]): readonly FileTab[] {
  return fileTabs.filter(tab => (file !== undefined || isForm(tab)) && rights.includes(rightOfTab[tab]))
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
  if (isForm(inHand) && draws(inHand)) return inHand
  return draws('kh001') ? 'kh001' : 'kh002'
}
