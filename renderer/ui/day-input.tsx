import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDate } from '../../shared/domain/partial-date.ts'
import { useToday } from './use-today.ts'

interface DayInputProps {
  readonly id?: string
  /** An ISO day; nothing while the box is empty or what stands in it is no day. */
  readonly value?: string | null
  readonly onChange?: (day: string | null) => void
}

/** A box for a day, typed as in the forms (2026.1.15, 1月15日) and shown as 2026-01-15, whatever the machine's own habit is. */
export function DayInput({ value = null, onChange, ...control }: DayInputProps) {
  const { t } = useTranslation()
  const today = useToday()
  const [typed, setTyped] = useState<{ readonly text: string; readonly day: string | null }>()
  const shown = typed?.day === value ? typed.text : (value ?? '')
  const parsed = parseDate(shown, today)
  const problem = shown.trim() !== '' && !parsed.ok ? parsed.problem : undefined
  return (
    <>
      <Input
        {...control}
        value={shown}
        autoComplete="off"
        placeholder="2026-01-31"
        {...(problem && { status: 'error' as const })}
        onChange={({ target: { value: text } }) => {
          const read = parseDate(text, today)
          const day = read.ok ? read.value : null
          setTyped({ text, day })
          onChange?.(day)
        }}
        onBlur={() => {
          if (!problem) setTyped(undefined)
        }}
      />
      {problem && <small className="remark-error">{t(`problems.${problem}`)}</small>}
    </>
  )
}
