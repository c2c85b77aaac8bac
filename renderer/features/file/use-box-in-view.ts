import { useCallback, useEffect, useRef } from 'react'
import type { Path } from '../../../shared/catalogue/field.ts'
import { focusPath } from '../../form/keyboard.ts'
import { navigate } from '../../ui/navigate.ts'
import { type FileIdentity, type FileTab, tabOfBox, tabRoute } from './file-tabs.ts'

/** Puts the cursor into a box of either form, turning to its tab first where the other one is in hand. */
export function useBoxInView(identity: FileIdentity, tab: FileTab): (path: Path | undefined) => void {
  const wanted = useRef<Path>(undefined)
  // After every drawing: the box is there once its tab is.
  useEffect(() => {
    if (wanted.current !== undefined && focusBox(wanted.current)) wanted.current = undefined
  })
  return useCallback(
    path => {
      if (path === undefined || focusBox(path)) return
      wanted.current = path
      navigate(tabRoute(identity, tabOfBox(path, tab)))
    },
    [identity, tab],
  )
}

/** On KH001 the rows of the product table stand behind their one-line box. */
function focusBox(path: Path): boolean {
  return focusPath(path) || (path.startsWith('productLines.') && focusPath('productLines'))
}
