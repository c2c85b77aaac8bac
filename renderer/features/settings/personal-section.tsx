import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Purpose } from '../../../shared/contract/personal-calls.ts'
import type { Actor } from '../../../shared/contract/shapes.ts'
import { isSensitive, type PersonalClass, personalClasses } from '../../../shared/domain/personal.ts'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { localDateTime } from '../../ui/local-time.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { RetentionList } from './retention-list.tsx'
import { PurposeDialog } from './purpose-dialog.tsx'

/** 个人信息: what the company keeps each group of personal data for, why and how long; entered by an administrator, seen by everybody. */
export function PersonalSection({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<PersonalClass>()
  const list = useCall('personal.purposes', {})
  if (list.error) return <Failure error={list.error.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Waiting text={t('personal.loading')} />
  const { purposes, earlier } = list.data
  const purposeOf = (group: PersonalClass) => purposes.find(purpose => purpose.class === group)
  const mayManage = actor.rights.includes('personal.manage')
  return (
    <>
      {mayManage && <RetentionList />}
      <div className="sheet">
        <h2>{t('personal.title')}</h2>
        <p className="note-inline">{t('personal.means')}</p>
        <table className="plain purposes">
          <thead>
            <tr>
              <th>{t('personal.class')}</th>
              <th>{t('personal.purpose')}</th>
              <th>{t('personal.necessity')}</th>
              <th>{t('personal.retention')}</th>
              <th>{t('personal.consentAsked')}</th>
              <th>{t('personal.setBy')}</th>
            </tr>
          </thead>
          <tbody>
            {personalClasses.map(group => (
              <PurposeRow
                key={group}
                group={group}
                purpose={purposeOf(group)}
                onSet={mayManage ? () => setAsked(group) : undefined}
              />
            ))}
          </tbody>
        </table>
        <p className="note-inline">
          {t('personal.retentionMeans')} {t('personal.changes')}
        </p>
        {earlier.length > 0 && <EarlierPurposes earlier={earlier} />}
        {asked && <PurposeDialog group={asked} purpose={purposeOf(asked)} onClose={() => setAsked(undefined)} />}
      </div>
    </>
  )
}

interface PurposeRowProps {
  readonly group: PersonalClass
  readonly purpose: Purpose | undefined
  readonly onSet: (() => void) | undefined
}

function PurposeRow({ group, purpose, onSet }: PurposeRowProps) {
  const { t } = useTranslation()
  const name = t(`personal.class-${group}`)
  const button = onSet && (
    <Button size="small" aria-label={`${t(purpose ? 'personal.change' : 'personal.set')} ${name}`} onClick={onSet}>
      {t(purpose ? 'personal.change' : 'personal.set')}
    </Button>
  )
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{t(`personal.classMeans-${group}`)}</small>
      </th>
      {purpose ? (
        <>
          <td>{purpose.purpose}</td>
          <td>{purpose.necessity}</td>
          <td>{t('personal.months', { count: purpose.retentionMonths })}</td>
          <td>{t(purpose.needsConsent ? 'personal.consentYes' : 'personal.consentNo')}</td>
          <td>
            {purpose.setBy.name} <span className="day">{localDateTime(purpose.setAt)}</span> {button}
          </td>
        </>
      ) : (
        <>
          <td colSpan={4}>
            <em>{t(isSensitive(group) ? 'personal.notSet' : 'personal.notSetGuarded')}</em>
          </td>
          <td>{button}</td>
        </>
      )}
    </tr>
  )
}

function EarlierPurposes({ earlier }: { earlier: readonly Purpose[] }) {
  const { t } = useTranslation()
  return (
    <details>
      <summary>
        {t('personal.earlier')} ({earlier.length})
      </summary>
      <table className="plain purposes">
        <tbody>
          {earlier.map(version => (
            <tr key={version.class + version.setAt}>
              <th scope="row">{t(`personal.class-${version.class}`)}</th>
              <td>{version.purpose}</td>
              <td>{version.necessity}</td>
              <td>{t('personal.months', { count: version.retentionMonths })}</td>
              <td>{t(version.needsConsent ? 'personal.consentYes' : 'personal.consentNo')}</td>
              <td>
                {version.setBy.name} <span className="day">{localDateTime(version.setAt)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
