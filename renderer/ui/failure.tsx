import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CallError } from '../../shared/contract/errors.ts'
import { useErrorText } from './error-text.ts'

/** A screen's place when its data could not be had: what happened, what to do next. */
export function Failure({ error, onRetry }: { error: CallError; onRetry: () => void }) {
  const { t } = useTranslation()
  const text = useErrorText()
  return (
    <div className="note" role="alert">
      <p>{text(error)}</p>
      <Button onClick={onRetry}>{t('common.retry')}</Button>
    </div>
  )
}
