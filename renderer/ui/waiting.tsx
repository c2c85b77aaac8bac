/** Says in words what is being waited for; never a bare spinner. */
export function Waiting({ text }: { text: string }) {
  return (
    <p className="note" role="status" aria-live="polite">
      {text}
    </p>
  )
}
