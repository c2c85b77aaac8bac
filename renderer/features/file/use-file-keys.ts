import { useWindowKeys } from '../../ui/use-window-keys.ts'
export interface FileKeys {
  readonly save: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly print: () => void
  readonly exportForms: () => void
  /** F4 shows what is masked, and masks it again. */
  readonly reveal: () => void
  /** Alt+PageDown and Alt+PageUp turn to the next tab and back. */
  readonly turn: (by: 1 | -1) => void
}

/** Ctrl+S saves, Ctrl+Z and Ctrl+Y travel across both forms, Ctrl+P prints, Ctrl+E exports, F4 shows what is masked; on a Mac with Cmd. Never while an input method composes. */
export function useFileKeys(keys: FileKeys): void {
  useWindowKeys(event => {
    if (document.querySelector('[role=dialog]')) return
    const action = event.altKey
      ? turnOf(event, keys)
      : event.ctrlKey || event.metaKey
        ? actionOf(event, keys)
        : event.key === 'F4'
          ? keys.reveal
          : undefined
    if (!action) return
    event.preventDefault()
    action()
  })
}

function turnOf(event: KeyboardEvent, keys: FileKeys): (() => void) | undefined {
  if (event.key === 'PageDown') return () => keys.turn(1)
  return event.key === 'PageUp' ? () => keys.turn(-1) : undefined
}

function actionOf(event: KeyboardEvent, keys: FileKeys): (() => void) | undefined {
  switch (event.key.toLowerCase()) {
    case 's':
      return keys.save
    case 'z':
      return isOnPaper(event) ? (event.shiftKey ? keys.redo : keys.undo) : undefined
    case 'y':
      return isOnPaper(event) ? keys.redo : undefined
    case 'e':
      return keys.exportForms
    case 'p':
      return keys.print
    default:
      return undefined
  }
}

/** In other inputs, such as the search box, undo stays the input's own. */
function isOnPaper(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement
  return target.closest('.paper') !== null || !target.matches('input, textarea')
}
