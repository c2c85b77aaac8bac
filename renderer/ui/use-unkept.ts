import { useEffect, useRef } from 'react'
import { whenLeaving } from './leaving.ts'

/** Says whether something is typed here that nothing keeps, so that nobody closes the window over it unasked. */
export function useUnkept(isUnkept: boolean): void {
  const isKept = useRef(true)
  useEffect(() => {
    isKept.current = !isUnkept
  })
  useEffect(() => whenLeaving({ isKept: () => isKept.current, keep: async () => isKept.current }), [])
}
