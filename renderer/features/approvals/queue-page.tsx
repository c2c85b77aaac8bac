import { Badge, Button, Dropdown, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationRow } from '../../../shared/contract/application-calls.ts'
import type { Language } from '../../../shared/text/language.ts'
import { useCall } from '../../transport/use-call.ts'
import { usePages } from '../../transport/use-pages.ts'
import { Failure } from '../../ui/failure.tsx'
import { navigate } from '../../ui/navigate.ts'
import { RowGrid } from '../../ui/row-grid.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { decisionRoute } from './decision-tabs.ts'
import { ImportDialog } from './import-dialog.tsx'
import { KeyDialog } from './key-dialog.tsx'
import { queueColumns } from './queue-columns.tsx'
import { type QueuePlace, queuePlace } from './queue-place.ts'
import { SignPacketDialog } from './sign-packet-dialog.tsx'
import { WaitingPacketsDialog } from './waiting-packets-dialog.tsx'
import './queue.css'

type Dialog = 'import' | 'waiting' | 'sign' | 'key'
const scopes = ['mine', 'pending', 'all'] as const

/** 审批: the applications that wait for me, that are in the chain, and all; packets that come back. */
export function QueuePage({ showsPackets }: { showsPackets: boolean }) {
  const { t, i18n } = useTranslation()
  const [scope, setScope] = useState(queuePlace.scope)
  const [search, setSearch] = useState(queuePlace.search)
  const [dialog, setDialog] = useState<Dialog>()
  const shown = dialog ?? (showsPackets ? 'waiting' : undefined)
  const pages = usePages('applications.list', { scope, customerId: null, search })
  const packets = useCall('packets.waiting', {})
  const today = useCall('today.summary', {})
  const changes = today.data?.counts.find(({ key }) => key === 'changes')?.count ?? 0
  const choose = (next: Partial<QueuePlace>) => {
    Object.assign(queuePlace, next, { current: 0 })
    setScope(queuePlace.scope)
    setSearch(queuePlace.search)
  }
  const close = () => {
    setDialog(undefined)
    if (showsPackets) navigate('/approvals', { replace: true })
  }
  if (pages.error) return <Failure error={pages.error} onRetry={pages.retry} />
  return (
    <section className="page" aria-label={t('approvals.approvals')}>
      <div className="tools">
        <Segmented
          aria-label={t('approvals.queueScope')}
          value={scope}
          onChange={next => choose({ scope: next })}
          options={scopes.map(value => ({ value, label: t(`approvals.scope-${value}`) }))}
        />
        <SearchEntry search={search} onSearch={next => choose({ search: next })} />
        <span className="note-inline" role="status">
          {t('approvals.total', { count: pages.total })}
        </span>
        <span className="tools-end">
          <Badge size="small" color="var(--stamp)" count={changes}>
            <Button onClick={() => navigate('/approvals/changes')}>{t('changes.queue')}</Button>
          </Badge>
          <Button onClick={() => setDialog('import')}>{t('approvals.importPacket')}</Button>
          <Badge
            size="small"
            color="var(--stamp)"
            count={packets.data?.returns.filter(waiting => waiting.mayConfirm).length ?? 0}
          >
            <Button onClick={() => setDialog('waiting')}>{t('approvals.waitingPackets')}</Button>
          </Badge>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'sign', label: t('packets.sign') },
                { key: 'key', label: t('packets.myKey') },
              ],
              onClick: ({ key }) => setDialog(key === 'sign' ? 'sign' : 'key'),
            }}
          >
            <Button>{t('packets.menu')}</Button>
          </Dropdown>
        </span>
      </div>
      <RowGrid<ApplicationRow>
        key={`${scope}/${search}`}
        label={t('approvals.approvals')}
        className="grid-applications"
        pages={pages}
        columns={queueColumns(t, i18n.language as Language)}
        place={queuePlace}
        onOpen={row => navigate(decisionRoute(row.id))}
        empty={t(scope === 'mine' && search === '' ? 'approvals.queueEmptyMine' : 'approvals.queueEmpty')}
      />
      {shown === 'import' && <ImportDialog onClose={close} />}
      {shown === 'waiting' && <WaitingPacketsDialog returns={packets.data?.returns ?? []} onClose={close} />}
      {shown === 'sign' && <SignPacketDialog onClose={close} />}
      {shown === 'key' && <KeyDialog onClose={close} />}
      <StatusLine keys={t('approvals.queueKeys')} />
    </section>
  )
}

/** Searches as one types, but never what an input method still composes. */
function SearchEntry({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(search)
  return (
    <Input
      className="queue-search"
      role="searchbox"
      allowClear
      maxLength={100}
      value={typed}
      aria-label={t('approvals.search')}
      placeholder={t('approvals.searchHint')}
      onChange={event => {
        setTyped(event.target.value)
        const native = event.nativeEvent
        if (!(native instanceof InputEvent && native.isComposing)) onSearch(event.target.value.trim())
      }}
      onCompositionEnd={event => onSearch(event.currentTarget.value.trim())}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
        event.preventDefault()
        document.querySelector<HTMLElement>('[role=grid]')?.focus()
      }}
    />
  )
}
