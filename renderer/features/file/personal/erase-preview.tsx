import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { personLabel } from '../../../../shared/catalogue/derive/display.ts'
import type { Language } from '../../../../shared/text/language.ts'
import type { useCall } from '../../../transport/use-call.ts'
import { useErrorText } from '../../../ui/error-text.ts'
import { ErasePlaces } from './erase-places.tsx'

interface ErasePreviewProps {
  readonly preview: ReturnType<typeof useCall<'personal.erasurePreview'>>
}

/** What an erasure would be about, where else the person stands, and what stands against it. */
export function ErasePreview({ preview: { data, error } }: ErasePreviewProps) {
  const { t, i18n } = useTranslation()
  const errorText = useErrorText()
  const language = i18n.language as Language
  if (error) return <Alert type="error" title={errorText(error.error)} />
  if (!data) return <p className="note-inline">{t('personal.erasePreviewing')}</p>
  const { counts, backups, elsewhere, places, placesTotal, obstacles } = data
  return (
    <>
      <p className="note-inline">
        {t('personal.eraseCounts', {
          boxes: counts.boxes,
          history: counts.history,
          papers: counts.papers,
          texts: counts.texts,
          backups: backups.count,
          until: backups.until ?? '—',
        })}
      </p>
      {backups.elsewhere && <p className="note-inline">{t('personal.eraseElsewhere')}</p>}
      {backups.damaged > 0 && <p className="note-inline">{t('personal.eraseDamaged', { count: backups.damaged })}</p>}
      {elsewhere.length > 0 && (
        <p className="note-inline">
          {t('personal.elsewhere', {
            where: elsewhere.map(other => personLabel(other, language)).join(language === 'en' ? ', ' : '、'),
          })}
        </p>
      )}
      {placesTotal > 0 && <ErasePlaces places={places} total={placesTotal} />}
      {obstacles.length > 0 && (
        <Alert
          type="warning"
          title={obstacles.map(({ code, detail }) => t(`personal.obstacle-${code}`, { detail })).join(' ')}
        />
      )}
    </>
  )
}
