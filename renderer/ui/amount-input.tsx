import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rmbInWords } from '../../shared/domain/capital.ts'
import { formatMoney, parseMoney } from '../../shared/domain/money.ts'
import './amount-input.css'

interface AmountInputProps {
  readonly id?: string
  /** 分; nothing while the box is empty or what stands in it can not be understood. */
  readonly value?: number | null
  readonly onChange?: (fen: number | null) => void
  readonly 'aria-label'?: string
}

/** A box for an amount, typed as people write it (5万, 50,000), with its 大写 below so that a wrong zero is seen (rules 18). */
export function AmountInput({ value = null, onChange, ...control }: AmountInputProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<{ readonly text: string; readonly fen: number | null }>()
  const shown = typed?.fen === value ? typed.text : value === null ? '' : formatMoney(value)
  const parsed = parseMoney(shown)
  const problem = shown.trim() !== '' && !parsed.ok ? parsed.problem : undefined
  return (
    <span className="amount-input">
      <Input
        {...control}
        value={shown}
        autoComplete="off"
        inputMode="decimal"
        suffix={t('policy.unit-yuan')}
        {...(problem && { status: 'error' as const })}
        onChange={({ target: { value: text } }) => {
          const read = parseMoney(text)
          const fen = read.ok ? read.value : null
          setTyped({ text, fen })
          onChange?.(fen)
        }}
        onBlur={() => {
          if (!problem) setTyped(undefined)
        }}
      />
      <small className={problem ? 'amount-problem' : undefined}>
        {problem ? t(`problems.${problem}`) : value === null ? '' : rmbInWords(value)}
      </small>
    </span>
  )
}
