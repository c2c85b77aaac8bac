import type { KeyboardEvent } from 'react'
import { digitOf } from './choice-entry.tsx'

/** Everything on the paper that Enter visits, in the paper's order. */
function stopsOf(paper: Element): HTMLElement[] {
  return [...paper.querySelectorAll<HTMLElement>('[data-stop]')].filter(stop => stop.offsetParent !== null)
}

/** Puts the cursor into a box; a choice takes it on the chosen option, a text is selected for overtyping. */
function focusStop(stop: HTMLElement | undefined): boolean {
  if (!stop) return false
  const target = stop.matches('input, textarea, button')
    ? stop
    : (stop.querySelector<HTMLElement>('input:checked') ?? stop.querySelector<HTMLElement>('input'))
  if (!target) return false
  target.focus()
  if (isOneLine(target)) target.select()
  target.scrollIntoView({ block: 'nearest' })
  return true
}

/** A text of one line is overtyped as a whole; in a long text the cursor goes where it was. */
function isOneLine(target: HTMLElement): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement
    ? target.rows === 1
    : target instanceof HTMLInputElement && target.type === 'text'
}

/** The next box after `after` on the paper in hand that is wanted; from the end it goes on at the beginning. */
export function nextStop(after: string | undefined, isWanted: (path: string) => boolean): string | undefined {
  const stops = [...document.querySelectorAll<HTMLElement>('.paper [data-stop]')].map(
    stop => stop.dataset['stop'] ?? '',
  )
  const here = stops.indexOf(after ?? '')
  return [...stops.slice(here + 1), ...stops.slice(0, here + 1)].find(isWanted)
}

/** Puts the cursor into the box of a path, if the paper shows it. */
export function focusPath(path: string): boolean {
  const named = (kind: 'stop' | 'closed') =>
    document.querySelector<HTMLElement>(`[data-${kind}="${CSS.escape(path)}"]`) ?? undefined
  return focusStop(named('stop') ?? named('closed'))
}

/** Whether the keystroke belongs to the input method and must be left alone. */
function isComposing(event: { nativeEvent: { isComposing: boolean; keyCode: number } }): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229 // 229: WebKit reports the Enter that ends a composition so
}

/** What the keys of a form do besides typing; the page gives what it does for the ends of the form. */
export interface FormKeys {
  /** Enter in the last box. */
  readonly onEnd: () => void
  /** F2: the next empty box. */
  readonly onNextEmpty: (after: string | undefined) => void
  /** Alt+plus: another person below the row head in hand. */
  readonly onAddPerson: (path: string | undefined) => void
  /** Ctrl+Enter: confirms an answer taken over from the last card; false where there is none to confirm. */
  readonly onConfirm: (path: string) => boolean
  /** F8: the next answer to confirm. */
  readonly onNextCarried: (after: string | undefined) => void
}

/**
 * Enter moves on, Shift+Enter back, ↓ and ↑ go along a column of people or products, Alt+digit picks an option, Alt+0 takes a suggestion, Alt+plus adds a person, F2 finds the next
 * empty box (rules 15), Ctrl+Enter confirms what was taken over and F8 finds the next of it (rules 9).
 */
export function handleFormKey(event: KeyboardEvent<HTMLElement>, keys: FormKeys): void {
  if (isComposing(event)) return
  const target = event.target as HTMLElement
  const stop = target.closest<HTMLElement>('[data-stop]')
  if (event.key === 'F2') {
    event.preventDefault()
    keys.onNextEmpty(stop?.dataset.stop)
  } else if (event.key === 'F8') {
    event.preventDefault()
    keys.onNextCarried(stop?.dataset.stop)
  } else if (event.altKey && !event.ctrlKey && /^(Digit|Numpad)0$/.test(event.code)) {
    event.preventDefault()
    stop?.closest('.box')?.querySelector<HTMLElement>('.take')?.click()
  } else if (event.altKey && !event.ctrlKey && /^(Equal|NumpadAdd)$/.test(event.code)) {
    event.preventDefault()
    keys.onAddPerson(stop?.dataset.stop)
  } else if (event.altKey && !event.ctrlKey && digitOf(event.nativeEvent)) {
    pickOption(event, stop)
  } else if (event.key === 'Enter' && stop) {
    onEnter(event, stop, keys)
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && stop) {
    alongColumn(event, stop)
  }
}

/** The table and the row of a box, such as `people` and `people.buyer.1`. */
const rowOf = (stop: HTMLElement) => /^((people)\.\w+|(productLines))\.\d+(?=\.)/.exec(stop.dataset['stop'] ?? '')

/**
 * ↓ and ↑ go to the same column of the next row, and below the last row on to what follows the table: empty rows cost one key each.
 * Choices keep the arrows to themselves, and so does a text while the cursor can still move in it.
 */
function alongColumn(event: KeyboardEvent<HTMLElement>, stop: HTMLElement): void {
  const { target, key } = event
  const here = rowOf(stop)
  if (!here || !(target instanceof HTMLTextAreaElement) || event.shiftKey || event.altKey || event.ctrlKey) return
  const isDown = key === 'ArrowDown'
  if (isDown ? target.selectionEnd < target.value.length : target.selectionStart > 0) return
  const stops = stopsOf(event.currentTarget)
  const tableOf = (other: HTMLElement) => rowOf(other)?.slice(2).join('')
  const inTable = stops.filter(other => tableOf(other) === tableOf(stop))
  const rows = [...new Set(inTable.map(other => rowOf(other)?.[0]))]
  const row = rows[rows.indexOf(here[0]) + (isDown ? 1 : -1)]
  const column = stop.dataset['stop']?.slice(here[0].length)
  const last = inTable.at(-1)
  const next =
    row !== undefined
      ? (inTable.find(other => other.dataset['stop'] === `${row}${column}`) ??
        inTable.find(other => rowOf(other)?.[0] === row))
      : isDown && last
        ? stops[stops.indexOf(last) + 1]
        : undefined
  if (focusStop(next)) event.preventDefault()
}

function onEnter(event: KeyboardEvent<HTMLElement>, stop: HTMLElement, keys: FormKeys): void {
  const target = event.target as HTMLElement
  if (target instanceof HTMLButtonElement) return // Enter presses a button, as everywhere
  if ((event.ctrlKey || event.metaKey) && !event.altKey && keys.onConfirm(stop.dataset['stop'] ?? '')) {
    event.preventDefault()
    moveOn(event, stop, keys)
    return
  }
  if (event.altKey || event.ctrlKey || event.metaKey) {
    if (target instanceof HTMLTextAreaElement) breakLine(event, target)
    return
  }
  event.preventDefault()
  moveOn(event, stop, keys)
}

function moveOn(event: KeyboardEvent<HTMLElement>, stop: HTMLElement, keys: FormKeys): void {
  const stops = stopsOf(event.currentTarget)
  const next = stops[stops.indexOf(stop) + (event.shiftKey ? -1 : 1)]
  if (next) focusStop(next)
  else if (!event.shiftKey) keys.onEnd()
}

/** Alt+Enter and Ctrl+Enter break a line in a long text, as in a spreadsheet. */
function breakLine(event: KeyboardEvent<HTMLElement>, area: HTMLTextAreaElement): void {
  if (area.readOnly || area.rows === 1) return
  event.preventDefault()
  area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end')
  area.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** Alt+digit works on the box in hand, and from a text of 其他 on the choice it belongs to. */
function pickOption(event: KeyboardEvent<HTMLElement>, stop: HTMLElement | null): void {
  const choice = stop?.matches('.choice, .tick') ? stop : stop?.closest('.box')?.querySelector<HTMLElement>('.choice')
  const option = choice?.querySelectorAll<HTMLInputElement>('input')[digitOf(event.nativeEvent) - 1]
  if (!option) return
  event.preventDefault()
  if (option.type !== 'radio' || !option.checked) option.click()
  option.focus()
}
