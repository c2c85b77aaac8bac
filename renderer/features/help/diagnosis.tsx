import { useQuery } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import { transport } from '../../transport/index.ts'
import { valueOf } from '../../transport/use-call.ts'
import { useErrorText } from '../../ui/error-text.ts'

/** 诊断: versions, places, sizes, the last backup and the end of the log as one text without customer data, and a look at the data themselves. */
export function Diagnosis() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const { data: report } = useQuery({
    queryKey: ['app.report'],
    queryFn: async () => valueOf(await transport.call('app.report', {})).text,
    gcTime: 0,
  })
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<Output<'backups.examine'>>()
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    void message.success(t('broken.reportCopied'))
  }
  const examine = async () => {
    setBusy(true)
    const outcome = await transport.call('backups.examine', {})
    setBusy(false)
    if (outcome.ok) setFound(outcome.value)
    else void message.error(errorText(outcome.error))
  }
  return (
    <>
      <p>{t('help.diagnosisMeans')}</p>
      <div className="tools">
        <Button loading={busy} onClick={() => void examine()}>
          {t('help.examine')}
        </Button>
        <Button disabled={report === undefined} onClick={() => void copy(report ?? '')}>
          {t('broken.copyReport')}
        </Button>
      </div>
      {found && (
        <p role="status" className={found.isSound ? undefined : 'stamp'}>
          {found.isSound ? t('help.sound') : t('help.unsound', { detail: found.detail })}
        </p>
      )}
      <Input.TextArea className="report" readOnly rows={9} value={report} aria-label={t('help.diagnosis')} />
    </>
  )
}
