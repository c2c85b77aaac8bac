import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { languageNames } from '../../ui/language-names.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { RenameCompanyDialog } from './rename-company-dialog.tsx'

/** 一般: the company, the language, where the data lives, and which version this is. */
export function GeneralSection({ status, onStatus }: { status: Status; onStatus: (status: Status) => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [isRenaming, setRenaming] = useState(false)
  const setLanguage = async (language: Language) => {
    const outcome = await transport.call('app.setLanguage', { language })
    if (outcome.ok) onStatus(outcome.value)
    else void message.error(errorText(outcome.error))
  }
  return (
    <div className="sheet">
      <dl className="facts">
        <dt>{t('start.company')}</dt>
        <dd>
          {status.company}{' '}
          {status.actor?.rights.includes('account.manage') && (
            <Button size="small" onClick={() => setRenaming(true)}>
              {t('settings.renameCompany')}
            </Button>
          )}
        </dd>
        <dt>{t('start.person')}</dt>
        <dd>{status.actor?.name}</dd>
        <dt>
          <label htmlFor="language">{t('start.language')}</label>
        </dt>
        <dd>
          <Select
            id="language"
            style={{ width: 160 }}
            value={status.language}
            options={languageNames}
            onChange={language => void setLanguage(language)}
          />
        </dd>
        <dt>{t('settings.dataDir')}</dt>
        <dd>
          <code>{status.dataDir}</code>
          {transport.kind === 'electron' && (
            <Button size="small" onClick={() => void transport.windowCall('window.showDataFolder', {})}>
              {t('broken.showFolder')}
            </Button>
          )}
        </dd>
        <dt>{t('settings.lastBackup')}</dt>
        <dd>{status.lastBackup ? localDateTime(status.lastBackup) : t('settings.noBackup')}</dd>
        <dt>{t('settings.version')}</dt>
        <dd>{status.version}</dd>
      </dl>
      {isRenaming && (
        <RenameCompanyDialog company={status.company ?? ''} onStatus={onStatus} onClose={() => setRenaming(false)} />
      )}
    </div>
  )
}
