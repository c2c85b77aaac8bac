import type { DuplicatePair } from '../contract/duplicate-calls.ts'
import { nameWeights } from '../domain/company-name.ts'
import type { Language } from './language.ts'
import { screens } from './screen-texts.ts'

const parts = ['core', 'region', 'industry', 'form'] as const

/** By what two customers may be the same, and how the points of their names come together: 字号 65/65 · 地区 20/20 … */
export function likenessWords(
  language: Language,
  { kinds = [], shared, parts: alike }: Pick<DuplicatePair, 'shared' | 'parts'> & { kinds?: DuplicatePair['kinds'] },
): string {
  const { duplicates } = screens[language]
  const points = parts.map(part =>
    duplicates.part
      .replace('{{part}}', duplicates[`part-${part}`])
      .replace('{{points}}', String(Math.round(alike[part] * nameWeights[part] * 100)))
      .replace('{{most}}', String(nameWeights[part] * 100)),
  )
  return [
    ...kinds.map(kind => duplicates[`kind-${kind}`]),
    ...shared.map(kind => duplicates[`shared-${kind}`]),
    ...points,
    ...(alike.sound ? [duplicates['part-sound'].replace('{{points}}', String(nameWeights.sound))] : []),
  ].join(' · ')
}
