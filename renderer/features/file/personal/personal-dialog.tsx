import { Alert, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path } from '../../../../shared/catalogue/field.ts'
import { personRoles } from '../../../../shared/catalogue/people.ts'
import type { Consent } from '../../../../shared/contract/personal-calls.ts'
import {
  classOf,
  closedWhy,
  type PersonalClass,
  type PersonalRules,
  subjectName,
  subjectsOf,
} from '../../../../shared/domain/personal.ts'
import type { Right } from '../../../../shared/domain/roles.ts'
import { useFile } from '../../../form/file-context.ts'
import { useCall } from '../../../transport/use-call.ts'
import { Failure } from '../../../ui/failure.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { ConsentTable } from './consent-table.tsx'
import { RecordConsentDialog } from './record-consent-dialog.tsx'
import { WithdrawConsentDialog } from './withdraw-consent-dialog.tsx'
import './personal.css'

/** Whose personal data is looked after, and the box from which it was asked for. */
export interface AskedPerson {
  readonly subject: string
  readonly path?: Path | undefined
}

interface PersonalDialogProps {
  readonly customerId: number | undefined
  readonly asked: AskedPerson
  readonly rules: PersonalRules | undefined
  readonly rights: readonly Right[]
  readonly onClose: () => void
}

/** 个人信息: what one person of a card has agreed to, and what opens a box that is closed. */
export function PersonalDialog({ customerId, asked, rules, rights, onClose }: PersonalDialogProps) {
  const { t } = useTranslation()
  const { store, language } = useFile()
  const people = subjectsOf(store.values)
  const [subject, setSubject] = useState(people.includes(asked.subject) ? asked.subject : (people[0] ?? asked.subject))
  const why = asked.path && rules ? closedWhy(asked.path, store.values, rules) : undefined
  const nameOf = (person: string) => textAt(store.values, `${person}.name`)
  const isSaved = customerId !== undefined && !store.isChangedAt(`${subject}.name`)
  return (
    <Modal
      open
      width={880}
      title={t('personal.dialogTitle')}
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      {why === 'purpose-missing' && (
        <Alert
          type="info"
          title={
            <>
              {t('personal.purposeNext')} <Link href="/settings/personal">{t('personal.toSettings')}</Link>
            </>
          }
        />
      )}
      {people.length === 0 ? (
        <p className="note-inline">{t('personal.noPeople')}</p>
      ) : (
        <>
          <label className="tools">
            {t('personal.person')}
            <Select
              autoFocus
              style={{ width: 260 }}
              value={subject}
              aria-label={t('personal.person')}
              options={people.map(person => ({
                value: person,
                label: `${roleOf(person, language)} ${nameOf(person)}`,
              }))}
              onChange={setSubject}
            />
          </label>
          {isSaved ? (
            <PersonConsents
              key={subject}
              customerId={customerId}
              subject={subject}
              wanted={asked.path === undefined ? undefined : classOf(asked.path, store.values)}
              rights={rights}
            />
          ) : (
            <p className="note-inline">{t('personal.unsaved')}</p>
          )}
        </>
      )}
    </Modal>
  )
}

function roleOf(subject: string, language: keyof (typeof personRoles)[number]['label']): string {
  const [, role] = subject.split('.')
  return personRoles.find(({ code }) => code === role)?.label[language] ?? ''
}

interface PersonConsentsProps {
  readonly customerId: number
  readonly subject: string
  readonly wanted: PersonalClass | undefined
  readonly rights: readonly Right[]
}

/** What a person has agreed to, with the history, and the two things that can be recorded. */
function PersonConsents({ customerId, subject, wanted, rights }: PersonConsentsProps) {
  const { t } = useTranslation()
  const { store } = useFile()
  const [dialog, setDialog] = useState<'record' | 'withdraw'>()
  const list = useCall('personal.consents', { customerId })
  if (list.error) return <Failure error={list.error.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Waiting text={t('personal.loading')} />
  const name = subjectName(store.values, subject)
  const consents = list.data.consents.filter(consent => consent.name === name)
  const inForce = classesInForce(consents)
  const mayRecord = rights.includes('personal.handle')
  const close = () => setDialog(undefined)
  const about = { customerId, subject, name, onClose: close }
  return (
    <section aria-label={t('personal.consents')}>
      <div className="tools">
        <h3>{t('personal.consents')}</h3>
        {mayRecord ? (
          <span className="tools-end">
            <Button type="primary" onClick={() => setDialog('record')}>
              {t('personal.record')}
            </Button>
            <Button disabled={inForce.length === 0} onClick={() => setDialog('withdraw')}>
              {t('personal.withdraw')}
            </Button>
          </span>
        ) : (
          <span className="tools-end note-inline">{t('personal.notYours')}</span>
        )}
      </div>
      <ConsentTable consents={consents} />
      {dialog === 'record' && <RecordConsentDialog {...about} wanted={wanted} />}
      {dialog === 'withdraw' && <WithdrawConsentDialog {...about} inForce={inForce} />}
    </section>
  )
}

function classesInForce(consents: readonly Consent[]): readonly Consent['class'][] {
  return [...new Set(consents.filter(({ withdrawn }) => withdrawn === null).map(consent => consent.class))]
}
