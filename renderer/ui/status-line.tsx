import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** The element at the foot of the window; the frame provides it. */
export const FootContext = createContext<HTMLElement | null>(null)

/** Writes into the foot of the window: what is saved, and which keys help. */
export function StatusLine({ children, keys }: { children?: ReactNode; keys: string }) {
  const foot = useContext(FootContext)
  if (!foot) return null
  return createPortal(
    <>
      {children}
      <span className="keys">{keys}</span>
    </>,
    foot,
  )
}
