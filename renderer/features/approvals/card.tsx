import { type ReactNode, useId } from 'react'

interface CardProps {
  readonly title: string
  readonly className?: string
  readonly children: ReactNode
}

/** A titled piece of the decision screen. */
export function Card({ title, className = '', children }: CardProps) {
  const id = useId()
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="card-body">{children}</div>
    </section>
  )
}
