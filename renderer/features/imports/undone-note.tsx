import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ImportUndone } from '../../../shared/contract/import-calls.ts'

/** What an undo took back, and which customers stay as they are and why. */
export function UndoneNote({ undone: { removed, restored, refused } }: { undone: ImportUndone }) {
  const { t } = useTranslation()
  return (
    <div role="status">
      <p className="done">{t('importing.undone', { removed, restored })}</p>
      {refused.length > 0 && (
        <>
          <p className="stamp">{t('importing.undoRefused', { count: refused.length })}</p>
          <ul className="import-refused">
            {refused.map(({ customerId, customerNo, name, reason }) => (
              <li key={customerId}>
                <Link href={`/customers/${customerId}/kh001`}>{`${name} · KH-${customerNo}`}</Link>{' '}
                {t(`importing.reason-${reason}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
