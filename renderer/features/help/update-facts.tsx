import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallError, Outcome } from '../../../shared/contract/errors.ts'
import type { UpdateState } from '../../../shared/contract/window.ts'
import { transport } from '../../transport/index.ts'
import { valueOf } from '../../transport/use-call.ts'
import { useErrorText } from '../../ui/error-text.ts'

const key = ['window.updates']

/** Whether there is a newer version: looked up when somebody asks, or once a day if that is switched on. */
export function UpdateFacts() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: key,
    queryFn: async () => valueOf(await transport.windowCall('window.updates', {})),
  })
  const [busy, setBusy] = useState(false)
  const [checked, setChecked] = useState(false)
  const [error, setError] = useState<CallError>()
  if (!data) return null
  const take = (outcome: Outcome<UpdateState>) => {
    setError(outcome.ok ? undefined : outcome.error)
    if (outcome.ok) client.setQueryData(key, outcome.value)
  }
  const check = async () => {
    setBusy(true)
    take(await transport.windowCall('window.checkUpdates', {}))
    setBusy(false)
    setChecked(true)
  }
  const choose = async (checks: boolean) => take(await transport.windowCall('window.chooseUpdates', { checks }))
  return (
    <>
      <dt>{t('help.updates')}</dt>
      <dd className="updates">
        {!data.canCheck && <span>{t('help.updateNoAddress')}</span>}
        {data.canCheck && (
          <>
            <Checkbox checked={data.checks} onChange={event => void choose(event.target.checked)}>
              {t('help.updateCheck')}
            </Checkbox>
            <span className="quiet">{t('help.updateMeans')}</span>
            <Button size="small" loading={busy} onClick={() => void check()}>
              {t('help.updateNow')}
            </Button>
            <span role="status">
              {data.newer !== null
                ? t('help.updateFound', { version: data.newer })
                : checked && !error && t('help.updateNone')}
            </span>
            {data.newer !== null && (
              <Button size="small" onClick={() => void transport.windowCall('window.openReleasePage', {})}>
                {t('help.updateOpen')}
              </Button>
            )}
            {error && (
              <span className="stamp" role="alert">
                {errorText(error)}
              </span>
            )}
          </>
        )}
      </dd>
    </>
  )
}
