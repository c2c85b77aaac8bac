import { Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { type ListColumns, listLabel } from '../../../shared/catalogue/list-columns.ts'
import type { Layout } from '../../../shared/contract/list-shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { usualLayout } from './columns.ts'

const mostColumns = 40

interface ColumnsDialogProps {
  readonly columns: ListColumns
  readonly layout: Layout
  readonly onApply: (layout: Layout) => void
  readonly onClose: () => void
}

/** Asks which columns the list shows; those that stay keep their place and width, new ones come behind them. */
export function ColumnsDialog({ columns, layout, onApply, onClose }: ColumnsDialogProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const [form] = Form.useForm<{ keys: string[] }>()
  const apply = ({ keys }: { keys: string[] }) => {
    const kept = layout.filter(({ key }) => keys.includes(key))
    const added = keys.filter(key => !layout.some(column => column.key === key))
    onApply([...kept, ...added.map(key => ({ key, width: null }))])
    return Promise.resolve({ ok: true as const, value: undefined })
  }
  return (
    <FormDialog<{ keys: string[] }>
      title={t('grid.columnsTitle')}
      okText={t('grid.apply')}
      width={760}
      form={form}
      initial={{ keys: layout.map(({ key }) => key) }}
      onSend={apply}
      onClose={onClose}
    >
      <div className="tools">
        <button
          type="button"
          className="link"
          onClick={() => form.setFieldsValue({ keys: usualLayout.map(({ key }) => key) })}
        >
          {t('export.usualColumns')}
        </button>
        <span className="note-inline">{t('grid.columnsHint')}</span>
      </div>
      <Form.Item
        name="keys"
        rules={[
          { required: true, type: 'array', message: t('grid.missing') },
          { type: 'array', max: mostColumns, message: t('grid.tooManyColumns', { count: mostColumns }) },
        ]}
      >
        <Checkbox.Group
          className="columns"
          options={columns.all.map(column => ({ value: column.key, label: listLabel(column, language) }))}
        />
      </Form.Item>
    </FormDialog>
  )
}
