import { useEffect } from 'react'
import { focusPath } from '../../form/keyboard.ts'

/** The first box is ready for typing as soon as the form stands there, unless the cursor is somewhere already. */
export function useFirstBox(isReady: boolean): void {
  useEffect(() => {
    if (isReady && document.activeElement === document.body) focusPath('customer.name')
  }, [isReady])
}
