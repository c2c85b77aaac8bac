import { useTranslation } from 'react-i18next'
import { displayValue, labelOf } from '../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path, Value } from '../../../shared/catalogue/field.ts'
import type { ApplicationDetail, ShownChange } from '../../../shared/contract/application-calls.ts'
import type { Language } from '../../../shared/text/language.ts'
import { Card } from './card.tsx'

/** What changed: after submission, against the version before, against the last approved credit file. */
export function ChangesCards({ changes }: { changes: ApplicationDetail['changes'] }) {
  const { t } = useTranslation()
  const { lastTime } = changes
  return (
    <>
      {changes.sinceSubmission.length > 0 && (
        <Card title={t('approvals.changesSinceSubmission')} className="card-warning">
          <ChangesTable
            changes={changes.sinceSubmission}
            before={t('approvals.beforeSubmission')}
            now={t('approvals.nowPresent')}
          />
        </Card>
      )}
      {changes.sinceLastVersion.length > 0 && (
        <Card title={t('approvals.changesLastVersion')}>
          <ChangesTable
            changes={changes.sinceLastVersion}
            before={t('approvals.beforeVersion')}
            now={t('approvals.now')}
          />
        </Card>
      )}
      {lastTime ? (
        <Card title={t('approvals.changesLastTime', { number: lastTime.number })}>
          {changes.sinceLastTime.length > 0 ? (
            <ChangesTable
              changes={changes.sinceLastTime}
              before={t('approvals.before', { day: lastTime.on })}
              now={t('approvals.now')}
            />
          ) : (
            <p className="quiet">{t('approvals.changesLastTimeNone', { number: lastTime.number })}</p>
          )}
        </Card>
      ) : (
        <p className="quiet">{t('approvals.firstTime')}</p>
      )}
    </>
  )
}

/** Boxes with what they said and what they say. */
export function ChangesTable({
  changes,
  before,
  now,
}: {
  changes: readonly ShownChange[]
  before: string
  now: string
}) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  return (
    <table className="plain changes">
      <thead>
        <tr>
          <th>{t('approvals.box')}</th>
          <th>{before}</th>
          <th>{now}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, from, to, isMasked }) => (
          <tr key={path}>
            <th scope="row">{labelOf(path, language)}</th>
            <td>
              <del>{isMasked ? t('form.hidden') : shown(path, from, language)}</del>
            </td>
            <td>
              <ins>{isMasked ? t('form.hidden') : shown(path, to, language)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shown(path: Path, value: Value, language: Language): string {
  const field = boxAt(path)?.field
  const text = field ? displayValue(field, value, language) : String(value ?? '')
  if (text === '') return '—'
  return field?.unit && typeof value === 'number' ? `${text} ${field.unit[language]}` : text
}
