import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayValue, labelOf } from '../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import { isMasked, maskOf } from '../../../shared/catalogue/derive/masking.ts'
import { isEmpty } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Value } from '../../../shared/catalogue/field.ts'
import { useFile } from '../../form/file-context.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { RevealButton } from '../../ui/reveal-button.tsx'
import type { Reveal } from '../../ui/use-reveal.ts'
import { useWindowKeys } from '../../ui/use-window-keys.ts'
import type { Conflict } from './use-saving.ts'

interface ConflictDialogProps {
  readonly conflict: Conflict
  readonly masks: Reveal
  readonly onResolve: (mine: ReadonlySet<Path>) => Promise<unknown>
  readonly onCancel: () => void
}

/**
 * Two people changed the same boxes: shows 原来的, 现在的 and 我的 of each and lets the person choose box by box (rules 25). What others
 * wrote in delicate boxes is masked as on the card, until it is asked for.
 */
export function ConflictDialog({ conflict, masks, onResolve, onCancel }: ConflictDialogProps) {
  const { t } = useTranslation()
  const { language } = useFile()
  const { paths, present, changes } = conflict
  const delicate = paths.filter(isMasked)
  const isHidden = delicate.some(path => path in present.masked)
  // What the person sees of others goes with its minute, also where the page still knows it.
  const secondsLeft = isHidden ? 0 : masks.secondsLeft
  useWindowKeys(event => {
    if (event.key === 'F4' && delicate.length > 0) masks.toggle(secondsLeft === 0)
  })
  // Nothing is chosen beforehand: neither person's words win by default.
  const [chosen, setChosen] = useState<ReadonlyMap<Path, 'now' | 'mine'>>(new Map())
  const choose = (path: Path, side: 'now' | 'mine') => setChosen(new Map(chosen).set(path, side))
  const shown = (path: Path, value: Value | undefined) => {
    const field = boxAt(path)?.field
    return (field && displayValue(field, value ?? null, language)) || t('common.empty')
  }
  const masked = (path: Path, value: Value | undefined) =>
    secondsLeft === 0 && isMasked(path) && !isEmpty(value) ? maskOf(path, value ?? null) : shown(path, value)
  return (
    <Modal
      open
      width={860}
      closable={false}
      title={t('conflict.title')}
      okText={t('conflict.save')}
      cancelText={t('conflict.back')}
      okButtonProps={{ disabled: chosen.size < paths.length }}
      onOk={() => void onResolve(new Set(paths.filter(path => chosen.get(path) === 'mine')))}
      onCancel={onCancel}
    >
      <p>{t('conflict.means', { by: present.changedBy, time: localDateTime(present.changedAt) })}</p>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('conflict.box')}</th>
            <th>{t('conflict.before')}</th>
            <th>{t('conflict.now')}</th>
            <th>{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {paths.map((path, index) => (
            <tr key={path}>
              <th scope="row">{labelOf(path, language)}</th>
              <td>{masked(path, changes[path]?.from)}</td>
              <td>
                <Radio
                  autoFocus={index === 0}
                  name={path}
                  checked={chosen.get(path) === 'now'}
                  onChange={() => choose(path, 'now')}
                >
                  {present.masked[path] ?? masked(path, present.values[path])}
                </Radio>
              </td>
              <td>
                <Radio name={path} checked={chosen.get(path) === 'mine'} onChange={() => choose(path, 'mine')}>
                  {shown(path, changes[path]?.to)}
                </Radio>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {delicate.length > 0 && (
        <p>
          <RevealButton reveal={{ ...masks, secondsLeft }} />
        </p>
      )}
    </Modal>
  )
}
