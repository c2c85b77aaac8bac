import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { personLabel } from '../../../../shared/catalogue/derive/display.ts'
import type { Path } from '../../../../shared/catalogue/field.ts'
import { type PersonalClass, subjectName } from '../../../../shared/domain/personal.ts'
import type { Right } from '../../../../shared/domain/roles.ts'
import { useFile } from '../../../form/file-context.ts'
import { useCall, useFreshCall } from '../../../transport/use-call.ts'
import { Failure } from '../../../ui/failure.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { ConsentTable } from './consent-table.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { KeptTab } from './kept-tab.tsx'
import { RecordConsentDialog } from './record-consent-dialog.tsx'
import { RecordRequestDialog } from './record-request-dialog.tsx'
import { RequestsTab } from './requests-tab.tsx'
import { WithdrawConsentDialog } from './withdraw-consent-dialog.tsx'

interface PersonDeskProps {
  readonly customerId: number
  readonly subject: string
  /** The kind of the box from which it was asked for. */
  readonly wanted: PersonalClass | undefined
  /** The group that is to be erased, as its time is over. */
  readonly due: PersonalClass | undefined
  readonly rights: readonly Right[]
  readonly onCorrect: (path: Path) => void
  /** Something was erased: the card is to be read anew. */
  readonly onErased: () => void
}

type Dialog = 'record' | 'withdraw' | 'copy' | 'request' | 'erase'

/** One person of a card: what was agreed to, what is kept, what was asked for, and what can be done about each. */
export function PersonDesk({ customerId, subject, wanted, due, rights, onCorrect, onErased }: PersonDeskProps) {
  const { t } = useTranslation()
  const { store, language } = useFile()
  const mayErase = rights.includes('personal.manage')
  const [dialog, setDialog] = useState<Dialog | undefined>(due && mayErase ? 'erase' : undefined)
  const list = useCall('personal.consents', { customerId })
  const about = useFreshCall('personal.ofPerson', { customerId, subject })
  const error = list.error ?? about.error
  if (error) return <Failure error={error.error} onRetry={() => void Promise.all([list.refetch(), about.refetch()])} />
  if (!list.data || !about.data) return <Waiting text={t('personal.loading')} />
  const name = subjectName(store.values, subject)
  const consents = list.data.consents.filter(consent => consent.name === name)
  const inForce = [...new Set(consents.filter(({ withdrawn }) => !withdrawn).map(consent => consent.class))]
  const mayHandle = rights.includes('personal.handle')
  const shown = name === '' ? `${personLabel(subject, language)} (${t('personal.nameless')})` : name
  const person = { customerId, subject, name: shown, onClose: () => setDialog(undefined) }
  const isNamed = name !== ''
  const button = (which: Dialog, more: { readonly type?: 'primary'; readonly disabled?: boolean } = {}) => (
    <Button {...more} onClick={() => setDialog(which)}>
      {t(`personal.${which}`)}
    </Button>
  )
  return (
    <>
      {(mayHandle || mayErase) && (
        <div className="tools">
          {mayHandle && isNamed && button('record', { type: 'primary' })}
          {mayHandle && isNamed && button('withdraw', { disabled: inForce.length === 0 })}
          {mayHandle && isNamed && button('request')}
          {mayHandle && isNamed && rights.includes('delicate.read') && button('copy')}
          {mayErase && button('erase')}
        </div>
      )}
      {!mayHandle && <p className="note-inline">{t('personal.notYours')}</p>}
      <Tabs
        items={[
          { key: 'consents', label: t('personal.tabConsents'), children: <ConsentTable consents={consents} /> },
          {
            key: 'kept',
            label: t('personal.tabKept'),
            children: <KeptTab about={about.data} onCorrect={onCorrect} />,
          },
          {
            key: 'requests',
            label: t('personal.tabRequests'),
            children: <RequestsTab requests={about.data.requests} mayClose={mayHandle} />,
          },
        ]}
      />
      {dialog === 'record' && <RecordConsentDialog {...person} wanted={wanted} />}
      {dialog === 'withdraw' && <WithdrawConsentDialog {...person} inForce={inForce} />}
      {dialog === 'copy' && <CopyDialog {...person} />}
      {dialog === 'erase' && (
        <EraseDialog
          {...person}
          due={due}
          notes={mayHandle && isNamed}
          requests={about.data.requests}
          onErased={onErased}
        />
      )}
      {dialog === 'request' && <RecordRequestDialog {...person} />}
    </>
  )
}
