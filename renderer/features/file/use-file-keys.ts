import { useEffect } from 'react'

export interface FileKeys {
  readonly save: () => Promise<void>
  readonly undo: () => void
  readonly redo: () => void
  readonly print: () => void
}

/** Ctrl+S saves, Ctrl+Z and Ctrl+Y travel across the form, Ctrl+P prints; on a Mac with Cmd. Never while an input method composes. */
export function useFileKeys(keys: FileKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return
      const action = actionOf(event, keys)
      if (!action) return
      event.preventDefault()
      void action()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [keys])
}

function actionOf(event: KeyboardEvent, keys: FileKeys): (() => void | Promise<void>) | undefined {
  switch (event.key.toLowerCase()) {
    case 's':
      return keys.save
    case 'z':
      return isOnPaper(event) ? (event.shiftKey ? keys.redo : keys.undo) : undefined
    case 'y':
      return isOnPaper(event) ? keys.redo : undefined
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
