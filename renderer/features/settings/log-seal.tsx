import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/text/language.ts'
import { localDate } from '../../ui/local-time.ts'
import { useCommand } from '../../ui/use-command.ts'
import { useDelivery } from '../../ui/use-delivery.ts'

/** 日志封存: the rows of one month as a workbook that the manager files. */
export function LogSeal() {
  const { t, i18n } = useTranslation()
  const send = useCommand('audit.list', 'audit.head')
  const delivery = useDelivery()
  const [month, setMonth] = useState(lastMonth)
  const language = i18n.language as Language
  return (
    <form
      className="sheet"
      onSubmit={event => {
        event.preventDefault()
        void delivery.run(requestId => send('audit.export', { requestId, month, language }))
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
        <Button htmlType="submit" loading={delivery.busy}>
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
