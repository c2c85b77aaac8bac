import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../shared/contract/shapes.ts'
import type { Right } from '../../shared/domain/roles.ts'
import { startCard } from '../ui/navigate.ts'
import { ExportsProvider } from '../ui/exports.tsx'
import { SearchTextProvider } from '../ui/search-text.tsx'
import { FootContext } from '../ui/status-line.tsx'
import { useWindowKeys } from '../ui/use-window-keys.ts'
import { LogLine } from './log-line.tsx'
import { Navigation } from './navigation.tsx'
import { SearchBox } from './search-box.tsx'

interface FrameProps {
  readonly status: Status
  /** Who is working. */
  readonly me: ReactNode
  readonly children: ReactNode
}

/** The window around every screen: name and search at the top, the screens at the side, what is saved at the foot. */
export function Frame({ status, me, children }: FrameProps) {
  const { t } = useTranslation()
  const [foot, setFoot] = useState<HTMLElement | null>(null)
  const rights = status.actor?.rights ?? noRights
  const mayBegin = rights.includes('basic.write')
  useWindowKeys(event => {
    // By the key's place: with Alt, some keyboards type another sign than N.
    if (!mayBegin || !event.altKey || event.ctrlKey || event.code !== 'KeyN') return
    // What a dialog asks is answered first.
    if (document.querySelector('[role=dialog]')) return
    event.preventDefault()
    startCard()
  })
  return (
    <SearchTextProvider>
      <FootContext value={foot}>
        <ExportsProvider mayDelicate={rights.includes('delicate.read')}>
          <div className="app">
            <header className="top">
              <span className="brand">
                Kehu <small>{t('app.name')}</small>
              </span>
              <SearchBox />
              {status.sample && <span className="tag tag-stamp">{t('app.sample')}</span>}
              {me}
            </header>
            <Navigation rights={rights} />
            <main className="main">
              <LogLine />
              {children}
            </main>
            <footer className="foot" ref={setFoot} />
          </div>
        </ExportsProvider>
      </FootContext>
    </SearchTextProvider>
  )
}

const noRights: readonly Right[] = []
