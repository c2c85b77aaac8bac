import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DuplicatePair } from '../../../shared/contract/duplicate-calls.ts'
import { type DuplicateAnswer, duplicateAnswers } from '../../../shared/domain/duplicates.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import type { Language } from '../../../shared/text/language.ts'
import { likenessWords } from '../../../shared/text/likeness.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { navigate } from '../../ui/navigate.ts'
import { useCommand } from '../../ui/use-command.ts'

/** Asks how the two customers of a pair belong together, with their likeness explained and a way to both files. */
export function AnswerDialog({
  pair,
  rights,
  onClose,
}: {
  pair: DuplicatePair
  rights: readonly Right[]
  onClose: () => void
}) {
  const { t, i18n } = useTranslation()
  const command = useCommand('duplicates.pairs', 'links.ofCustomer', 'duplicates.said', 'today.summary', 'today.rows')
  const { first, second, kinds, score } = pair
  const mayMerge = rights.includes('customers.merge')
  return (
    <FormDialog<{ as: DuplicateAnswer; reason?: string }>
      title={t('duplicates.answerPair')}
      okText={t('duplicates.save')}
      width={680}
      firstBox="input"
      onSend={(answers, requestId) =>
        command('duplicates.answer', { requestId, first: first.id, second: second.id, ...answers })
      }
      onClose={onClose}
    >
      <p>
        {score} · {likenessWords(i18n.language as Language, pair)}
      </p>
      <p>
        {[first, second].map(({ id, customerNo, name }) => (
          <Button key={id} type="link" onClick={() => navigate(`/customers/${id}/kh001`)}>
            KH-{customerNo} {name}
          </Button>
        ))}
        {mayMerge && (
          <Button onClick={() => navigate(`/customers/merge/${first.id}/${second.id}`)}>{t('duplicates.merge')}</Button>
        )}
      </p>
      {!mayMerge && <p className="note-inline">{t('duplicates.mergeByManager')}</p>}
      <Form.Item
        name="as"
        label={t('duplicates.answerSecond', { first: first.name, second: second.name })}
        rules={[{ required: true, message: t('duplicates.answerMissing') }]}
      >
        <Radio.Group options={duplicateAnswers.map(value => ({ value, label: t(`duplicates.as-${value}`) }))} />
      </Form.Item>
      {kinds.length > 0 && (
        <Form.Item name="reason" label={t('duplicates.pairReason')}>
          <Input maxLength={200} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
