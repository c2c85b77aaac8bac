import { App, Button, Checkbox, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { type ExtraBox, extraKinds, type ExtraKind } from '../../../shared/domain/extra-box.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Command } from '../../ui/use-command.ts'

interface Wording {
  readonly label: string
  readonly zhTW?: string | null
  readonly en?: string | null
}

interface OptionAnswers extends Wording {
  readonly code?: string
  readonly retired?: boolean
}

interface Answers extends Wording {
  readonly kind: ExtraKind
  readonly options?: readonly OptionAnswers[]
}

interface BoxDialogProps {
  /** The box that is changed; none where a new one is made. */
  readonly box?: ExtraBox
  readonly send: Command
  readonly onClose: () => void
}

const longest = 40 // characters of a name

/** Makes an extra box or words one anew. */
export function BoxDialog({ box, send, onClose }: BoxDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<Answers>()
  const kind = Form.useWatch('kind', form) ?? box?.kind ?? 'text'
  const needed = { required: true, whitespace: true, message: t('start.required') }
  return (
    <FormDialog<Answers>
      form={form}
      width={720}
      title={t(box ? 'extra.editBox' : 'extra.addBox')}
      okText={t('common.save')}
      initial={box ?? { label: '', kind: 'text', options: [{ label: '' }, { label: '' }] }}
      onClose={onClose}
      onSend={async ({ kind: asked, options = [], ...label }, requestId) => {
        const outcome = await send('extraBoxes.put', {
          requestId,
          id: box?.id ?? null,
          kind: asked,
          ...wording(label),
          options:
            asked === 'choice'
              ? options.map(option => ({
                  ...wording(option),
                  code: option.code ?? '',
                  retired: option.retired ?? false,
                }))
              : [],
        })
        if (outcome.ok) void message.success(t('extra.boxSaved'))
        return outcome
      }}
    >
      <Form.Item name="label" label={t('extra.label')} rules={[needed]}>
        <Input autoComplete="off" maxLength={longest} />
      </Form.Item>
      <div className="pair">
        <Form.Item name="zhTW" label={t('extra.labelTW')}>
          <Input autoComplete="off" maxLength={longest} />
        </Form.Item>
        <Form.Item name="en" label={t('extra.labelEn')}>
          <Input autoComplete="off" maxLength={longest} />
        </Form.Item>
      </div>
      <Form.Item name="kind" label={t('extra.kind')} extra={t('extra.kindStays')}>
        <Radio.Group
          disabled={box !== undefined}
          options={extraKinds.map(value => ({ value, label: t(`extra.kind-${value}`) }))}
        />
      </Form.Item>
      {kind === 'choice' && <OptionRows known={box?.options.length ?? 0} />}
    </FormDialog>
  )
}

/** Options in their order; those that were given once can only be retired. */
function OptionRows({ known }: { known: number }) {
  const { t } = useTranslation()
  return (
    <fieldset className="option-rows">
      <legend>{t('extra.options')}</legend>
      <Form.List name="options">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => {
              const number = name + 1
              return (
                <div key={key} className="option-row">
                  <Form.Item
                    name={[name, 'label']}
                    rules={[{ required: true, whitespace: true, message: t('start.required') }]}
                  >
                    <Input
                      autoComplete="off"
                      maxLength={longest}
                      aria-label={t('extra.option', { number })}
                      placeholder={t('extra.option', { number })}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'zhTW']}>
                    <Input
                      autoComplete="off"
                      maxLength={longest}
                      aria-label={t('extra.optionTW', { number })}
                      placeholder={t('extra.optionTW', { number })}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'en']}>
                    <Input
                      autoComplete="off"
                      maxLength={longest}
                      aria-label={t('extra.optionEn', { number })}
                      placeholder={t('extra.optionEn', { number })}
                    />
                  </Form.Item>
                  {name < known ? (
                    <Form.Item name={[name, 'retired']} valuePropName="checked">
                      <Checkbox>{t('extra.retireOption')}</Checkbox>
                    </Form.Item>
                  ) : (
                    <Button aria-label={t('extra.dropOption', { number })} onClick={() => remove(name)}>
                      ×
                    </Button>
                  )}
                </div>
              )
            })}
            <Button onClick={() => add({ label: '' })}>{t('extra.addOption')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function wording({ label, zhTW, en }: Wording): { label: string; zhTW: string | null; en: string | null } {
  return { label: label.trim(), zhTW: zhTW?.trim() || null, en: en?.trim() || null }
}
