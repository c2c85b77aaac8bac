import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import type { ImportCheck } from '../../../shared/contract/import-calls.ts'
import { useCall } from '../../transport/use-call.ts'
import { navigate } from '../../ui/navigate.ts'
import { ErrorSheetButton } from './error-sheet-button.tsx'
import { PastImports } from './past-imports.tsx'

interface ResultStepProps {
  readonly check: ImportCheck
  readonly result: Output<'imports.commit'>
  readonly onAnother: () => void
}

/** What was written, what was not, and how to take it back. */
export function ResultStep({ check, result: { id, counts }, onAnother }: ResultStepProps) {
  const { t } = useTranslation()
  const list = useCall('imports.list', {})
  // It says below that it was taken back.
  const isUndone = list.data?.imports.some(past => past.id === id && past.undoneAt !== null) === true
  const leftOut = counts.error + counts.duplicate
  return (
    <div className="import-scroll">
      <section className="import-card" aria-label={t('importing.step-result')}>
        {!isUndone && (
          <p className="done" role="status">
            {t('importing.done', { created: counts.new, updated: counts.updated, same: counts.same, leftOut })}
          </p>
        )}
        {!isUndone && check.leftOut > 0 && (
          <p className="import-unsure">{t('importing.leftOut', { count: check.leftOut })}</p>
        )}
        <div className="tools">
          <Button
            type="primary"
            autoFocus
            onClick={() => {
              onAnother()
              navigate('/customers')
            }}
          >
            {t('importing.toCustomers')}
          </Button>
          {leftOut + check.leftOut > 0 && <ErrorSheetButton check={check.check} />}
          <Button onClick={onAnother}>{t('importing.another')}</Button>
        </div>
      </section>
      <PastImports />
    </div>
  )
}
