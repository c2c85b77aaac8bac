import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actor } from '../../../shared/contract/shapes.ts'
import { type ExtraBox, extraLabel, mostExtraBoxes } from '../../../shared/domain/extra-box.ts'
import type { Language } from '../../../shared/text/language.ts'
import { useCall } from '../../transport/use-call.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Failure } from '../../ui/failure.tsx'
import { type Command, useCommand } from '../../ui/use-command.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { BoxDialog } from './box-dialog.tsx'

/** 增加的栏目: the boxes that the company adds to its files, in their order. */
export function BoxesSection({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<ExtraBox | 'new'>()
  const list = useCall('extraBoxes.list', {})
  const send = useCommand('extraBoxes.list')
  if (list.error) return <Failure error={list.error.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Waiting text={t('extra.loading')} />
  const { boxes } = list.data
  const used = boxes.filter(({ retired }) => !retired).length
  const mayManage = actor.rights.includes('account.manage')
  return (
    <div className="sheet">
      <div className="tools">
        <h2>{t('extra.boxesTitle')}</h2>
        <span>{t('extra.boxesUsed', { count: used, most: mostExtraBoxes })}</span>
        {mayManage && (
          <span className="tools-end">
            <Button type="primary" disabled={used >= mostExtraBoxes} onClick={() => setAsked('new')}>
              {t('extra.addBox')}
            </Button>
          </span>
        )}
      </div>
      <p className="note-inline">{t('extra.boxesMeans')}</p>
      {boxes.length === 0 ? (
        <p className="note-inline">{t('extra.boxesNone')}</p>
      ) : (
        <BoxTable boxes={boxes} mayManage={mayManage} send={send} onEdit={setAsked} />
      )}
      {asked && <BoxDialog {...(asked !== 'new' && { box: asked })} send={send} onClose={() => setAsked(undefined)} />}
    </div>
  )
}

interface BoxTableProps {
  readonly boxes: readonly ExtraBox[]
  readonly mayManage: boolean
  readonly send: Command
  readonly onEdit: (box: ExtraBox) => void
}

function BoxTable({ boxes, mayManage, send, onEdit }: BoxTableProps) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const language = i18n.language as Language
  const retire = async ({ id, retired }: ExtraBox) => {
    const outcome = await send('extraBoxes.retire', { requestId: crypto.randomUUID(), id, retired: !retired })
    if (!outcome.ok) void message.error(errorText(outcome.error))
  }
  const move = async (index: number, by: 1 | -1) => {
    const ids = boxes.map(({ id }) => id)
    const [moved] = ids.splice(index, 1)
    if (moved !== undefined) ids.splice(index + by, 0, moved)
    const outcome = await send('extraBoxes.order', { requestId: crypto.randomUUID(), ids })
    if (!outcome.ok) void message.error(errorText(outcome.error))
  }
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('extra.label')}</th>
          <th>{t('extra.kind')}</th>
          <th>{t('extra.options')}</th>
          <th>{t('extra.state')}</th>
          {mayManage && <th>{t('extra.actions')}</th>}
        </tr>
      </thead>
      <tbody>
        {boxes.map((box, index) => {
          const name = extraLabel(box, language)
          const action = (word: string) => `${word} ${name}`
          return (
            <tr key={box.id}>
              <th scope="row">{name}</th>
              <td>{t(`extra.kind-${box.kind}`)}</td>
              <td>
                {box.options
                  .filter(({ retired }) => !retired)
                  .map(option => extraLabel(option, language))
                  .join(' · ')}
              </td>
              <td>{t(box.retired ? 'extra.retired' : 'extra.inUse')}</td>
              {mayManage && (
                <td>
                  <span className="tools">
                    <Button size="small" aria-label={action(t('extra.edit'))} onClick={() => onEdit(box)}>
                      {t('extra.edit')}
                    </Button>
                    <Button
                      size="small"
                      aria-label={action(t('extra.up'))}
                      disabled={index === 0}
                      onClick={() => void move(index, -1)}
                    >
                      ↑
                    </Button>
                    <Button
                      size="small"
                      aria-label={action(t('extra.down'))}
                      disabled={index === boxes.length - 1}
                      onClick={() => void move(index, 1)}
                    >
                      ↓
                    </Button>
                    <Button
                      size="small"
                      aria-label={action(t(box.retired ? 'extra.takeBack' : 'extra.retire'))}
                      onClick={() => void retire(box)}
                    >
                      {t(box.retired ? 'extra.takeBack' : 'extra.retire')}
                    </Button>
                  </span>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
