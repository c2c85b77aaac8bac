import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/text/language.ts'
import { localDate } from '../../ui/local-time.ts'
import { useCommand } from '../../ui/use-command.ts'
import { useDelivery } from '../../ui/use-delivery.ts'

const monthsOffered = 36

/** 日志封存: the rows of one month as a workbook that the manager files. */
export function LogSeal() {
  const { t, i18n } = useTranslation()
  const send = useCommand('audit.list', 'audit.head')
  const delivery = useDelivery()
  // The month that is over is the one to be filed.
  const [month, setMonth] = useState(() => monthBefore(1))
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
        <span>{t('audit.month')}</span>
        <Select
          showSearch
          className="month"
          aria-label={t('audit.month')}
          value={month}
          options={Array.from({ length: monthsOffered }, (_, back) => ({ value: monthBefore(back) }))}
          onChange={setMonth}
        />
        <Button htmlType="submit" loading={delivery.busy}>
          {t('audit.export')}
        </Button>
      </div>
    </form>
  )
}

/** A month so many months before the present one. YYYY-MM. */
function monthBefore(back: number): string {
  const now = new Date()
  return localDate(new Date(now.getFullYear(), now.getMonth() - back, 1)).slice(0, 7)
}
