import { type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../../shared/contract/attachment-calls.ts'
import { transport } from '../../../transport/index.ts'
import type { CallFailed } from '../../../transport/use-call.ts'
import { Failure } from '../../../ui/failure.tsx'
import { localDateTime } from '../../../ui/local-time.ts'
import { useDelivery } from '../../../ui/use-delivery.ts'
import { Waiting } from '../../../ui/waiting.tsx'
import { AddFiles, fileTypes } from './add-files.tsx'
import { fileSize } from '../../../ui/file-size.ts'

interface AttachmentsProps {
  readonly list: UseQueryResult<{ attachments: Attachment[] }, CallFailed>
  readonly customerId: number
  readonly mayAdd: boolean
}

/** The papers of a customer as a table; files are added by choosing or by dropping them here. */
export function Attachments({ list, customerId, mayAdd }: AttachmentsProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<readonly File[]>([])
  const [isOver, setIsOver] = useState(false)
  const take = (files: FileList | null) => setChosen(files ? [...files] : [])
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setIsOver(false)
      take(event.dataTransfer.files)
    },
  }
  const added = () => {
    setChosen([])
    void client.invalidateQueries({ queryKey: ['attachments.list'] })
  }
  return (
    <section className={isOver ? 'sheet sheet-drop' : 'sheet'} aria-labelledby="papers-title" {...(mayAdd ? drop : {})}>
      <h2 id="papers-title">{t('limits.papersTitle')}</h2>
      {mayAdd && (
        <div className="tools">
          <Button onClick={() => chooser.current?.click()}>{t('limits.papersAdd')}</Button>
          <span className="note-inline">{isOver ? t('limits.papersDrop') : t('limits.papersHint')}</span>
          <input
            ref={chooser}
            hidden
            type="file"
            multiple
            accept={fileTypes.map(type => `.${type}`).join(',')}
            aria-label={t('limits.papersAdd')}
            onChange={event => {
              take(event.target.files)
              event.target.value = '' // the same file may be chosen again
            }}
          />
        </div>
      )}
      {list.error && <Failure error={list.error.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting text={t('limits.loadingPapers')} />}
      {list.data && <AttachmentTable attachments={list.data.attachments} />}
      {chosen.length > 0 && (
        <AddFiles files={chosen} customerId={customerId} onAdded={added} onClose={() => setChosen([])} />
      )}
    </section>
  )
}

const hashShown = 12 // characters; enough to compare with a print

function AttachmentTable({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation()
  const delivery = useDelivery()
  if (attachments.length === 0) return <p className="note-inline">{t('limits.papersNone')}</p>
  const copy = (id: number) => void delivery.run(requestId => transport.call('attachments.copy', { requestId, id }))
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('limits.kind')}</th>
          <th>{t('limits.fileName')}</th>
          <th className="number">{t('limits.size')}</th>
          <th>{t('limits.added')}</th>
          <th>{t('limits.fingerprint')}</th>
          <th>{t('limits.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {attachments.map(({ id, kind, fileName, bytes, addedAt, addedBy, sha256 }) => (
          <tr key={id}>
            <td>{t(`approvals.paper-${kind}`)}</td>
            <th scope="row">{fileName}</th>
            <td className="number">{fileSize(bytes)}</td>
            <td className="day">
              {localDateTime(addedAt)} {addedBy}
            </td>
            <td>
              <code title={sha256}>{sha256.slice(0, hashShown)}</code>
            </td>
            <td>
              <Button
                size="small"
                aria-label={t('limits.copyOf', { name: fileName })}
                disabled={delivery.busy}
                onClick={() => copy(id)}
              >
                {t('limits.copy')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
