import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SecondCopies } from '../../../shared/contract/backup-calls.ts'
import type { DiskEncryption } from '../../../shared/domain/backups.ts'
import { transport } from '../../transport/index.ts'
import { BringInDialog } from '../../ui/bring-in-dialog.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { useCommand } from '../../ui/use-command.ts'
import { PassphraseDialog } from './passphrase-dialog.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import { RecoveryCode } from './recovery-code.tsx'
import { TakeAlongDialog } from './take-along-dialog.tsx'

interface SecondPlaceProps {
  readonly second: SecondCopies
  readonly disk: DiskEncryption
  readonly company: string
  readonly mayManage: boolean
}

/** 第二个位置: where the second copies go, what they are sealed with, and files that are taken along or brought in. */
export function SecondPlace({ second, disk, company, mayManage }: SecondPlaceProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const send = useCommand('backups.list', 'backups.health')
  const [asked, setAsked] = useState<'passphrase' | 'place' | 'takeAlong' | 'bringIn'>()
  const [code, setCode] = useState<string>()
  const [busy, setBusy] = useState(false)
  const close = () => setAsked(undefined)
  const copy = async () => {
    setBusy(true)
    const outcome = await send('backups.copy', {})
    setBusy(false)
    if (outcome.ok) void message.success(t('backup.copied'))
    else void message.error(errorText(outcome.error), 8)
  }
  return (
    <div className="sheet">
      <h2>{t('backup.second')}</h2>
      <p className="explain">{t('backup.secondMeans')}</p>
      <dl className="facts">
        <dt>{t('backup.passphrase')}</dt>
        <dd>
          {t(second.isLocked ? 'backup.passphraseIsSet' : 'backup.passphraseIsNone')}{' '}
          {mayManage && (
            <Button size="small" onClick={() => setAsked('passphrase')}>
              {t(second.isLocked ? 'backup.changePassphrase' : 'backup.setPassphrase')}
            </Button>
          )}
        </dd>
        <dt>{t('backup.place')}</dt>
        <dd>
          {second.place === null ? t('backup.placeIsNone') : <code>{second.place}</code>}{' '}
          {mayManage && second.isLocked && (
            <Button size="small" onClick={() => setAsked('place')}>
              {t('backup.choosePlace')}
            </Button>
          )}
          {second.place !== null && !second.isThere && <p className="remark-error">{t('backup.placeAway')}</p>}
          {second.isSameDisk && <p className="remark-error">{t('backup.sameDisk')}</p>}
        </dd>
        <dt>{t('backup.lastCopy')}</dt>
        <dd>
          {second.lastCopy ? localDateTime(second.lastCopy) : t('backup.neverCopied')}{' '}
          {second.place !== null && (
            <Button size="small" loading={busy} onClick={() => void copy()}>
              {t('backup.copyNow')}
            </Button>
          )}
        </dd>
        <dt>{t('backup.disk')}</dt>
        <dd>{t(`backup.disk-${disk}`)}</dd>
      </dl>
      {mayManage && (
        <>
          <p className="explain">{t('backup.takeAlongMeans')}</p>
          <div className="tools">
            <Button disabled={!second.isLocked} onClick={() => setAsked('takeAlong')}>
              {t('backup.takeAlong')}
            </Button>
            <Button onClick={() => setAsked('bringIn')}>{t('backup.bringIn')}</Button>
          </div>
        </>
      )}
      {asked === 'passphrase' && <PassphraseDialog onCode={setCode} onClose={close} />}
      {asked === 'place' && <PlaceDialog place={second.place} onClose={close} onChosen={() => void copy()} />}
      {asked === 'takeAlong' && <TakeAlongDialog onClose={close} />}
      {asked === 'bringIn' && (
        <BringInDialog
          onClose={close}
          onSend={async (upload, secret) => {
            const outcome = await transport.call('backups.bringIn', { upload, secret })
            if (!outcome.ok) return outcome
            await send('backups.list', {})
            const { missing } = outcome.value
            if (missing > 0) void message.warning(t('backup.broughtMissing', { count: missing }), 8)
            else void message.success(t('backup.broughtIn'), 6)
            return outcome
          }}
        />
      )}
      {code !== undefined && <RecoveryCode code={code} company={company} onClose={() => setCode(undefined)} />}
    </div>
  )
}
