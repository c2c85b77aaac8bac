import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type ListColumn, listColumn, listColumns, listLabel, mayList } from '../../../shared/catalogue/list-columns.ts'
import type { Condition } from '../../../shared/contract/list-shapes.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import type { Language } from '../../../shared/text/language.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useToday } from '../../ui/use-today.ts'
import { boundText, choicesOf, parseBound, type Test, testsOf } from './conditions.ts'

interface Answers {
  readonly column: string
  readonly is: Test
  readonly text?: string
  readonly codes?: string[]
  readonly from?: string
  readonly to?: string
}

interface FilterDialogProps {
  readonly rights: readonly Right[]
  /** The column that was asked from, or the filter that is changed. */
  readonly asked: { readonly column: string } | Condition
  /** Whether the column is settled, so that only the rest is asked. */
  readonly isFixed: boolean
  readonly onApply: (condition: Condition) => void
  readonly onClose: () => void
}

/** Asks for one filter: which column, which test, and what it is tested against. */
export function FilterDialog({ rights, asked, isFixed, onApply, onClose }: FilterDialogProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const today = useToday()
  const [form] = Form.useForm<Answers>()
  const chosen = Form.useWatch('column', form) ?? asked.column
  const column = listColumn(chosen)
  const tests = column ? testsOf(column) : []
  const wanted = Form.useWatch('is', form)
  const test = wanted && tests.includes(wanted) ? wanted : tests[0]
  const apply = (answers: Answers) => {
    const condition = column && test && conditionOf(column, test, answers, today)
    if (condition) onApply(condition)
    return Promise.resolve({ ok: true as const, value: undefined })
  }
  return (
    <FormDialog<Answers>
      title={isFixed ? t('grid.filterOn', { name: listLabel(asked.column, language) }) : t('grid.filterTitle')}
      okText={t('grid.apply')}
      width={460}
      form={form}
      initial={initialAnswers(asked, language)}
      firstBox={isFixed ? '.filter-operand input' : 'input'}
      onSend={apply}
      onClose={onClose}
    >
      <Form.Item name="column" label={t('grid.column')} hidden={isFixed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={listColumns
            .filter(({ key }) => mayList(key, rights))
            .map(({ key }) => ({ value: key, label: listLabel(key, language) }))}
          onChange={key => {
            const next = listColumn(String(key))
            if (next) form.setFieldsValue({ is: testsOf(next)[0] ?? 'filled', text: '', codes: [], from: '', to: '' })
          }}
        />
      </Form.Item>
      <Form.Item name="is" label={t('grid.test')}>
        <Select options={tests.map(value => ({ value, label: t(`grid.test-${value}`) }))} />
      </Form.Item>
      <div className="filter-operand">{column && test && <Operand column={column} test={test} today={today} />}</div>
    </FormDialog>
  )
}

function Operand({ column, test, today }: { column: ListColumn; test: Test; today: string }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const missing = { required: true, message: t('grid.missing') }
  if (test === 'contains' || test === 'begins')
    return (
      <Form.Item name="text" label={t('grid.text')} rules={[{ ...missing, whitespace: true }]}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
    )
  if (test === 'anyOf')
    return (
      <Form.Item name="codes" label={t('grid.codes')} rules={[{ ...missing, type: 'array' }]}>
        <Checkbox.Group className="columns" options={choicesOf(column, language, t)} />
      </Form.Item>
    )
  if (test !== 'between') return null
  const readable = {
    validator: async (_: unknown, text?: string) => {
      const parsed = parseBound(column, text ?? '', today)
      if (!parsed.ok) throw new Error(t(`problems.${parsed.problem}`))
    },
  }
  const unit = column.field?.unit?.[language]
  const oneEnd = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: async () => {
      if (!getFieldValue('from') && !getFieldValue('to')) throw new Error(t('grid.missing'))
    },
  })
  return (
    <div className="filter-range">
      <Form.Item name="from" label={t('grid.from')} rules={[readable, oneEnd]} dependencies={['to']}>
        <Input autoComplete="off" suffix={unit} />
      </Form.Item>
      <Form.Item name="to" label={t('grid.to')} rules={[readable]}>
        <Input autoComplete="off" suffix={unit} />
      </Form.Item>
    </div>
  )
}

function initialAnswers(asked: FilterDialogProps['asked'], language: Language): Partial<Answers> {
  const column = listColumn(asked.column)
  if (!('is' in asked)) return { column: asked.column, ...(column && { is: testsOf(column)[0] ?? 'filled' }) }
  if (asked.is !== 'between') return asked
  const text = (bound: string | number | null) => boundText(column?.field, bound, language)
  return { column: asked.column, is: asked.is, from: text(asked.from), to: text(asked.to) }
}

function conditionOf(column: ListColumn, is: Test, answers: Answers, today: string): Condition | undefined {
  const { key } = column
  switch (is) {
    case 'empty':
    case 'filled':
      return { column: key, is }
    case 'contains':
    case 'begins':
      return answers.text ? { column: key, is, text: answers.text } : undefined
    case 'anyOf':
      return answers.codes ? { column: key, is, codes: answers.codes } : undefined
    case 'between': {
      const from = parseBound(column, answers.from ?? '', today)
      const to = parseBound(column, answers.to ?? '', today)
      return from.ok && to.ok ? { column: key, is, from: from.value, to: to.value } : undefined
    }
  }
}
