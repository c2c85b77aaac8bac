import { App, Button, Checkbox } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textAt } from '../../../shared/catalogue/derive/value.ts'
import { forms } from '../../../shared/catalogue/layout/forms.ts'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { PrintedForm } from '../../form/printed-form.tsx'
import { transport } from '../../transport/index.ts'
import { useFreshCall } from '../../transport/use-call.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Failure } from '../../ui/failure.tsx'
import { useToday } from '../../ui/use-today.ts'
import { Waiting } from '../../ui/waiting.tsx'

const printButton = 'print-now'

/** The preview of both forms as they leave the printer: A4, the sheet's layout; print, or in the installed program a PDF. */
export function PrintPage({ id, company, person }: { id: number; company: string; person: string }) {
  const { t } = useTranslation()
  const file = useFreshCall('customers.open', { id })
  if (file.error) return <Failure error={file.error.error} onRetry={() => void file.refetch()} />
  if (!file.data) return <Waiting text={t('file.opening')} />
  return <Preview file={file.data} company={company} person={person} />
}

function Preview({ file, company, person }: { file: CustomerFile; company: string; person: string }) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const today = useToday()
  const language = i18n.language as Language
  const [wanted, setWanted] = useState<FormName[]>(['KH001', 'KH002'])
  const [withDelicate, setWithDelicate] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') history.back()
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return
      // The browser's own print would leave no record.
      event.preventDefault()
      document.getElementById(printButton)?.click()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  /** A print with delicate boxes is recorded before it leaves; without the record it does not. */
  const recorded = async (): Promise<boolean> => {
    const outcome = await transport.call('exports.printed', {
      requestId: crypto.randomUUID(),
      id: file.id,
      forms: wanted,
      withDelicate,
    })
    if (!outcome.ok) void message.error(errorText(outcome.error))
    return outcome.ok
  }
  const print = async () => {
    if (await recorded()) window.print()
  }
  const savePdf = async () => {
    if (!(await recorded())) return
    const suggestedName = `${wanted.join('-')}-${file.customerNo}_${textAt(file.values, 'customer.name')}.pdf`
    const outcome = await transport.windowCall('window.savePdf', { suggestedName })
    if (outcome.ok) void message.success(t('print.pdfSaved'))
    else if (outcome.error.code !== 'cancelled') void message.error(errorText(outcome.error))
  }
  return (
    <div className="print-desk">
      <div className="print-tools">
        <Button onClick={() => history.back()}>{t('print.back')}</Button>
        <Checkbox.Group
          value={wanted}
          onChange={setWanted}
          options={(['KH001', 'KH002'] as const).map(form => ({ value: form, label: forms[form].title[language] }))}
        />
        <Checkbox checked={withDelicate} onChange={event => setWithDelicate(event.target.checked)}>
          {t('export.withDelicate')}
        </Checkbox>
        <span className="tools-end">
          {transport.kind === 'electron' && (
            <Button disabled={wanted.length === 0} onClick={() => void savePdf()}>
              {t('print.pdf')}
            </Button>
          )}
          <Button id={printButton} type="primary" autoFocus disabled={wanted.length === 0} onClick={() => void print()}>
            {t('common.print')}
          </Button>
        </span>
      </div>
      <main>
        {(['KH001', 'KH002'] as const)
          .filter(form => wanted.includes(form))
          .map(form => (
            <PrintedForm
              key={form}
              layout={forms[form]}
              values={file.values}
              language={language}
              withDelicate={withDelicate}
              company={company}
              note={reportTexts[language].printed(today, person)}
            />
          ))}
      </main>
    </div>
  )
}
