import { Button, Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { defaultMatrix, type Matrix, proposedMatrix, type Tier } from '../../../shared/domain/policy.ts'
import { posts } from '../../../shared/domain/roles.ts'
import { AmountInput } from '../../ui/amount-input.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useToday } from '../../ui/use-today.ts'
import { ProposalFields, useProposed } from './proposal-fields.tsx'

interface Answers {
  readonly tiers: readonly Tier[]
  readonly startsOn: string
  readonly reason: string
}

const mostTiers = 6

/** Proposes a new matrix from the one in force, or from one that the program suggests. */
export function MatrixDialog({ matrix, onClose }: { matrix: Matrix; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Answers>()
  const send = useCommand('policy.current')
  const today = useToday()
  const proposed = useProposed()
  const take = ({ tiers }: Matrix) => form.setFieldValue('tiers', tiers)
  return (
    <FormDialog<Answers>
      form={form}
      width={860}
      title={t('policy.proposeMatrixTitle')}
      okText={t('policy.propose')}
      initial={{ tiers: matrix.tiers, startsOn: today, reason: '' }}
      onClose={onClose}
      onSend={async ({ tiers, startsOn, reason }, requestId) => {
        // The last tier has no end, whichever row became the last; signatures go up the chain.
        const asked = tiers.map(({ upTo, posts: signers }, index) => ({
          upTo: index === tiers.length - 1 ? null : upTo,
          posts: posts.filter(post => signers.includes(post)),
        }))
        const change = { kind: 'matrix', matrix: { tiers: asked }, startsOn } as const
        return proposed(await send('policy.propose', { requestId, change, reason }))
      }}
    >
      <div className="tools">
        <Button onClick={() => take(proposedMatrix)}>{t('policy.takeProposed')}</Button>
        <Button onClick={() => take(defaultMatrix)}>{t('policy.takeShipped')}</Button>
      </div>
      <Form.List name="tiers">
        {(fields, { add, remove }) => (
          <div className="tiers">
            {fields.map(({ key, name }) => (
              <TierRow
                key={key}
                index={name}
                last={name === fields.length - 1}
                {...(fields.length > 1 && { onRemove: () => remove(name) })}
              />
            ))}
            {fields.length < mostTiers && (
              <Button type="dashed" onClick={() => add({ upTo: null, posts: posts.slice(0, 2) }, fields.length - 1)}>
                {t('policy.addTier')}
              </Button>
            )}
          </div>
        )}
      </Form.List>
      <ProposalFields startsOn />
    </FormDialog>
  )
}

interface TierRowProps {
  readonly index: number
  readonly last: boolean
  readonly onRemove?: () => void
}

function TierRow({ index, last, onRemove }: TierRowProps) {
  const { t } = useTranslation()
  const tier = index + 1
  return (
    <div className="tier">
      <b>{tier}</b>
      {last ? (
        <span className="note-inline">{index === 0 ? t('policy.noEnd') : t('policy.aboveLast')}</span>
      ) : (
        <Form.Item
          name={[index, 'upTo']}
          dependencies={index > 0 ? [['tiers', index - 1, 'upTo']] : []}
          rules={[
            { required: true, message: t('policy.amountMissing') },
            ({ getFieldValue }) => ({
              validator: (_, upTo: number | null) => {
                const below: unknown = index > 0 ? getFieldValue(['tiers', index - 1, 'upTo']) : undefined
                return upTo === null || typeof below !== 'number' || upTo > below
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('policy.amountNotRising')))
              },
            }),
          ]}
        >
          <AmountInput aria-label={t('policy.tierUpTo', { tier })} />
        </Form.Item>
      )}
      <Form.Item name={[index, 'posts']} rules={[{ type: 'array', min: 2, message: t('policy.twoPosts') }]}>
        <Checkbox.Group options={posts.map(post => ({ value: post, label: t(`accounts.role-${post}`) }))} />
      </Form.Item>
      {onRemove && (
        <Button aria-label={t('policy.removeTier', { tier })} onClick={onRemove}>
          ×
        </Button>
      )}
    </div>
  )
}
