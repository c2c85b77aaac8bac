import { App, Button, Checkbox } from 'antd'
import { Fragment, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { secondLines } from '../../../shared/catalogue/derive/second-lines.ts'
import { textAt } from '../../../shared/catalogue/derive/value.ts'
import type { Values } from '../../../shared/catalogue/field.ts'
import { forms } from '../../../shared/catalogue/layout/forms.ts'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import type { LimitToday } from '../../../shared/contract/application-calls.ts'
import type { Card } from '../../../shared/contract/extra-calls.ts'
import type { Actor, CustomerFile } from '../../../shared/contract/shapes.ts'
import type { ExtraBox } from '../../../shared/domain/extra-box.ts'
import type { Language } from '../../../shared/text/language.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { PrintedExtra } from '../../form/printed-extra.tsx'
import { PrintedForm } from '../../form/printed-form.tsx'
import { transport } from '../../transport/index.ts'
import { useFreshCall } from '../../transport/use-call.ts'
import { DelicateChoice, isExplained, nothingDelicate } from '../../ui/delicate-choice.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import { Failure } from '../../ui/failure.tsx'
import { useToday } from '../../ui/use-today.ts'
import { useWindowKeys } from '../../ui/use-window-keys.ts'
import { Waiting } from '../../ui/waiting.tsx'

const printButton = 'print-now'
const formNames = ['KH001', 'KH002'] as const
const shownHash = 12 // signs; enough to find it again, and to type it

/** The preview of both forms as they leave the printer: A4, the sheet's layout; print, or in the installed program a PDF. */
export function PrintPage({ id, company, actor }: { id: number; company: string; actor: Actor }) {
  const { t } = useTranslation()
  const seesLimits = actor.rights.includes('approval.read')
  const file = useFreshCall('customers.open', { id })
  const head = useFreshCall('audit.head', {})
  const boxes = useFreshCall('extraBoxes.list', {})
  const card = useFreshCall('cards.open', { id })
  const limits = useFreshCall('limits.ofCustomer', { customerId: id }, { enabled: seesLimits })
  // All of it or nothing: a print without the temporary limit would say that there is none.
  const failed = [file, head, boxes, card, limits].find(query => query.error)
  if (failed?.error) return <Failure error={failed.error.error} onRetry={() => void failed.refetch()} />
  if (!file.data || !head.data || !boxes.data || !card.data || (seesLimits && !limits.data))
    return <Waiting text={t('file.opening')} />
  return (
    <Preview
      file={file.data}
      company={company}
      actor={actor}
      logHead={head.data.head.slice(0, shownHash)}
      limit={limits.data?.today}
      extras={boxes.data.boxes.filter(({ retired }) => !retired)}
      answers={card.data.answers}
    />
  )
}

interface PreviewProps {
  readonly file: CustomerFile
  readonly company: string
  readonly actor: Actor
  /** The beginning of the newest hash of the log, which every print carries outside (rules 6). */
  readonly logHead: string
  readonly limit: LimitToday | undefined
  /** The extra boxes in use, and what the customer says in them. */
  readonly extras: readonly ExtraBox[]
  readonly answers: Card['answers']
}

function Preview({ file, company, actor, logHead, limit, extras, answers }: PreviewProps) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const today = useToday()
  const language = i18n.language as Language
  const texts = reportTexts[language]
  // Of what a person may not see nothing is printed: empty boxes would say that nothing was answered.
  const offered = formNames.filter(form => form === 'KH001' || actor.rights.includes('credit.read'))
  const [wanted, setWanted] = useState<FormName[]>(offered)
  const [delicate, setDelicate] = useState(nothingDelicate)
  const [values, setValues] = useState<Values>(file.values)
  const mayPrint = wanted.length > 0 && isExplained(delicate)
  useWindowKeys(event => {
    if (event.key === 'Escape') history.back()
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return
    // The browser's own print would leave no record.
    event.preventDefault()
    document.getElementById(printButton)?.click()
  })
  /** A print is recorded before it leaves, and with the record come the delicate boxes that it was asked for; without it nothing is printed. */
  const recorded = async (): Promise<boolean> => {
    const outcome = await transport.call('exports.printed', {
      requestId: crypto.randomUUID(),
      id: file.id,
      forms: wanted,
      ...delicate,
    })
    if (!outcome.ok) {
      void message.error(errorText(outcome.error))
      return false
    }
    // The paper has to stand on the screen as it is going to be printed.
    flushSync(() => setValues(outcome.value.values))
    return true
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
          options={offered.map(form => ({ value: form, label: forms[form].title[language] }))}
        />
        {actor.rights.includes('delicate.read') && <DelicateChoice choice={delicate} onChange={setDelicate} />}
        <span className="tools-end">
          {transport.kind === 'electron' && (
            <Button disabled={!mayPrint} onClick={() => void savePdf()}>
              {t('print.pdf')}
            </Button>
          )}
          <Button id={printButton} type="primary" autoFocus disabled={!mayPrint} onClick={() => void print()}>
            {t('common.print')}
          </Button>
        </span>
      </div>
      <main>
        {offered
          .filter(form => wanted.includes(form))
          .map(form => (
            <Fragment key={form}>
              <PrintedForm
                layout={forms[form]}
                values={values}
                language={language}
                withDelicate={delicate.withDelicate}
                company={company}
                note={`${texts.printed(today, actor.name)}  ${texts.log(logHead)}`}
                secondLines={limit ? secondLines(limit, language) : {}}
              />
              {form === 'KH001' && extras.length > 0 && (
                <PrintedExtra
                  number={textAt(file.values, forms.KH001.numberPath)}
                  name={textAt(file.values, 'customer.name')}
                  boxes={extras}
                  answers={answers}
                  language={language}
                  company={company}
                  note={`${texts.printed(today, actor.name)}  ${texts.log(logHead)}`}
                />
              )}
            </Fragment>
          ))}
      </main>
    </div>
  )
}
