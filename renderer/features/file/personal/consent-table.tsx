import { useTranslation } from 'react-i18next'
import type { Consent } from '../../../../shared/contract/personal-calls.ts'

/** Every consent of a person, newest first; what has ended stays. */
export function ConsentTable({ consents }: { consents: readonly Consent[] }) {
  const { t } = useTranslation()
  if (consents.length === 0) return <p className="note-inline">{t('personal.none')}</p>
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('personal.class')}</th>
          <th>{t('personal.state')}</th>
          <th>{t('personal.givenOn')}</th>
          <th>{t('personal.manner')}</th>
          <th>{t('personal.note')}</th>
          <th>{t('personal.recordedBy')}</th>
        </tr>
      </thead>
      <tbody>
        {consents.map(({ id, class: group, withdrawn, givenOn, manner, note, recordedBy }) => (
          <tr key={id} className={withdrawn ? 'off' : undefined}>
            <th scope="row">{t(`personal.class-${group}`)}</th>
            <td>{withdrawn ? t('personal.withdrawnOn', { day: withdrawn.on }) : t('personal.inForce')}</td>
            <td className="day">{givenOn}</td>
            <td>{t(`personal.manner-${manner}`)}</td>
            <td>{[note, withdrawn?.note].filter(Boolean).join(' / ')}</td>
            <td>{withdrawn ? `${recordedBy.name} / ${withdrawn.by.name}` : recordedBy.name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
