import { useLayoutEffect, useRef } from 'react'

/** Hears every key of the window while the component is shown, but none of those that an input method composes with. It listens before the first paint, so that no key of whoever is quick is lost. */
export function useWindowKeys(onKeyDown: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKeyDown)
  useLayoutEffect(() => {
    latest.current = onKeyDown
  })
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!event.isComposing) latest.current(event)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
