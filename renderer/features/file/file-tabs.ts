import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import type { FileIdentity } from './use-saving.ts'

export type FileTab = 'kh001' | 'kh002' | 'history'

/** The tabs of a file; a card that was never saved has no history. */
export function tabsOf(file: CustomerFile | undefined): readonly FileTab[] {
  return file ? ['kh001', 'kh002', 'history'] : ['kh001', 'kh002']
}

/** The route of a tab of an open file. */
export function tabRoute(identity: FileIdentity, draftKey: string, tab: FileTab): string {
  return 'id' in identity ? `/customers/${identity.id}/${tab}` : `/${draftKey.replace(':', '/')}/${tab}`
}
