import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WaitingReturn } from '../../../shared/contract/packet-calls.ts'
import type { Language } from '../../../shared/text/language.ts'
import { transport } from '../../transport/index.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { navigate } from '../../ui/navigate.ts'
import { OwnPassword } from '../../ui/own-password.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDelivery } from '../../ui/use-delivery.ts'
import { decisionRoute } from './decision-tabs.ts'
import { AnswerFacts } from './packet-preview.tsx'
import { postLabel } from '../../ui/post-label.ts'
import { changedByApproval } from './stale.ts'

/** 待确认的传递单: a second person compares each sheet with the scan of its signature. */
export function WaitingPacketsDialog({ returns, onClose }: { returns: readonly WaitingReturn[]; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      width={760}
      title={t('packets.waitingTitle')}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('packets.close')}</Button>}
    >
      <p className="quiet">{t(returns.length > 0 ? 'packets.waitingMeans' : 'packets.waitingNone')}</p>
      {returns.map(waiting => (
        <WaitingPacket key={waiting.id} waiting={waiting} />
      ))}
    </Modal>
  )
}

function WaitingPacket({ waiting }: { waiting: WaitingReturn }) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const [password, setPassword] = useState('')
  const command = useAction('packets.confirm', changedByApproval)
  const scan = useDelivery()
  const { scanId } = waiting
  const decide = async (accept: boolean) => {
    const answer = await command.run({ id: waiting.id, accept, password })
    setPassword('')
    if (answer) void message.success(t(accept ? 'packets.confirmed' : 'packets.refusedByYou'))
  }
  return (
    <section className="packet-waiting" aria-label={waiting.number}>
      <h3>
        <button type="button" className="link" onClick={() => navigate(decisionRoute(waiting.applicationId))}>
          {waiting.number}
        </button>{' '}
        {waiting.customerName} · {postLabel(waiting.post, i18n.language as Language)} · {waiting.signer.name}
      </h3>
      <p className="quiet">
        {t('packets.importedBy', { by: waiting.importedBy.name, time: localDateTime(waiting.importedAt) })}
      </p>
      <dl className="packet-facts">
        <AnswerFacts answer={waiting.answer} />
      </dl>
      <div className="packet-choose">
        {scanId === null ? (
          <span className="quiet">{t('packets.noScan')}</span>
        ) : (
          <Button
            loading={scan.busy}
            onClick={() => void scan.run(requestId => transport.call('attachments.copy', { requestId, id: scanId }))}
          >
            {t('packets.viewScan')}
          </Button>
        )}
        {waiting.mayConfirm ? (
          <>
            <OwnPassword label={t('packets.password')} value={password} onChange={setPassword} />
            <Button type="primary" disabled={password === ''} loading={command.busy} onClick={() => void decide(true)}>
              {t('packets.confirm')}
            </Button>
            <Button disabled={password === '' || command.busy} onClick={() => void decide(false)}>
              {t('packets.refuse')}
            </Button>
          </>
        ) : (
          <span className="quiet">{t('packets.mayNotConfirm')}</span>
        )}
      </div>
      {command.problem && (
        <p className="stamp" role="alert">
          {command.problem}
        </p>
      )}
    </section>
  )
}
