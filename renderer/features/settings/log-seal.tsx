import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/text/language.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { localDate } from '../../ui/local-time.ts'
import { useCommand } from '../../ui/use-command.ts'

/** 日志封存: the rows of one month as a workbook that the manager files. */
export function LogSeal() {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const send = useCommand('audit.list', 'audit.head')
  const [month, setMonth] = useState(lastMonth)
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    const requestId = crypto.randomUUID()
    const outcome = await send('audit.export', { requestId, month, language: i18n.language as Language })
    setBusy(false)
    if (outcome.ok) {
      const { savedTo, fileName } = outcome.value
      void message.success(t(savedTo ? 'audit.savedTo' : 'audit.downloaded', { file: savedTo ?? fileName }), 6)
    } else if (outcome.error.code !== 'cancelled') void message.error(errorText(outcome.error), 8)
  }
  return (
    <form
      className="sheet"
      onSubmit={event => {
        event.preventDefault()
        void run()
      }}
    >
      <h2>{t('audit.seal')}</h2>
      <p className="explain">{t('audit.sealMeans')}</p>
      <div className="tools">
        <label>
          {t('audit.month')}{' '}
          <Input
            type="month"
            className="month"
            required
            value={month}
            max={localDate().slice(0, 7)}
            onChange={event => setMonth(event.target.value)}
          />
        </label>
        <Button htmlType="submit" loading={busy}>
          {t('audit.export')}
        </Button>
      </div>
    </form>
  )
}

/** The month that is over, which is the one to be filed. YYYY-MM. */
function lastMonth(): string {
  const now = new Date()
  return localDate(new Date(now.getFullYear(), now.getMonth() - 1, 1)).slice(0, 7)
}
