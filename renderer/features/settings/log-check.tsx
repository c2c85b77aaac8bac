import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Outcome } from '../../../shared/contract/errors.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { useCommand } from '../../ui/use-command.ts'

/** A check that was made, and what it was made with. */
interface Check {
  readonly anchor: string | null
  readonly outcome: Outcome<Output<'audit.verify'>>
}

/** 核对日志: goes through the whole chain, looks for a printed head in it, and says in words what came of it. */
export function LogCheck() {
  const { t } = useTranslation()
  const send = useCommand('audit.list', 'audit.head', 'backups.health')
  const [printed, setPrinted] = useState('')
  const [busy, setBusy] = useState(false)
  const [check, setCheck] = useState<Check>()
  const anchor = printed.replace(/\s/g, '').toLowerCase()
  const wrong = anchor !== '' && !/^[0-9a-f]{12,64}$/.test(anchor)
  const run = async () => {
    setBusy(true)
    const asked = anchor === '' ? null : anchor
    setCheck({ anchor: asked, outcome: await send('audit.verify', { anchor: asked }) })
    setBusy(false)
  }
  return (
    <form
      className="sheet"
      onSubmit={event => {
        event.preventDefault()
        if (!wrong) void run()
      }}
    >
      <h2>{t('audit.check')}</h2>
      <p className="explain">{t('audit.checkMeans')}</p>
      <div className="tools">
        <label>
          {t('audit.printedHash')}{' '}
          <Input
            className="hash"
            value={printed}
            placeholder={t('audit.printedHashHint')}
            spellCheck={false}
            autoComplete="off"
            maxLength={80}
            {...(wrong && { status: 'error' as const })}
            onChange={event => setPrinted(event.target.value)}
          />
        </label>
        <Button type="primary" htmlType="submit" disabled={wrong} loading={busy}>
          {t('audit.check')}
        </Button>
      </div>
      {wrong && <p className="remark-error">{t('audit.printedHashWrong')}</p>}
      <div aria-live="polite">{busy ? <p>{t('audit.checking')}</p> : check && <CheckResult {...check} />}</div>
    </form>
  )
}

function CheckResult({ anchor, outcome }: Check) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  if (!outcome.ok) return <Alert type="error" title={errorText(outcome.error)} />
  const { rows, head, broken, anchorAt } = outcome.value
  return (
    <>
      {broken ? (
        <Alert
          type="error"
          showIcon
          title={`${t('audit.broken', { seq: broken.seq })}${t(`audit.cause-${broken.cause}`)}`}
          description={t('audit.brokenNext')}
        />
      ) : (
        <Alert type="success" showIcon title={t('audit.sound', { rows })} />
      )}
      {anchor !== null &&
        (anchorAt === null ? (
          <Alert type="error" showIcon title={t('audit.anchorMissing')} description={t('audit.brokenNext')} />
        ) : (
          <Alert type="success" showIcon title={t('audit.anchorFound', { time: localDateTime(anchorAt) })} />
        ))}
      <p className="explain">
        {t('audit.head')} <code>{head}</code>
        <br />
        {t('audit.headMeans')}
      </p>
    </>
  )
}
