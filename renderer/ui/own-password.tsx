import { Input } from 'antd'

interface OwnPasswordProps {
  readonly label: string
  readonly value: string
  readonly onChange: (password: string) => void
  readonly autoFocus?: boolean
  /** What the keys of a card know it by. */
  readonly part?: string
}

/** Where somebody shows with the own password that it is they who act. */
export function OwnPassword({ label, value, onChange, autoFocus = false, part }: OwnPasswordProps) {
  return (
    <Input
      type="password"
      autoFocus={autoFocus}
      autoComplete="current-password"
      data-part={part}
      maxLength={200}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  )
}
