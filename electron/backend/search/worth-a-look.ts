import { likenessLevels } from '../../../shared/domain/company-name.ts'
import type { SpokenName } from './duplicate-keys.ts'
import { certainKinds, likeness } from './likeness.ts'

/** What makes two customers worth a look, as the worklist keeps it. */
export interface WorthALook {
  /** What makes them the same for certain, joined by commas. */
  readonly certain: string
  readonly shared: string
  readonly score: number
  readonly parts: string
}

/** How alike two customers are by their names and by the kinds of marks that they share, or nothing where the worklist leaves them out. */
export function worthALook(
  first: readonly SpokenName[],
  second: readonly SpokenName[],
  kinds: ReadonlySet<string>,
): WorthALook | undefined {
  const certain = certainKinds.filter(kind => kinds.has(kind))
  const { score, parts, shared, mustAnswer } = likeness(first, second, kinds)
  // A telephone is seldom anybody else's; namesakes in one place are common, and say something only of names that are alike.
  const isListed =
    certain.length > 0 || mustAnswer || shared.includes('phone') || (shared.length > 0 && score >= likenessLevels.list)
  return isListed ? { certain: certain.join(), shared: shared.join(), score, parts: JSON.stringify(parts) } : undefined
}
