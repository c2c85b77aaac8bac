import { Button, Switch } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import { useFreshCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { localDate } from '../../ui/local-time.ts'
import { RevealButton } from '../../ui/reveal-button.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { useReveal } from '../../ui/use-reveal.ts'
import { useWindowKeys } from '../../ui/use-window-keys.ts'
import { Waiting } from '../../ui/waiting.tsx'
import type { Preview } from './item-values.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { MergeResult } from './merge-result.tsx'
import { MergeSide } from './merge-side.tsx'
import { keyInHand, MergeTable, takeInHand } from './merge-table.tsx'
import { useChoices } from './use-choices.ts'
import './merge.css'

/** A merge that was carried out, with the change request that it made and what it left out. */
interface Done extends Pick<Output<'customers.merge'>, 'id' | 'request' | 'leftOut'> {
  readonly preview: Preview
  readonly boxes: number
}

/** 合并: two cards of one customer side by side; what they say differently is chosen box by box (rules 22). */
export function MergePage({ a, b }: { a: number; b: number }) {
  const { t } = useTranslation()
  const [done, setDone] = useState<Done>()
  const query = useFreshCall('customers.mergePreview', { a, b })
  if (done)
    return (
      <MergeResult
        {...done}
        onUndone={() => {
          setDone(undefined)
          void query.refetch()
        }}
      />
    )
  if (query.error && !query.data) return <Failure error={query.error.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Waiting text={t('merge.loading')} />
  const { keep, drop } = query.data
  return (
    <MergeDesk
      key={`${keep.id} ${keep.revision} ${drop.id} ${drop.revision}`}
      preview={query.data}
      onMerged={setDone}
    />
  )
}

interface MergeDeskProps {
  readonly preview: Preview
  readonly onMerged: (done: Done) => void
}

function MergeDesk({ preview, onMerged }: MergeDeskProps) {
  const { t } = useTranslation()
  const { keep, drop, items, obstacles } = preview
  const choices = useChoices(preview)
  const asked = useFreshCall('customers.mergeClosed', { a: keep.id, b: drop.id, choices: choices.all })
  const leftOut = asked.data?.boxes ?? []
  const reveal = useReveal([keep.id, drop.id])
  const isMasked = Object.keys({ ...keep.masked, ...drop.masked }).length > 0
  const [onlyDifferent, setOnlyDifferent] = useState(true)
  const [isAsking, setAsking] = useState(false)
  const isClosed = obstacles.length > 0
  const differing = items.filter(({ same }) => !same)
  useWindowKeys(event => {
    if (isAsking) return
    if (event.key === 'F4') reveal.toggle()
    if (event.key === 'F2') {
      event.preventDefault()
      const open = differing.filter(choices.isUndecided)
      const here = differing.findIndex(({ key }) => key === keyInHand())
      takeInHand(open.find(item => differing.indexOf(item) > here) ?? open[0])
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isClosed) {
      event.preventDefault()
      setAsking(true)
    }
  })
  const [first] = differing
  useEffect(() => takeInHand(first), [first])
  return (
    <section className="page merge-page" aria-label={t('merge.title')}>
      <div className="merge-heads">
        <CardHead kind="keeps" card={keep} means={t('merge.keepsMeans')} />
        <CardHead kind="drops" card={drop} means={t('merge.dropsMeans', { number: keep.customerNo })} />
      </div>
      <div className="merge-desk">
        <MergeTable
          preview={preview}
          shown={onlyDifferent ? differing : items}
          choices={choices}
          leftOut={leftOut}
          isClosed={isClosed}
        />
        <aside className="merge-side">
          <MergeSide preview={preview} />
          {(isMasked || reveal.secondsLeft > 0) && (
            <p>
              <RevealButton reveal={reveal} />
            </p>
          )}
          <p role="status">{t('merge.count', { differing: differing.length, undecided: choices.undecided })}</p>
          <label className="inline">
            <Switch size="small" checked={onlyDifferent} onChange={setOnlyDifferent} /> {t('merge.onlyDifferent')}
          </label>
          <div className="merge-buttons">
            <Button type="primary" title="Ctrl+Enter" disabled={isClosed} onClick={() => setAsking(true)}>
              {t('merge.merge')}
            </Button>
            <Button onClick={() => history.back()}>{t('common.cancel')}</Button>
          </div>
        </aside>
      </div>
      {isAsking && (
        <MergeDialog
          preview={preview}
          choices={choices}
          leftOut={leftOut}
          onClose={() => setAsking(false)}
          onMerged={merged => onMerged({ ...merged, preview, boxes: choices.taken })}
        />
      )}
      <StatusLine keys={t('merge.keys')} />
    </section>
  )
}

interface CardHeadProps {
  readonly kind: 'keeps' | 'drops'
  readonly card: Preview['keep']
  readonly means: string
}

function CardHead({ kind, card, means }: CardHeadProps) {
  const { t } = useTranslation()
  return (
    <div className={`merge-head merge-head-${kind}`}>
      <strong>{t(`merge.${kind}`)}</strong>
      <span className="tag">KH-{card.customerNo}</span>
      <h1>{card.name}</h1>
      <span className="note-inline">
        {t('merge.created', { by: card.createdBy, day: localDate(new Date(card.createdAt)) })} · {means}
      </span>
    </div>
  )
}
