import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { shownWords } from '../../../shared/catalogue/derive/display.ts'
import type { ChangeRequest } from '../../../shared/contract/change-calls.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import type { Language } from '../../../shared/text/language.ts'
import { ChangeItems } from '../../ui/change-items.tsx'
import { localDateTime } from '../../ui/local-time.ts'
import { RevealButton } from '../../ui/reveal-button.tsx'
import { type Reveal, useReveal } from '../../ui/use-reveal.ts'
import { useWindowKeys } from '../../ui/use-window-keys.ts'
import { CallbackDialog } from './callback-dialog.tsx'
import { DecideChangeDialog } from './decide-change-dialog.tsx'

type Dialog = 'approve' | 'return' | 'callback'

/** One request: old → new, why, who asked, what to look at twice, the call-back, and the decision. */
export function ChangeCard({ request, rights }: { request: ChangeRequest; rights: readonly Right[] }) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<Dialog>()
  const { may, callback, needsCallback, hints } = request
  const isBlocked = (needsCallback && callback?.agrees !== true) || request.items.some(({ isStale }) => isStale)
  const callsFirst = needsCallback && callback === null && may.call
  const open = (wanted: Dialog) => {
    if (wanted === 'callback' ? may.call : may.decide && !(wanted === 'approve' && isBlocked)) setDialog(wanted)
  }
  const reveal = useReveal([request.customerId])
  const canReveal = reveal.secondsLeft > 0 || request.items.some(({ isMasked }) => isMasked)
  useDialogKeys(open, canReveal ? reveal : undefined)
  return (
    <article className="change-card" aria-label={request.customerName}>
      <h1>
        <Link href={`/customers/${request.customerId}/kh001`}>
          {request.customerName} · KH-{request.customerNo}
        </Link>
      </h1>
      <p className="note-inline">
        {t('changes.by')} {request.requestedBy.name} · {localDateTime(request.requestedAt)}
      </p>
      <ChangeItems items={request.items} />
      {canReveal && <RevealButton reveal={reveal} />}
      <h2>{t('changes.reason')}</h2>
      <p>{request.reason}</p>
      {hints.length > 0 && (
        <>
          <h2>{t('changes.hints')}</h2>
          <ul className="change-hints">
            {hints.map(hint => (
              <li key={hint}>{t(`changes.hint-${hint}`)}</li>
            ))}
          </ul>
        </>
      )}
      {needsCallback && <Callback request={request} />}
      {!may.decide && !may.call && (
        <p className="note-inline">{t(rights.includes('change.approve') ? 'changes.mayNot' : 'changes.mayNotPost')}</p>
      )}
      <div className="tools">
        {may.call && (
          <Button type={callsFirst ? 'primary' : 'default'} title="Alt+C" onClick={() => open('callback')}>
            {t('changes.recordCallback')}
          </Button>
        )}
        {may.decide && (
          <>
            <Button title="Alt+R" onClick={() => open('return')}>
              {t('changes.return')}
            </Button>
            <Button
              type={callsFirst ? 'default' : 'primary'}
              title="Alt+A"
              disabled={isBlocked}
              onClick={() => open('approve')}
            >
              {t('changes.approve')}
            </Button>
          </>
        )}
      </div>
      {dialog === 'callback' && <CallbackDialog id={request.id} onClose={() => setDialog(undefined)} />}
      {(dialog === 'approve' || dialog === 'return') && (
        <DecideChangeDialog id={request.id} decision={dialog} onClose={() => setDialog(undefined)} />
      )}
    </article>
  )
}

function Callback({ request: { callback } }: { request: ChangeRequest }) {
  const { t, i18n } = useTranslation()
  const shown = (text: string) => shownWords(text, i18n.language as Language)
  return (
    <>
      <h2>{t('changes.callback')}</h2>
      {callback ? (
        <p className={callback.agrees ? undefined : 'change-differs'}>
          {t('changes.callbackLine', {
            day: callback.calledOn,
            by: callback.by.name,
            phone: shown(callback.phone),
            source: t(`limits.source-${callback.source}`),
            spokeWith: shown(callback.spokeWith),
          })}{' '}
          <b>{t(callback.agrees ? 'changes.callbackAgrees' : 'changes.callbackDiffers')}</b>
        </p>
      ) : (
        <p>{t('changes.callbackNone')}</p>
      )}
    </>
  )
}

const keys: Readonly<Record<string, Dialog>> = { KeyA: 'approve', KeyR: 'return', KeyC: 'callback' }

/** Alt+A, Alt+R and Alt+C, by the place of the key, since Alt writes another sign on a Mac; F4 shows what is masked. Never while a dialog is open. */
function useDialogKeys(open: (dialog: Dialog) => void, reveal: Reveal | undefined): void {
  useWindowKeys(event => {
    if (event.key === 'F4' && reveal && !document.querySelector('[role=dialog]')) {
      event.preventDefault()
      return reveal.toggle()
    }
    const dialog = event.altKey ? keys[event.code] : undefined
    if (!dialog || document.querySelector('[role=dialog]')) return
    event.preventDefault()
    open(dialog)
  })
}
