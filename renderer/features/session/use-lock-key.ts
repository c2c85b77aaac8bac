import { useEffect } from 'react'

/** Locks at Ctrl+Shift+L, on a Mac at Cmd+Shift+L. */
export function useLockKey(lock: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isLock = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyL'
      if (!isLock || event.isComposing) return
      event.preventDefault()
      lock()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [lock])
}
