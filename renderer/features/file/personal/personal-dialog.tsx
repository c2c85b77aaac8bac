import { Alert, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { personLabel } from '../../../../shared/catalogue/derive/display.ts'
import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path } from '../../../../shared/catalogue/field.ts'
import {
  classOf,
  closedWhy,
  type PersonalClass,
  type PersonalRules,
  subjectsOf,
} from '../../../../shared/domain/personal.ts'
import type { Right } from '../../../../shared/domain/roles.ts'
import { useFile } from '../../../form/file-context.ts'
import { PersonDesk } from './person-desk.tsx'
import './personal.css'

/** Whose personal data is looked after, and the box from which it was asked for. */
export interface AskedPerson {
  readonly subject: string
  readonly path?: Path | undefined
  /** The group that is to be erased, as its time is over. */
  readonly due?: PersonalClass | undefined
}

interface PersonalDialogProps {
  readonly customerId: number | undefined
  readonly asked: AskedPerson
  readonly rules: PersonalRules | undefined
  readonly rights: readonly Right[]
  /** Puts the cursor into a box. */
  readonly onGoTo: (path: Path) => void
  /** Reads the card anew. */
  readonly onReload: () => void
  readonly onClose: () => void
}

/** 个人信息: what one person of a card has agreed to, and what opens a box that is closed. */
export function PersonalDialog({ customerId, asked, rules, rights, onGoTo, onReload, onClose }: PersonalDialogProps) {
  const { t } = useTranslation()
  const { store, language } = useFile()
  const named = subjectsOf(store.values)
  // Of whom nobody knows the name any more, there can be something to erase.
  const people = asked.due && !named.includes(asked.subject) ? [asked.subject, ...named] : named
  const [subject, setSubject] = useState(people.includes(asked.subject) ? asked.subject : (people[0] ?? asked.subject))
  const why = asked.path && rules ? closedWhy(asked.path, store.values, rules) : undefined
  const nameOf = (person: string) => textAt(store.values, `${person}.name`) || t('personal.nameless')
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
                label: `${personLabel(person, language)} ${nameOf(person)}`,
              }))}
              onChange={setSubject}
            />
          </label>
          {isSaved ? (
            <PersonDesk
              key={subject}
              customerId={customerId}
              subject={subject}
              wanted={asked.path === undefined ? undefined : classOf(asked.path, store.values)}
              due={subject === asked.subject ? asked.due : undefined}
              rights={rights}
              onErased={onReload}
              onCorrect={path => {
                onClose()
                // The dialog gives the cursor back to where it came from when it goes.
                requestAnimationFrame(() => onGoTo(path))
              }}
            />
          ) : (
            <p className="note-inline">{t('personal.unsaved')}</p>
          )}
        </>
      )}
    </Modal>
  )
}
