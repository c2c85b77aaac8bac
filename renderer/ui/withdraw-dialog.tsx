import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../shared/contract/errors.ts'
import { useEntryRules } from './entry-rules.ts'
import { FormDialog } from './form-dialog.tsx'
import { useToday } from './use-today.ts'
import { SentenceItem } from './sentence-item.tsx'

interface WithdrawDialogProps {
  /** The number of the application. */
  readonly number: string
  readonly onWithdraw: (reason: string, requestId: string) => Promise<Outcome<unknown>>
  readonly onClose: () => void
}

/** Takes a submitted application back, or asks whoever's turn it is to give it back once somebody has signed. */
export function WithdrawDialog({ number, onWithdraw, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation()
  const rules = useEntryRules(useToday())
  return (
    <FormDialog<{ readonly reason: string }>
      title={t('limits.withdrawTitle', { number })}
      okText={t('limits.withdraw')}
      onSend={({ reason }, requestId) => onWithdraw(reason.trim(), requestId)}
      onClose={onClose}
    >
      <p>{t('limits.withdrawMeans')}</p>
      <SentenceItem name="reason" label={t('limits.reason')} rule={rules.reason} autoFocus />
    </FormDialog>
  )
}
