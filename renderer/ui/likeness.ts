import type { TFunction } from 'i18next'
import type { DuplicatePair } from '../../shared/contract/duplicate-calls.ts'
import { nameWeights } from '../../shared/domain/company-name.ts'

const parts = ['core', 'region', 'industry', 'form'] as const

/** By what two customers may be the same, and how the points of their names come together: 字号 65/65 · 地区 20/20 … */
export function likenessWords(
  t: TFunction,
  { kinds = [], shared, parts: alike }: Pick<DuplicatePair, 'shared' | 'parts'> & { kinds?: DuplicatePair['kinds'] },
): string {
  const points = parts.map(part =>
    t('duplicates.part', {
      part: t(`duplicates.part-${part}`),
      points: Math.round(alike[part] * nameWeights[part] * 100),
      most: nameWeights[part] * 100,
    }),
  )
  return [
    ...kinds.map(kind => t(`duplicates.kind-${kind}`)),
    ...shared.map(kind => t(`duplicates.shared-${kind}`)),
    ...points,
    ...(alike.sound ? [t('duplicates.part-sound', { points: nameWeights.sound })] : []),
  ].join(' · ')
}
