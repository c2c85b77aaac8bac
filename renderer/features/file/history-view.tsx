import { Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayValue, labelOf } from '../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Value } from '../../../shared/catalogue/field.ts'
import { forms } from '../../../shared/catalogue/layout/forms.ts'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import { bankAccountPath } from '../../../shared/domain/key-boxes.ts'
import { parseDate } from '../../../shared/domain/partial-date.ts'
import { useBesideWords } from './card/use-beside-words.ts'
import { FileContextProvider, useFile } from '../../form/file-context.ts'
import { Paper } from '../../form/paper.tsx'
import { FileStore } from '../../form/store.ts'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { localDateTime } from '../../ui/local-time.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { PastCard } from './changes/past-card.tsx'
import { RequestsCard } from './changes/requests-card.tsx'
import { SaidCard } from './changes/said-card.tsx'

/** Who changed which box when and why, from what to what; and both forms as they stood on any date. */
export function HistoryView({ file }: { file: CustomerFile }) {
  const { t } = useTranslation()
  const { language, today } = useFile()
  const beside = useBesideWords()
  const [box, setBox] = useState<string>()
  const [date, setDate] = useState('')
  const history = useCall('customers.history', { id: file.id })
  const entries = history.data?.entries
  const boxes = useMemo(() => [...new Set(entries?.map(entry => entry.path))], [entries])
  if (history.error) return <Failure error={history.error.error} onRetry={() => void history.refetch()} />
  if (!entries) return <Waiting text={t('history.loading')} />
  const asOf = date === '' ? undefined : parseDate(date, today)
  const nameOf = (path: string) => beside(path)?.label ?? labelOf(path, language)
  const shown = (path: string, value: Value, isMasked = false) => {
    if (isMasked && path !== bankAccountPath) return t('form.hidden')
    const words = beside(path)
    if (words) return words.text(value) || t('common.empty')
    const field = boxAt(path)?.field
    return (field ? displayValue(field, value, language) : String(value ?? '')) || t('common.empty')
  }
  return (
    <section className="sheet" aria-label={t('file.tab-history')}>
      <div className="tools">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={box ?? null}
          placeholder={t('history.allBoxes')}
          aria-label={t('history.allBoxes')}
          style={{ width: 260 }}
          options={boxes.map(path => ({ value: path, label: nameOf(path) }))}
          onChange={value => setBox(value ?? undefined)}
        />
        <label>
          {t('history.asOf')}{' '}
          <Input
            style={{ width: 150 }}
            allowClear
            placeholder="2026-01-31"
            value={date}
            onChange={event => setDate(event.target.value)}
          />
        </label>
        {asOf?.ok && asOf.value > today && <span className="remark-warning">{t('warnings.futureDate')}</span>}
        {asOf && !asOf.ok && <span className="remark-error">{t(`problems.${asOf.problem}`)}</span>}
      </div>
      {asOf?.ok ? (
        <FileAsOf id={file.id} date={asOf.value} />
      ) : (
        <>
          <PastCard customerId={file.id} />
          <RequestsCard customerId={file.id} />
          <SaidCard customerId={file.id} />
          <table className="plain">
            <thead>
              <tr>
                <th>{t('history.when')}</th>
                <th>{t('history.who')}</th>
                <th>{t('history.box')}</th>
                <th>{t('history.old')}</th>
                <th>{t('history.new')}</th>
                <th>{t('history.why')}</th>
              </tr>
            </thead>
            <tbody>
              {entries
                .filter(entry => box === undefined || entry.path === box)
                .map(entry => (
                  <tr key={entry.id}>
                    <td className="nowrap">{localDateTime(entry.at)}</td>
                    <td className={entry.approvedBy ? undefined : 'nowrap'}>
                      {entry.by}
                      {entry.approvedBy && (
                        <span className="note-inline"> · {t('changes.approvedBy', { by: entry.approvedBy })}</span>
                      )}
                    </td>
                    <th scope="row">{nameOf(entry.path)}</th>
                    <td>{shown(entry.path, entry.from, entry.isMasked)}</td>
                    <td>{shown(entry.path, entry.to, entry.isMasked)}</td>
                    <td>
                      {entry.importedFrom === null ? entry.reason : t('history.imported', { file: entry.importedFrom })}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

/** Both forms at the end of a local day, for reading only. */
function FileAsOf({ id, date }: { id: number; date: string }) {
  const { t } = useTranslation()
  const { language, today, isHidden } = useFile()
  const past = useCall('customers.asOf', { id, at: endOfDay(date) })
  const context = useMemo(
    () =>
      past.data && {
        store: new FileStore(past.data.values, 0, past.data),
        language,
        today,
        isReadOnly: () => true,
        isHidden,
      },
    [past.data, language, today, isHidden],
  )
  if (past.error) return <Failure error={past.error.error} onRetry={() => void past.refetch()} />
  if (!context) return <Waiting text={t('history.loading')} />
  if (Object.keys({ ...past.data?.values, ...past.data?.masked }).length === 0)
    return <p className="note">{t('history.notYet', { date })}</p>
  return (
    <FileContextProvider value={context}>
      <p className="note">{t('history.stoodOn', { date })}</p>
      <Paper layout={forms.KH001} onEnd={() => undefined} />
      <Paper layout={forms.KH002} onEnd={() => undefined} />
    </FileContextProvider>
  )
}

function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59.999`).toISOString()
}
