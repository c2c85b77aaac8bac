import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeRequest } from '../../../shared/contract/change-calls.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { localDateTime } from '../../ui/local-time.ts'
import { StatusLine } from '../../ui/status-line.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ChangeCard } from './change-card.tsx'
import './changes.css'

/** 待批准的变更: what waits at the left, the one in hand at the right, with everything that is needed to decide it. */
export function ChangesPage({ id, rights }: { id: number | undefined; rights: readonly Right[] }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(id)
  const list = useCall('changes.list', { customerId: null, onlyPending: true })
  if (list.error) return <Failure error={list.error.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Waiting text={t('changes.loading')} />
  const { requests } = list.data
  const inHand = requests.find(request => request.id === chosen) ?? requests[0]
  return (
    <section className="page" aria-label={t('changes.queue')}>
      {inHand ? (
        <div className="changes">
          <RequestList requests={requests} inHand={inHand} onChoose={setChosen} />
          <ChangeCard key={inHand.id} request={inHand} rights={rights} />
        </div>
      ) : (
        <div className="empty">
          <h2>{t('changes.queueEmpty')}</h2>
        </div>
      )}
      <StatusLine keys={t('changes.keys')} />
    </section>
  )
}

interface RequestListProps {
  readonly requests: readonly ChangeRequest[]
  readonly inHand: ChangeRequest
  readonly onChoose: (id: number) => void
}

function RequestList({ requests, inHand, onChoose }: RequestListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLElement>(null)
  // The arrows work without a click.
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const next = step === undefined ? undefined : requests[requests.indexOf(inHand) + step]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    document.getElementById(`change-${next.id}`)?.focus()
  }
  return (
    <nav ref={list} className="changes-list" aria-label={t('changes.queue')}>
      {requests.map(({ id, customerName, customerNo, requestedBy, requestedAt }) => (
        <button
          key={id}
          id={`change-${id}`}
          type="button"
          aria-pressed={id === inHand.id}
          className="changes-item"
          onClick={() => onChoose(id)}
          onKeyDown={onKeyDown}
        >
          <b>{customerName}</b> KH-{customerNo}
          <br />
          <span className="note-inline">
            {requestedBy.name} · {localDateTime(requestedAt)}
          </span>
        </button>
      ))}
    </nav>
  )
}
