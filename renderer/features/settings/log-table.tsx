import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../shared/contract/audit-calls.ts'
import type { AuditWords } from './audit-words.ts'

const hashShown = 12

/** Rows of the log: when by the clock on the wall, who, at which machine, what, to what, and the beginning of the row's hash. */
export function LogTable({ rows, words }: { rows: readonly AuditRow[]; words: AuditWords }) {
  const { t } = useTranslation()
  return (
    <table className="plain log">
      <thead>
        <tr>
          <th className="amount">{t('audit.seq')}</th>
          <th>{t('audit.when')}</th>
          <th>{t('audit.who')}</th>
          <th>{t('audit.action')}</th>
          <th>{t('audit.object')}</th>
          <th>{t('audit.facts')}</th>
          <th>{t('audit.machine')}</th>
          <th>{t('audit.hash')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ seq, localAt, person, action, object, reason, facts, machine, hash }) => (
          <tr key={seq} className={action.startsWith('refused.') ? 'refused' : undefined}>
            <td className="amount">{seq}</td>
            <td className="when">{localAt.slice(0, 19).replace('T', ' ')}</td>
            <td>{person || t('audit.nobody')}</td>
            <th scope="row">{words.action(action)}</th>
            <td>{words.object(object)}</td>
            <td>
              {reason && <div>{reason}</div>}
              <small>
                {Object.entries(facts)
                  .filter(([, value]) => value !== '')
                  .map(([name, value]) => words.fact(name, value))
                  .join(' · ')}
              </small>
            </td>
            <td>{machine}</td>
            <td>
              <code title={hash}>{hash.slice(0, hashShown)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
