import { useWindowKeys } from '../../ui/use-window-keys.ts'

/** Locks at Ctrl+Shift+L, on a Mac at Cmd+Shift+L. */
export function useLockKey(lock: () => void): void {
  useWindowKeys(event => {
    const isLock = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyL'
    if (!isLock) return
    event.preventDefault()
    lock()
  })
}
