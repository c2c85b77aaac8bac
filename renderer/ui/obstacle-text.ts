import { useTranslation } from 'react-i18next'
import { labelOf } from '../../shared/catalogue/derive/display.ts'
import type { MergeObstacle } from '../../shared/contract/merge-calls.ts'
import type { Language } from '../../shared/text/language.ts'

/** Says why two cards can not be merged, or a merge not be taken back. */
export function useObstacleText(): (obstacle: MergeObstacle) => string {
  const { t, i18n } = useTranslation()
  return ({ code, detail }) =>
    t(`merge.why-${code}`, { detail: code === 'changed' ? labelOf(detail, i18n.language as Language) : detail })
}
