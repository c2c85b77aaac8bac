import { type ChangeEvent, useId, useState } from 'react'
import { displayValue, labelOf } from '../../shared/catalogue/derive/display.ts'
import { parseEntry } from '../../shared/catalogue/derive/entry.ts'
import type { Field, Path } from '../../shared/catalogue/field.ts'
import { carriedId } from './carried.tsx'
import { useCell, useFile } from './file-context.ts'
import { remarkId } from './remark.tsx'

const numeric = new Set(['money', 'area', 'count', 'percent'])

interface TextEntryProps {
  readonly path: Path
  readonly field: Field
  readonly lines: number
  /** Names the box while it is empty, where it shares its cell with another. */
  readonly hint?: string | undefined
}

/**
 * A box that is typed in. What the input method composes stays in the box until it is finished; what can not be understood stays
 * as it was typed, with the reason beside it.
 */
export function TextEntry({ path, field, lines, hint }: TextEntryProps) {
  const { store, language, today, isReadOnly } = useFile()
  const readOnly = isReadOnly(path)
  const cell = useCell(path)
  const [composing, setComposing] = useState<string>()
  const id = useId()
  const shown = composing ?? cell.entry ?? displayValue(field, cell.value, language)

  const take = (text: string) => {
    if (readOnly) return
    const parsed = parseEntry(field, text, today)
    if (parsed.ok) store.set(path, { value: parsed.value, entry: text }, true)
    else store.set(path, { value: store.cell(path).value, entry: text, problem: parsed.problem }, true)
  }
  const control = {
    className: `entry ${numeric.has(field.kind) ? 'entry-number' : ''}`,
    value: shown,
    readOnly,
    placeholder: hint,
    spellCheck: false,
    autoComplete: 'off',
    'aria-label': labelOf(path, language),
    'aria-invalid': cell.settled === true,
    'aria-describedby': `${remarkId(path)} ${carriedId(path)}`,
    'data-stop': path,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const native = event.nativeEvent
      if (native instanceof InputEvent && native.isComposing) setComposing(event.target.value)
      else take(event.target.value)
    },
    onCompositionStart: () => setComposing(shown),
    onCompositionEnd: (event: { currentTarget: { value: string } }) => {
      setComposing(undefined)
      take(event.currentTarget.value)
    },
    onBlur: () => {
      setComposing(undefined)
      store.settle(path)
    },
  }
  const suggestions = field.suggestions?.map(suggestion => suggestion[language])
  // Text that is longer than its box makes the box taller: nothing that was typed is hidden.
  const wraps = !suggestions
  return (
    <>
      {wraps ? (
        <span className={`grow ${field.kind === 'money' ? 'grow-money' : ''}`} data-text={shown}>
          <textarea {...control} rows={field.kind === 'longText' ? Math.max(2, lines) : 1} />
        </span>
      ) : (
        <input
          {...control}
          type="text"
          list={suggestions && !readOnly ? `${id}-list` : undefined}
          title={field.help?.[language]}
        />
      )}
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map(suggestion => (
            <option key={suggestion}>{suggestion}</option>
          ))}
        </datalist>
      )}
    </>
  )
}
