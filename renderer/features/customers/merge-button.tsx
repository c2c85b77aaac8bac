import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Right } from '../../../shared/domain/roles.ts'
import { navigate } from '../../ui/navigate.ts'
import type { Marked } from './marked.ts'

/** Compares the two ticked cards, to merge them; for whoever may. */
export function MergeButton({ marked, rights }: { marked: Marked; rights: readonly Right[] }) {
  const { t } = useTranslation()
  if (!rights.includes('customers.merge')) return null
  const [a, b] = marked.kind === 'some' && marked.ids.size === 2 ? [...marked.ids] : []
  return (
    <Button
      title={t('merge.mergeHint')}
      disabled={b === undefined}
      onClick={() => navigate(`/customers/merge/${a}/${b}`)}
    >
      {t('merge.merge')}
    </Button>
  )
}
