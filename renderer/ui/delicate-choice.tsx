import { Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { saysWhy } from '../../shared/domain/policy.ts'
import './delicate-choice.css'

/** Whether delicate boxes are handed out, and why. */
export interface Delicate {
  readonly withDelicate: boolean
  readonly reason: string
}

/** What is chosen to begin with. */
export const nothingDelicate: Delicate = { withDelicate: false, reason: '' }

/** Whether a choice can be carried out: delicate boxes leave the house for a reason only (rules 11). */
export function isExplained({ withDelicate, reason }: Delicate): boolean {
  return !withDelicate || saysWhy(reason)
}

/** The tick that takes delicate boxes along, and the box for the reason that it asks for. */
export function DelicateChoice({ choice, onChange }: { choice: Delicate; onChange: (choice: Delicate) => void }) {
  const { t } = useTranslation()
  return (
    <span className="delicate-choice">
      <Checkbox
        checked={choice.withDelicate}
        onChange={event => onChange({ ...choice, withDelicate: event.target.checked })}
      >
        {t('export.withDelicate')}
      </Checkbox>
      {choice.withDelicate && (
        <Input
          required
          autoFocus
          maxLength={500}
          value={choice.reason}
          onChange={event => onChange({ ...choice, reason: event.target.value })}
          placeholder={t('export.delicateWhy')}
          aria-label={t('export.delicateWhy')}
        />
      )}
    </span>
  )
}
