import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import './session.css'

/**
 * Stands before the program until somebody has shown who they are. What is beneath stays as it is, but can be neither seen, nor
 * reached, nor printed; afterwards the cursor stands where it stood.
 */
export function Gate({ label, children }: { label: string; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const { current } = dialog
    current?.showModal()
    // A rule that asks the body whether it holds an open gate has the styles of all the page worked out anew at each key.
    document.body.classList.add('gated')
    return () => {
      document.body.classList.remove('gated') // first, since what is hidden does not take the cursor back
      current?.close()
    }
  }, [])
  return createPortal(
    <dialog
      ref={dialog}
      className="gate"
      aria-label={label}
      onCancel={event => event.preventDefault()}
      onKeyDown={event => {
        // The browser would close it at the second Escape, whatever the first one was answered.
        if (event.key === 'Escape') event.preventDefault()
        // What the screens beneath do at a key is not for whoever stands here.
        event.stopPropagation()
      }}
    >
      <main className="gate-card">
        <p className="gate-brand">
          Kehu <small>{label}</small>
        </p>
        {children}
      </main>
    </dialog>,
    document.body,
  )
}
