import { App, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../../../shared/contract/extra-calls.ts'
import { useFile } from '../../../form/file-context.ts'
import { personOptions, searchOfPeople } from '../../../ui/person-options.ts'
import { useCall } from '../../../transport/use-call.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { SentenceItem } from '../../../ui/sentence-item.tsx'
import { useCardCommand } from './use-card.ts'

interface Answers {
  readonly filedOn: string | null
  readonly noCodeReason?: string
  readonly salespersonId?: number | null
}

/** 建档信息: when the card was filed, why there is no code, and who sells to the customer where nobody was named yet. */
export function FactsDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { today } = useFile()
  const command = useCardCommand()
  const people = useCall('accounts.people', {})
  return (
    <FormDialog<Answers>
      title={t('extra.facts')}
      okText={t('common.save')}
      initial={{
        filedOn: card.filedOn,
        noCodeReason: card.noCodeReason ?? '',
        salespersonId: card.salesperson?.id ?? null,
      }}
      onClose={onClose}
      onSend={async ({ filedOn, noCodeReason, salespersonId }, requestId) => {
        const outcome = await command('cards.setFacts', {
          requestId,
          id: card.id,
          filedOn,
          noCodeReason: noCodeReason?.trim() || null,
          salespersonId: salespersonId ?? null,
        })
        if (outcome.ok) void message.success(t('extra.factsSaved'))
        return outcome
      }}
    >
      <Form.Item
        name="filedOn"
        label={t('extra.filedOn')}
        extra={t('extra.factsMeans')}
        rules={[
          {
            validator: (_, day: string | null) =>
              day !== null && day > today ? Promise.reject(new Error(t('extra.future'))) : Promise.resolve(),
          },
        ]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="salespersonId"
        label={t('extra.salesperson')}
        {...(card.salesperson && { extra: t('extra.salespersonSet') })}
      >
        <Select
          showSearch={searchOfPeople}
          disabled={card.salesperson !== null}
          loading={people.isPending}
          options={personOptions(people.data?.people)}
        />
      </Form.Item>
      <SentenceItem
        name="noCodeReason"
        label={t('extra.noCodeReason')}
        hint={t('extra.noCodeReasonMeans')}
        isOneLine
        maxLength={200}
      />
    </FormDialog>
  )
}
