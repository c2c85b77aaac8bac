import { App, Form, Input, Radio } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonalRequest } from '../../../../shared/contract/personal-calls.ts'
import type { FreeTextPlace } from '../../../../shared/contract/erasure-calls.ts'
import type { Outcome } from '../../../../shared/contract/errors.ts'
import { type ErasureScope, erasureScopes } from '../../../../shared/domain/erasure.ts'
import { isIndividual, ownerSubject, type PersonalClass } from '../../../../shared/domain/personal.ts'
import type { Values } from '../../../../shared/catalogue/field.ts'
import { useFile } from '../../../form/file-context.ts'
import { useCall } from '../../../transport/use-call.ts'
import { useEntryRules } from '../../../ui/entry-rules.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useToday } from '../../../ui/use-today.ts'
import { ErasePlaces } from './erase-places.tsx'
import { ErasePreview } from './erase-preview.tsx'
import type { AboutPerson } from './record-consent-dialog.tsx'

interface Answers {
  readonly scope: ErasureScope
  readonly reason: string
  readonly password: string
}

interface EraseDialogProps extends AboutPerson {
  /** The group whose time is over, where nobody asked for it. */
  readonly due: PersonalClass | undefined
  readonly requests: readonly PersonalRequest[]
  /** Whether the person who erases may note a request; where nobody asked, or nobody can be named, none is noted. */
  readonly notes: boolean
  /** The card says less than it did. */
  readonly onErased: () => void
}

/** Erases what is kept about a person: what it is about and what stands against it is said, and the password confirms it. */
export function EraseDialog({ due, notes, requests, onErased, ...about }: EraseDialogProps) {
  const { t } = useTranslation()
  const { store } = useFile()
  const { message, modal } = App.useApp()
  const [form] = Form.useForm<Answers>()
  const { customerId, subject, name, onClose } = about
  const send = useCommand('personal.ofPerson', 'personal.consents', 'personal.retention', 'today.summary', 'today.rows')
  const rules = useEntryRules(useToday())
  const first = due ?? 'delicate'
  const scope = Form.useWatch('scope', form) ?? first
  const preview = useCall('personal.erasurePreview', { customerId, subject, scope })
  const request = useDeletionRequest({ customerId, subject, requests, isNoted: notes && !due })
  const erase = async ({ reason, password, ...answers }: Answers, requestId: string) => {
    const refused = await request.note()
    if (refused) return refused
    const { places = [], placesTotal = 0 } = preview.data ?? {}
    const left = places.filter(({ stays }) => stays)
    const unlisted = placesTotal - places.length
    const order = { customerId, subject, scope: answers.scope, reason: reason.trim(), password }
    const outcome = await send('personal.erase', { requestId, ...order })
    if (!outcome.ok) return outcome
    onErased()
    if (left.length === 0) void message.success(t('personal.erased'))
    else
      void modal.info({ title: t('personal.erased'), width: 720, content: <Left places={left} unlisted={unlisted} /> })
    return (await request.end()) ?? outcome
  }
  return (
    <FormDialog<Answers>
      form={form}
      width={720}
      title={t('personal.eraseTitle', { person: name })}
      okText={t('personal.eraseNow')}
      initial={{ scope: first, reason: due ? t('personal.dueReason') : '', password: '' }}
      firstBox={due ? 'input[type=password]' : 'input'}
      onClose={onClose}
      onSend={erase}
    >
      <p>
        {t(due ? 'personal.eraseMeansDue' : 'personal.eraseMeans')}{' '}
        {t(notes && !due ? 'personal.eraseNoted' : 'personal.erasePassword')}
      </p>
      <Form.Item name="scope" label={t('personal.eraseScope')}>
        <Radio.Group
          options={scopesFor(subject, store.values).map(value => ({ value, label: t(`personal.scope-${value}`) }))}
        />
      </Form.Item>
      <ErasePreview preview={preview} />
      <Form.Item name="reason" label={t('personal.copyReason')} rules={[rules.reason]}>
        <Input autoComplete="off" maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('policy.password')}
        rules={[{ required: true, message: t('start.required') }]}
      >
        <Input.Password autoComplete="current-password" visibilityToggle={false} />
      </Form.Item>
    </FormDialog>
  )
}

/** What is left to look at after an erasure; it is not told a second time, as nobody knows the person any more. */
function Left({ places, unlisted }: { places: readonly FreeTextPlace[]; unlisted: number }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('personal.placesLeft')}</p>
      <ErasePlaces places={places} total={places.length + unlisted} />
    </>
  )
}

/** Only of the first person in charge a card can keep a health, and only of an individual an account. */
function scopesFor(subject: string, values: Values): readonly ErasureScope[] {
  const isOwner = subject === ownerSubject
  return erasureScopes.filter(scope =>
    scope === 'health' ? isOwner : scope !== 'bankAccount' || (isOwner && isIndividual(values)),
  )
}

interface Requesting {
  readonly customerId: number
  readonly subject: string
  readonly requests: readonly PersonalRequest[]
  readonly isNoted: boolean
}

/** The request that an erasure answers: the one that is open, else one that is noted for it. */
function useDeletionRequest({ customerId, subject, requests, isNoted }: Requesting) {
  const send = useCommand('personal.ofPerson', 'today.summary', 'today.rows')
  const today = useToday()
  // A second try goes on with the request of the first one.
  const noted = useRef(requests.find(({ kind, state }) => kind === 'delete' && state === 'open')?.id)
  return {
    async note(): Promise<Outcome<unknown> | undefined> {
      if (noted.current !== undefined || !isNoted) return undefined
      const asked = { customerId, subject, kind: 'delete' as const, receivedOn: today, note: null }
      const outcome = await send('personal.request', { requestId: crypto.randomUUID(), ...asked })
      if (!outcome.ok) return outcome
      noted.current = outcome.value.id
      return undefined
    },
    async end(): Promise<Outcome<unknown> | undefined> {
      if (noted.current === undefined || !isNoted) return undefined
      const end = { requestId: crypto.randomUUID(), id: noted.current, done: true, outcome: '' }
      return send('personal.closeRequest', end)
    },
  }
}
