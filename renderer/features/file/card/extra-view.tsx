import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '../../../../shared/contract/shapes.ts'
import type { Right } from '../../../../shared/domain/roles.ts'
import { useCall } from '../../../transport/use-call.ts'
import { Failure } from '../../../ui/failure.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { ExtraEntry } from './extra-entry.tsx'
import { useCard } from './use-card.ts'

/** 其他资料: the boxes that the company added, each saved when it is left. */
export function ExtraView({ file, rights }: { file: CustomerFile; rights: readonly Right[] }) {
  const { t } = useTranslation()
  const boxes = useCall('extraBoxes.list', {})
  const card = useCard(file.id)
  const failed = [boxes, card].find(query => query.error)
  if (failed?.error) return <Failure error={failed.error.error} onRetry={() => void failed.refetch()} />
  if (!boxes.data || !card.data) return <Waiting text={t('extra.loading')} />
  const inUse = boxes.data.boxes.filter(({ retired }) => !retired)
  const { answers } = card.data
  const isReadOnly = file.archived || !rights.includes('basic.write')
  return (
    <section className="sheet" aria-label={t('extra.title')}>
      {inUse.length === 0 ? (
        <div className="empty">
          <h2>{t('extra.none')}</h2>
          <p>{t('extra.noneNext')}</p>
        </div>
      ) : (
        <div className="extra-boxes" ref={isReadOnly ? undefined : focusFirst} onKeyDown={moveByEnter}>
          {inUse.map(box => (
            <ExtraEntry
              key={box.id}
              box={box}
              saved={answers[box.id] ?? null}
              customerId={file.id}
              isReadOnly={isReadOnly}
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** The first box is ready for typing as soon as it stands there, unless the cursor is somewhere already. */
function focusFirst(boxes: HTMLElement | null): void {
  if (document.activeElement === document.body) boxes?.querySelector<HTMLElement>('[data-extra]')?.focus()
}

/** Enter moves on to the next box and Shift+Enter back, as in the forms. */
function moveByEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
  const target = event.target as HTMLElement
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-extra]')]
  const here = boxes.indexOf(target)
  if (here < 0) return
  event.preventDefault()
  const next = boxes[here + (event.shiftKey ? -1 : 1)]
  if (!next) return target.blur()
  next.focus()
  if (next instanceof HTMLInputElement || next instanceof HTMLTextAreaElement) next.select()
}
