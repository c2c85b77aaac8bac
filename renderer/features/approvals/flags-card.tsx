import { useTranslation } from 'react-i18next'
import type { Flag } from '../../../shared/contract/application-calls.ts'
import type { Language } from '../../../shared/text/language.ts'
import { Card } from './card.tsx'
import { flagSentence } from '../../../shared/text/flag-sentence.ts'

interface FlagsCardProps {
  readonly flags: readonly Flag[]
  /** The ticks of whoever signs; nobody else ticks. */
  readonly ticks?: { readonly seen: ReadonlySet<string>; readonly onSeen: (seen: ReadonlySet<string>) => void }
}

/** 风险提示: each one is ticked 已阅 by whoever signs. */
export function FlagsCard({ flags, ticks }: FlagsCardProps) {
  const { t, i18n } = useTranslation()
  return (
    <Card title={t(ticks && flags.length > 0 ? 'approvals.flags' : 'approvals.flagsShown')}>
      {flags.length === 0 && <p className="quiet">{t('approvals.flagsNone')}</p>}
      <ul className="flags">
        {flags.map(flag => {
          const sentence = flagSentence(flag, i18n.language as Language)
          return (
            <li key={flag.key}>
              <span className="flag-mark" aria-hidden="true" />
              <span>{sentence}</span>
              {ticks && (
                <label className="flag-tick">
                  <input
                    type="checkbox"
                    data-part="flags"
                    aria-label={t('approvals.seenFlag', { flag: sentence })}
                    checked={ticks.seen.has(flag.key)}
                    onChange={event => ticks.onSeen(withTick(ticks.seen, flag.key, event.target.checked))}
                  />
                  {t('approvals.seen')}
                </label>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function withTick(seen: ReadonlySet<string>, key: string, ticked: boolean): ReadonlySet<string> {
  const next = new Set(seen)
  if (ticked) next.add(key)
  else next.delete(key)
  return next
}
