import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Merge } from '../../../shared/contract/merge-calls.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { useFreshCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { localDateTime } from '../../ui/local-time.ts'
import { useObstacleText } from '../../ui/obstacle-text.ts'
import { UnmergeDialog } from '../../ui/unmerge-dialog.tsx'
import { Waiting } from '../../ui/waiting.tsx'

interface MergesDialogProps {
  readonly customerId: number
  readonly rights: readonly Right[]
  readonly onClose: () => void
  readonly onUndone: () => void
}

/** 合并记录: which cards became this customer, when and why, and how that is taken back. */
export function MergesDialog({ customerId, rights, onClose, onUndone }: MergesDialogProps) {
  const { t } = useTranslation()
  const query = useFreshCall('customers.merges', { customerId })
  const [undoing, setUndoing] = useState<Merge>()
  const merges = query.data?.merges
  return (
    <Modal open width={680} title={t('merge.recordsTitle')} footer={null} onCancel={onClose}>
      {query.error && <Failure error={query.error.error} onRetry={() => void query.refetch()} />}
      {!merges && !query.error && <Waiting text={t('merge.loading')} />}
      {merges?.length === 0 && <p>{t('merge.noRecords')}</p>}
      <ul className="merges">
        {merges?.map(merge => (
          <MergeLine
            key={merge.id}
            merge={merge}
            onUndo={rights.includes('customers.merge') ? () => setUndoing(merge) : undefined}
          />
        ))}
      </ul>
      {undoing && (
        <UnmergeDialog
          merge={undoing}
          onClose={() => setUndoing(undefined)}
          onUndone={() => {
            void query.refetch()
            onUndone()
          }}
        />
      )}
    </Modal>
  )
}

function MergeLine({ merge, onUndo }: { merge: Merge; onUndo: (() => void) | undefined }) {
  const { t } = useTranslation()
  const obstacleText = useObstacleText()
  const { keep, drop, at, by, reason, boxes, until, undone, obstacles } = merge
  return (
    <li>
      <strong>{t('merge.recordLine', { drop: drop.customerNo, dropName: drop.name, keep: keep.customerNo })}</strong>
      <p>{t('merge.recordBy', { by, time: localDateTime(at), boxes, reason })}</p>
      {undone ? (
        <p className="note-inline">{t('merge.recordUndone', { by: undone.by, time: localDateTime(undone.at) })}</p>
      ) : (
        <p className="tools">
          <Link href={`/print/${drop.id}`}>{t('merge.oldCard')}</Link>
          {obstacles.length > 0 ? (
            <span className="note-inline">{t('merge.cannotUndo') + obstacles.map(obstacleText).join(' ')}</span>
          ) : (
            <>
              <span className="note-inline">{t('merge.recordUntil', { day: until })}</span>
              {onUndo && (
                <Button size="small" onClick={onUndo}>
                  {t('merge.undo')}
                </Button>
              )}
            </>
          )}
        </p>
      )}
    </li>
  )
}
