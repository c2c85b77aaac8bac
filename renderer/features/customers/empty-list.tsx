import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** The list before the first customer: says what to do, to whom may do it. */
export function EmptyList({ onStart }: { onStart: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <div className="empty">
      <h2>{t('customers.emptyTitle')}</h2>
      {onStart && (
        <>
          <p>{t('customers.emptyText')}</p>
          <Button type="primary" autoFocus onClick={onStart}>
            {t('customers.emptyStart')}
          </Button>
        </>
      )}
    </div>
  )
}
