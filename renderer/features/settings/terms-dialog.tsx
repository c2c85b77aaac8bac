import { Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Terms } from '../../../shared/domain/policy.ts'
import { AmountInput } from '../../ui/amount-input.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useToday } from '../../ui/use-today.ts'
import { ProposalFields, useProposed } from './proposal-fields.tsx'
import { boundsOf, termGroups, unitOf } from './terms-fields.ts'

interface Answers extends Terms {
  readonly startsOn: string
  readonly reason: string
}

/** Proposes new periods and limits, starting from those in force. */
export function TermsDialog({ terms, onClose }: { terms: Terms; onClose: () => void }) {
  const { t } = useTranslation()
  const send = useCommand('policy.current')
  const today = useToday()
  const proposed = useProposed()
  return (
    <FormDialog<Answers>
      width={940}
      title={t('policy.proposeTermsTitle')}
      okText={t('policy.propose')}
      initial={{ ...terms, startsOn: today, reason: '' }}
      onClose={onClose}
      onSend={async ({ startsOn, reason, ...asked }, requestId) => {
        const change = { kind: 'terms', terms: asked, startsOn } as const
        return proposed(await send('policy.propose', { requestId, change, reason }))
      }}
    >
      <div className="term-groups">
        {termGroups.map(({ group, keys }) => (
          <fieldset key={group}>
            <legend>{t(`policy.group-${group}`)}</legend>
            {keys.map(key => (
              <TermBox key={key} term={key} />
            ))}
          </fieldset>
        ))}
      </div>
      <ProposalFields startsOn />
    </FormDialog>
  )
}

function TermBox({ term }: { term: keyof Terms }) {
  const { t } = useTranslation()
  const unit = unitOf(term)
  if (unit === 'yuan')
    return (
      <Form.Item
        name={term}
        label={t(`policy.term-${term}`)}
        layout="horizontal"
        colon={false}
        rules={[{ required: true, message: t('problems.notAmount') }]}
      >
        <AmountInput />
      </Form.Item>
    )
  const { least, most } = boundsOf(term)
  const message = t('policy.outOfRange', { least, most })
  return (
    <Form.Item
      name={term}
      label={t(`policy.term-${term}`)}
      layout="horizontal"
      colon={false}
      rules={[{ required: true, type: 'integer', min: least, max: most, message }]}
    >
      <InputNumber suffix={t(`policy.unit-${unit}`)} />
    </Form.Item>
  )
}
