import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

interface EmptyListProps {
  /** Begins the first card, for whoever may. */
  readonly onStart: (() => void) | undefined
  /** Leads to the import, for whoever may. */
  readonly onImport: (() => void) | undefined
  /** Leads to the second place of the backups as long as there is none, for whoever may choose it. */
  readonly onBackup: (() => void) | undefined
}

/** The list before the first customer: says what to do, to whom may do it. */
export function EmptyList({ onStart, onImport, onBackup }: EmptyListProps) {
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
      {onImport && (
        <p className="empty-or">
          {t('customers.emptyOr')} <Button onClick={onImport}>{t('customers.emptyImport')}</Button>
        </p>
      )}
      {onBackup && (
        <p className="empty-or">
          {t('customers.emptyBackup')} <Button onClick={onBackup}>{t('backup.lateOpen')}</Button>
        </p>
      )}
    </div>
  )
}
