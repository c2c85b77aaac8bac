import { useTranslation } from 'react-i18next'
import { transport } from '../../transport/index.ts'
import { Diagnosis } from './diagnosis.tsx'
import { GuideList } from './guide-list.tsx'
import { KeyList } from './key-list.tsx'
import { LicenceList } from './licence-list.tsx'
import { UpdateFacts } from './update-facts.tsx'
import './help.css'

/** 帮助: which key does what, how each role works, which version this is, how it is, and what it is made of. */
export function HelpPage({ version }: { version: string }) {
  const { t } = useTranslation()
  return (
    <section className="page help" aria-label={t('help.title')}>
      <section className="sheet" aria-labelledby="help-keys">
        <h2 id="help-keys">{t('help.keyList')}</h2>
        <KeyList />
      </section>
      <section className="sheet" aria-labelledby="help-guide">
        <h2 id="help-guide">{t('help.guide')}</h2>
        <GuideList />
      </section>
      <section className="sheet" aria-labelledby="help-program">
        <h2 id="help-program">{t('help.program')}</h2>
        <dl className="facts">
          <dt>{t('settings.version')}</dt>
          <dd>{version}</dd>
          {transport.kind === 'electron' && <UpdateFacts />}
        </dl>
      </section>
      <section className="sheet" aria-labelledby="help-diagnosis">
        <h2 id="help-diagnosis">{t('help.diagnosis')}</h2>
        <Diagnosis />
      </section>
      <section className="sheet" aria-labelledby="help-licences">
        <h2 id="help-licences">{t('help.licences')}</h2>
        <LicenceList />
      </section>
    </section>
  )
}
