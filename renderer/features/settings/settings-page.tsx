import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Actor, Status } from '../../../shared/contract/shapes.ts'
import { useCall } from '../../transport/use-call.ts'
import { AccountsSection } from './accounts-section.tsx'
import { BackupSection } from './backup-section.tsx'
import { BoxesSection } from './boxes-section.tsx'
import { DelegationsSection } from './delegations-section.tsx'
import { GeneralSection } from './general-section.tsx'
import { LogSection } from './log-section.tsx'
import { MatrixSection } from './matrix-section.tsx'
import { PersonalSection } from './personal-section.tsx'
import { type Section, sectionOf, sectionsFor } from './sections.ts'
import { TermsSection } from './terms-section.tsx'
import './settings.css'

interface SettingsPageProps {
  readonly status: Status
  readonly section: string | undefined
  readonly onStatus: (status: Status) => void
}

/** 设置: the program itself, accounts and posts, and the rules of the house, each shown to whom it concerns. */
export function SettingsPage({ status, section, onStatus }: SettingsPageProps) {
  const { t } = useTranslation()
  const { actor } = status
  const shown = sectionsFor(actor?.rights ?? [])
  const inHand = sectionOf(section, shown)
  return (
    <section className="settings" aria-label={t('nav.settings')}>
      <header className="settings-head">
        <h1>{t('nav.settings')}</h1>
        <nav className="tabs" aria-label={t('policy.sections')}>
          {shown.map(item => (
            <Link key={item} href={`/settings/${item}`} aria-current={item === inHand ? 'page' : undefined}>
              {t(`policy.section-${item}`)}
              <Waiting section={item} />
            </Link>
          ))}
        </nav>
      </header>
      <div className="settings-body" key={inHand}>
        {inHand === 'general' || !actor ? (
          <GeneralSection status={status} onStatus={onStatus} />
        ) : (
          <PolicySection section={inHand} actor={actor} company={status.company ?? ''} />
        )}
      </div>
    </section>
  )
}

interface PolicySectionProps {
  readonly section: Exclude<Section, 'general'>
  readonly actor: Actor
  readonly company: string
}

function PolicySection({ section, actor, company }: PolicySectionProps) {
  switch (section) {
    case 'accounts':
      return <AccountsSection actor={actor} />
    case 'matrix':
      return <MatrixSection actor={actor} />
    case 'terms':
      return <TermsSection actor={actor} />
    case 'delegations':
      return <DelegationsSection actor={actor} />
    case 'boxes':
      return <BoxesSection actor={actor} />
    case 'personal':
      return <PersonalSection actor={actor} />
    case 'backup':
      return <BackupSection actor={actor} company={company} />
    case 'log':
      return <LogSection />
  }
}

const kindOf: Partial<Readonly<Record<Section, 'post' | 'matrix' | 'terms'>>> = {
  accounts: 'post',
  matrix: 'matrix',
  terms: 'terms',
}

/** How many proposals of a part the person may decide. */
function Waiting({ section }: { section: Section }) {
  const { data } = useCall('policy.current', {})
  const count = data?.proposals.filter(({ mayDecide, change }) => mayDecide && change.kind === kindOf[section]).length
  return count ? <span className="count">{count}</span> : null
}
