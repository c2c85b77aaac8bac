import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { freeTextWarning } from '../../shared/domain/warnings.ts'
import type { EntryRule } from './entry-rules.ts'

interface SentenceItemProps {
  /** The name of the answer in the form around it. */
  readonly name: string
  readonly label: string
  /** What the answer is for; a warning takes its place. */
  readonly hint?: string
  readonly rule?: EntryRule
  /** A line, in which Enter sends the dialog. */
  readonly isOneLine?: boolean
  readonly rows?: number
  readonly maxLength?: number
  readonly autoFocus?: boolean
}

/** Where a dialog asks for a sentence, such as a reason: words and numbers that do not belong into free text are warned of (rules 11). */
export function SentenceItem({
  name,
  label,
  hint,
  rule,
  isOneLine = false,
  rows = 2,
  maxLength = 2000,
  autoFocus = false,
}: SentenceItemProps) {
  const { t } = useTranslation()
  const typed: unknown = Form.useWatch(name)
  const warning = typeof typed === 'string' ? freeTextWarning(typed) : undefined
  return (
    <Form.Item
      name={name}
      label={label}
      rules={rule ? [rule] : []}
      extra={
        warning ? (
          <span className="remark-warning">{t(`warnings.${warning.code}`, { word: warning.facts?.word ?? '' })}</span>
        ) : (
          hint
        )
      }
    >
      {isOneLine ? (
        <Input autoComplete="off" maxLength={maxLength} />
      ) : (
        <Input.TextArea autoFocus={autoFocus} rows={rows} maxLength={maxLength} />
      )}
    </Form.Item>
  )
}
