import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { isEmpty } from '../../../shared/catalogue/derive/value.ts'
import type { ImportRow } from '../../../shared/contract/import-calls.ts'
import type { TableKind } from '../../../shared/domain/imports.ts'
import { detailsOf } from './row-columns.tsx'
import { useImportWords } from './use-import-words.ts'

interface RowDetailsProps {
  readonly row: ImportRow
  /** What its sheet is about. */
  readonly kind: TableKind
  readonly onClose: () => void
}

/** One row in full: what is wrong with it, and box by box what the card says now and would say then. */
export function RowDetails({ row, kind, onClose }: RowDetailsProps) {
  const { t } = useTranslation()
  const words = useImportWords()
  const named = [...row.problems, ...row.notes].flatMap(({ customerId: id, found }) =>
    id === undefined ? [] : { id, found },
  )
  return (
    <aside
      className="import-details"
      aria-label={t('importing.rowTitle', { row: row.row })}
      onKeyDown={event => event.key === 'Escape' && onClose()}
    >
      <div className="tools">
        <strong>{t('importing.rowTitle', { row: row.row })}</strong>
        <span className={`import-${row.state}`}>{t(`importing.state-${row.state}`)}</span>
        <span className="tools-end">
          <Button autoFocus onClick={onClose}>
            {t('common.close')}
          </Button>
        </span>
      </div>
      <p className="import-who">
        {row.customerId === null ? (
          row.name
        ) : (
          <Link href={`/customers/${row.customerId}/kh001`}>{`${row.name} · KH-${row.customerNo}`}</Link>
        )}
      </p>
      {row.problems.length > 0 ? (
        <ul className="stamp">
          {row.problems.map(problem => (
            <li key={`${problem.code} ${problem.path} ${problem.column}`}>{words.sentence(problem, kind)}</li>
          ))}
        </ul>
      ) : (
        <p className="note-inline">{detailsOf(row, kind, t, words)}</p>
      )}
      {named.length > 0 && (
        <ul>
          {named.map(({ id, found }) => (
            <li key={id}>
              <Link href={`/customers/${id}/kh001`}>{found}</Link>
            </li>
          ))}
        </ul>
      )}
      {row.changes.length > 0 && (
        <table className="import-changes">
          <thead>
            <tr>
              <th scope="col">{t('importing.helpBox')}</th>
              {row.state !== 'new' && <th scope="col">{t('importing.was')}</th>}
              <th scope="col">{t('importing.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {row.changes.map(({ path, from, to }) => (
              <tr key={path}>
                <th scope="row">{words.label(path, kind)}</th>
                {row.state !== 'new' && <td>{isEmpty(from) ? t('common.empty') : words.shown(path, from)}</td>}
                <td className="import-new">{isEmpty(to) ? t('importing.emptied') : words.shown(path, to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </aside>
  )
}
