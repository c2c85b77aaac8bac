import { App, AutoComplete } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../../../shared/contract/extra-calls.ts'
import { cleanTag, isTag, mostTags } from '../../../../shared/domain/tags.ts'
import { useCall } from '../../../transport/use-call.ts'
import { useErrorText } from '../../../ui/error-text.ts'
import { useCardCommand } from './use-card.ts'

/** The tags of a customer; one is added by typing it or taking a used one, and taken off by its cross. */
export function TagList({ card, mayWrite }: { card: Card; mayWrite: boolean }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const command = useCardCommand()
  const [adding, setAdding] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const change = async (add: string[], remove: string[]) => {
    const outcome = await command('cards.tag', { requestId: crypto.randomUUID(), id: card.id, add, remove })
    if (!outcome.ok) void message.error(errorText(outcome.error))
  }
  const stop = () => {
    setAdding(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <span className="tag-list" role="group" aria-label={t('extra.tags')}>
      {card.tags.map(tag => (
        <span key={tag} className="tag">
          {tag}
          {mayWrite && (
            <button type="button" aria-label={t('extra.removeTag', { tag })} onClick={() => void change([], [tag])}>
              ×
            </button>
          )}
        </span>
      ))}
      {mayWrite &&
        (adding ? (
          <NewTag has={card.tags} onAdd={tag => void change([tag], [])} onStop={stop} />
        ) : (
          <button ref={opener} type="button" className="link" onClick={() => setAdding(true)}>
            {t('extra.addTag')}
          </button>
        ))}
    </span>
  )
}

interface NewTagProps {
  readonly has: readonly string[]
  readonly onAdd: (tag: string) => void
  readonly onStop: () => void
}

function NewTag({ has, onAdd, onStop }: NewTagProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const used = useCall('tags.list', {})
  const [text, setText] = useState('')
  const add = (typed: string) => {
    const tag = cleanTag(typed)
    setText('')
    if (tag === '' || has.includes(tag)) return
    if (!isTag(tag)) void message.error(t('extra.tagTooLong'))
    else if (has.length >= mostTags) void message.error(t('extra.tagsFull'))
    else onAdd(tag)
  }
  return (
    <AutoComplete
      size="small"
      autoFocus
      style={{ width: 180 }}
      aria-label={t('extra.addTag')}
      placeholder={t('extra.addTagHint')}
      value={text}
      defaultActiveFirstOption={false}
      showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
      options={
        used.data?.tags
          .filter(({ tag }) => !has.includes(tag))
          .map(({ tag, customers }) => ({
            value: tag,
            label: `${tag} (${t('extra.tagUsed', { count: customers })})`,
          })) ?? []
      }
      onChange={setText}
      onSelect={add}
      onBlur={onStop}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && text.trim() !== '') add(text)
        if (event.key === 'Escape') onStop()
      }}
    />
  )
}
