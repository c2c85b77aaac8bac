import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Right } from '../../shared/domain/roles.ts'
import { useWaiting } from './use-waiting.ts'

/** The screens that this person may see, with what waits in them. */
export function Navigation({ rights }: { rights: readonly Right[] }) {
  const { t } = useTranslation()
  const [route] = useLocation()
  const waiting = useWaiting()
  const screens = [
    { href: '/', name: t('approvals.today'), count: waiting.today },
    { href: '/customers', name: t('nav.customers'), right: 'basic.read' },
    { href: '/approvals', name: t('approvals.approvals'), right: 'approval.read', count: waiting.sign },
    { href: '/import', name: t('importing.title'), right: 'import.make' },
    { href: '/reports', name: t('approvals.reports'), right: 'export.make' },
    { href: '/settings', name: t('nav.settings') },
    { href: '/help', name: t('help.title') },
  ] as const satisfies readonly { href: string; name: string; right?: Right; count?: number }[]
  const isHere = (href: string) =>
    href === '/' ? route === '/' : route.startsWith(href) || (href === '/customers' && route.startsWith('/new/'))
  return (
    <nav className="nav" aria-label={t('nav.screens')}>
      {screens
        .filter(screen => !('right' in screen) || rights.includes(screen.right))
        .map(screen => (
          <Link key={screen.href} href={screen.href} aria-current={isHere(screen.href) ? 'page' : undefined}>
            {screen.name}
            {'count' in screen && screen.count > 0 && (
              <span className="nav-count" aria-label={t('approvals.waitingForMe', { count: screen.count })}>
                {screen.count}
              </span>
            )}
          </Link>
        ))}
    </nav>
  )
}
