import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GivenAnswers } from '../../../../shared/contract/duplicate-calls.ts'
import type { Changes } from '../../../../shared/contract/shapes.ts'
import { normaliseBankAccount } from '../../../../shared/domain/contact.ts'
import { bankAccountPath, type ControlledPath } from '../../../../shared/domain/key-boxes.ts'
import { ChangeItems } from '../../../ui/change-items.tsx'
import { useEntryRules } from '../../../ui/entry-rules.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useDuplicateQuestion } from '../../../ui/use-duplicate-question.ts'
import { useToday } from '../../../ui/use-today.ts'
import { CardDuplicates } from './card-duplicates.tsx'
import { changedByRequest } from './changed-by-request.ts'
import { SentenceItem } from '../../../ui/sentence-item.tsx'

interface Answers {
  readonly reason: string
  readonly accountAgain?: string
}

interface ChangeRequestDialogProps {
  readonly customerId: number
  readonly revision: number
  /** The key boxes that were typed. */
  readonly changes: Changes
  readonly draftKey: string
  /** The request is on its way; the boxes say again what is saved. */
  readonly onAsked: () => void
  readonly onClose: () => void
}

/** Asks why key boxes are to change, and sends the request; a new bank account is typed a second time, from the paper. */
export function ChangeRequestDialog(props: ChangeRequestDialogProps) {
  const { customerId, revision, changes, draftKey, onAsked, onClose } = props
  const { t } = useTranslation()
  const { message } = App.useApp()
  const rules = useEntryRules(useToday())
  const command = useCommand(...changedByRequest)
  const account = changes[bankAccountPath]?.to
  const typedAccount = typeof account === 'string' ? normaliseBankAccount(account) : ''
  const { send, question } = useDuplicateQuestion(onClose)
  const ask = async ({ reason, accountAgain }: Answers, requestId: string, duplicates?: GivenAnswers) => {
    const outcome = await command('changes.request', {
      requestId,
      customerId,
      revision,
      changes,
      salesperson: null,
      accountAgain: accountAgain ?? null,
      reason: reason.trim(),
      draftKey,
      ...(duplicates && { duplicates }),
    })
    if (outcome.ok) {
      void message.success(t('changes.asked'))
      onAsked()
    }
    return outcome
  }
  const items = Object.entries(changes).map(([path, { from, to }]) => ({
    path: path as ControlledPath,
    from,
    // What is to be typed once more from the paper is not to be read off the screen.
    to: path === bankAccountPath && typeof to === 'string' ? '•'.repeat(to.length) : to,
    isHidden: false,
    isMasked: false,
    isStale: false,
  }))
  return (
    <>
      <FormDialog<Answers>
        width={720}
        title={t('changes.askTitle')}
        okText={t('changes.ask')}
        onSend={(answers, requestId) => send(given => ask(answers, requestId, given))}
        onClose={onClose}
      >
        <p>{t('changes.askMeans')}</p>
        <ChangeItems items={items} />
        {typedAccount !== '' && (
          <Form.Item
            name="accountAgain"
            label={t('changes.accountAgain')}
            extra={t('changes.accountAgainWhy')}
            rules={[
              {
                validator: async (_rule, value: unknown) => {
                  if (normaliseBankAccount(typeof value === 'string' ? value : '') !== typedAccount)
                    throw new Error(t('changes.accountsDiffer'))
                },
              },
            ]}
          >
            <Input
              autoComplete="off"
              maxLength={60}
              onPaste={event => event.preventDefault()}
              onDrop={event => event.preventDefault()}
            />
          </Form.Item>
        )}
        <SentenceItem name="reason" label={t('changes.reason')} rule={rules.reason} />
      </FormDialog>
      {question && <CardDuplicates customerId={customerId} okText={t('changes.ask')} {...question} />}
    </>
  )
}
