import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'

const keys = [
  'next',
  'column',
  'pick',
  'suggestion',
  'person',
  'empty',
  'line',
  'save',
  'undo',
  'turn',
  'new',
  'find',
  'hand',
  'reveal',
  'carried',
  'lock',
] as const

/** Which key does what, for whoever types cards all day. */
export function KeyList() {
  const { t } = useTranslation()
  return (
    <>
      <dl className="key-list">
        {keys.map(key => (
          <Fragment key={key}>
            <dt>{t(`help.key-${key}`)}</dt>
            <dd>{t(`help.does-${key}`)}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="note-inline">{t('help.keyMac')}</p>
    </>
  )
}
