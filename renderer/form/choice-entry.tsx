import type { KeyboardEvent } from 'react'
import { labelOf, optionLetter } from '../../shared/catalogue/derive/display.ts'
import type { Field, Option, Path, Value } from '../../shared/catalogue/field.ts'
import type { Language } from '../../shared/text/language.ts'
import { carriedId } from './carried.tsx'
import { useCell, useFile } from './file-context.ts'

/** The value after option `code` was picked: a single choice changes or empties, a multiple one gains or loses it. */
function picked(field: Field, value: Value, code: string): Value {
  if (field.kind === 'single') return value === code ? null : code
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  const next = chosen.includes(code) ? chosen.filter(other => other !== code) : [...chosen, code]
  return (field.options ?? []).map(option => option.code).filter(option => next.includes(option))
}

/** Whether the option is ticked. */
export function isPicked(value: Value, code: string): boolean {
  return value === code || (Array.isArray(value) && value.includes(code))
}

/** The printed options of a box, as native radios or ticks; digits pick, Delete empties. */
export function ChoiceEntry({ path, field }: { path: Path; field: Field }) {
  const { store, language, isReadOnly } = useFile()
  const readOnly = isReadOnly(path)
  const { value } = useCell(path)
  const single = field.kind === 'single'
  const options = field.options ?? []

  const pick = (code: string) => {
    if (!readOnly) store.set(path, { value: picked(field, value, code) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (readOnly || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const option = options[digitOf(event) - 1]
    // A digit names the answer: typed twice it stays, where a second click would empty the box.
    if (option && !(single && value === option.code)) pick(option.code)
    else if (event.key === 'Delete' || event.key === 'Backspace') store.set(path, { value: null })
    else if (!option) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span
      className="choice"
      role={single ? 'radiogroup' : 'group'}
      aria-label={labelOf(path, language)}
      aria-describedby={carriedId(path)}
      data-stop={path}
      onKeyDown={onKeyDown}
    >
      {options.map(option => (
        <label key={option.code} className="option">
          <input
            type={single ? 'radio' : 'checkbox'}
            name={path}
            disabled={readOnly}
            checked={isPicked(value, option.code)}
            // A click on the chosen radio empties the box: "not known" must stay reachable.
            onClick={() => single && value === option.code && pick(option.code)}
            onChange={() => pick(option.code)}
          />
          <OptionText option={option} language={language} />
        </label>
      ))}
    </span>
  )
}

function OptionText({ option, language }: { option: Option; language: Language }) {
  const letter = optionLetter(option, language)
  return (
    <>
      {letter && <i>{letter}</i>} {option.label[language]}
    </>
  )
}

/** 1 to 9 from the digit row or the number pad, whatever the layout types with Alt; 0 for any other key. */
export function digitOf(event: { code: string }): number {
  return Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? 0)
}
