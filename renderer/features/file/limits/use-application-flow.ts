import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { ApplicationDetail, ApplicationRow, ChainStep } from '../../../../shared/contract/application-calls.ts'
import type { Outcome } from '../../../../shared/contract/errors.ts'
import type { ApplicationKind } from '../../../../shared/domain/application.ts'
import type { FileStore } from '../../../form/store.ts'
import type { Language } from '../../../../shared/text/language.ts'
import { transport } from '../../../transport/index.ts'
import { useErrorText } from '../../../ui/error-text.ts'
import { postLabel } from '../../../ui/post-label.ts'
import { type CustomerLimits, isOpenDraft, standingDraft } from './labels.ts'
import type { Request } from './request-dialog.tsx'

/** What of an application is on the screen as a dialog. */
export type OpenDialog =
  | {
      readonly kind: 'request'
      readonly of: 'temporary' | 'lowering'
      readonly detail: ApplicationDetail | undefined
      readonly salespersonId: number | null
    }
  | { readonly kind: 'submit'; readonly detail: ApplicationDetail }
  | { readonly kind: 'withdraw'; readonly row: ApplicationRow }

export interface ApplicationFlow {
  readonly dialog: OpenDialog | undefined
  /** Begins or goes on with the request for a standing limit: on KH002 where there is something to fill in. */
  readonly askStanding: () => void
  /** Saves what stands on KH002 and takes the last look before it is submitted. */
  readonly submitCredit: () => void
  readonly ask: (kind: 'temporary' | 'lowering') => void
  readonly goOn: (row: ApplicationRow) => void
  readonly askWithdrawal: (row: ApplicationRow) => void
  /** Keeps what a dialog asked for and goes on to the last look. */
  readonly keepRequest: (request: Request) => Promise<Outcome<unknown>>
  readonly edit: (detail: ApplicationDetail) => void
  readonly submitted: (firstStep: ChainStep | undefined) => void
  readonly withdraw: (row: ApplicationRow, reason: string, requestId: string) => Promise<Outcome<unknown>>
  /** Takes a dialog off the screen, unless another one has followed it. */
  readonly close: (dialog: OpenDialog) => void
}

interface FlowOptions {
  readonly store: FileStore
  readonly language: Language
  /** Undefined for a card that was never saved: nothing can be asked for yet. */
  readonly customerId: number | undefined
  readonly limits: CustomerLimits | undefined
  /** Saves what was typed first; does nothing where that fails. */
  readonly withSaved: (act: () => void) => Promise<void>
  /** Takes over what the program wrote into the file. */
  readonly onReload: () => Promise<void>
  /** Turns to KH002. */
  readonly onCredit: () => void
}

/** Gates that are opened by filling in KH002. */
const openedOnCredit: ReadonlySet<string> = new Set([
  'incomplete',
  'carried-unconfirmed',
  'amount-missing',
  'nothing-changed',
])

/** The way of an application from the file: begun, filled in, looked at, submitted, taken back. */
export function useApplicationFlow({
  store,
  language,
  customerId,
  limits,
  withSaved,
  onReload,
  onCredit,
}: FlowOptions): ApplicationFlow {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const client = useQueryClient()
  const [dialog, setDialog] = useState<OpenDialog>()

  const refresh = async () => {
    await Promise.all([
      onReload(),
      ...['limits.ofCustomer', 'applications.open', 'applications.list', 'today.summary', 'customers.list'].map(name =>
        client.invalidateQueries({ queryKey: [name] }),
      ),
    ])
  }
  /** The value of a call; what went wrong is said at the top of the window. */
  const told = <T>(outcome: Outcome<T>): T | undefined => {
    if (outcome.ok) return outcome.value
    void message.error(errorText(outcome.error), 8)
    return undefined
  }
  const begin = async (kind: ApplicationKind): Promise<Outcome<{ id: number }>> => {
    if (customerId === undefined) throw new Error('A limit was asked for on a card that was never saved')
    const requestId = crypto.randomUUID()
    const begun = await transport.call('applications.begin', { requestId, customerId, kind })
    if (begun.ok) await refresh()
    return begun
  }
  const open = async (id: number) => told(await transport.call('applications.open', { id }))
  /** Who is responsible unless it was said otherwise: 开发人, where one person of the house has that name. */
  const salespersonByName = async (): Promise<number | null> => {
    const name = textAt(store.values, 'customer.developedBy')
    const outcome = await transport.call('accounts.people', {})
    const namesakes = outcome.ok ? outcome.value.people.filter(person => person.name === name) : []
    return namesakes.length === 1 ? (namesakes[0]?.id ?? null) : null
  }
  const look = async (id: number) => {
    let detail = await open(id)
    if (detail && !detail.salesperson) {
      const salespersonId = await salespersonByName()
      const { kind, amount, startsOn, endsOn, reason, plan } = detail
      const request = { salespersonId, amount: kind === 'standing' ? null : amount, startsOn, endsOn, reason, plan }
      const requestId = crypto.randomUUID()
      if (salespersonId !== null && told(await transport.call('applications.change', { requestId, id, request })))
        detail = await open(id)
    }
    if (detail) setDialog({ kind: 'submit', detail })
  }
  const standing = async (isOnForm: boolean) => {
    const id = standingDraft(limits)?.id ?? told(await begin('standing'))?.id
    if (id === undefined) return
    if (isOnForm) return look(id)
    const check = told(await transport.call('applications.check', { id }))
    if (!check) return
    if (!check.problems.some(({ code }) => openedOnCredit.has(code))) return look(id)
    onCredit()
  }
  const edit = (detail: ApplicationDetail) => {
    if (detail.kind === 'standing') return
    setDialog({ kind: 'request', of: detail.kind, detail, salespersonId: detail.salesperson?.id ?? null })
  }
  const goOn = async (row: ApplicationRow) => {
    if (row.kind === 'standing') return standing(false)
    const detail = await open(row.id)
    if (detail) edit(detail)
  }
  const ask = async (kind: 'temporary' | 'lowering') => {
    const begun = limits?.applications.find(row => row.kind === kind && isOpenDraft(row))
    if (begun) return goOn(begun)
    const salespersonId = limits?.salesperson?.id ?? (await salespersonByName())
    setDialog({ kind: 'request', of: kind, detail: undefined, salespersonId })
  }
  const keepRequest = async (request: Request): Promise<Outcome<unknown>> => {
    if (dialog?.kind !== 'request') return { ok: true, value: undefined }
    const begun = dialog.detail ? { ok: true as const, value: dialog.detail } : await begin(dialog.of)
    if (!begun.ok) return begun
    const { id } = begun.value
    const outcome = await transport.call('applications.change', { requestId: crypto.randomUUID(), id, request })
    if (outcome.ok) await look(id)
    return outcome
  }
  const withdraw = async (row: ApplicationRow, reason: string, requestId: string): Promise<Outcome<unknown>> => {
    const outcome = await transport.call('applications.withdraw', { requestId, id: row.id, reason })
    if (!outcome.ok) return outcome
    void message.success(t(outcome.value.state === 'pending' ? 'approvals.withdrawalAsked' : 'approvals.withdrawn'))
    await refresh()
    return outcome
  }

  return {
    dialog,
    askStanding: () => void withSaved(() => void standing(false)),
    submitCredit: () => void withSaved(() => void standing(true)),
    ask: kind => void ask(kind),
    goOn: row => void goOn(row),
    askWithdrawal: row => setDialog({ kind: 'withdraw', row }),
    keepRequest,
    edit,
    submitted: firstStep => {
      setDialog(undefined)
      store.forgetSteps()
      void message.success(t('limits.submitted', { post: postLabel(firstStep?.post ?? null, language) }))
      void refresh()
    },
    withdraw,
    close: closed => {
      setDialog(now => (now === closed ? undefined : now))
      void client.invalidateQueries({ queryKey: ['limits.ofCustomer'] })
    },
  }
}
