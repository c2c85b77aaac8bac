import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type ListColumn, type ListColumns, listLabel } from '../../../shared/catalogue/list-columns.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Condition } from '../../../shared/contract/list-shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { useCall } from '../../transport/use-call.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useToday } from '../../ui/use-today.ts'
import { boundText, type Choice, choicesOf, parseBound, type Test, tagChoices, testsOf } from './conditions.ts'

interface Answers {
  readonly column: string
  readonly is: Test
  readonly text?: string
  readonly codes?: string[]
  readonly from?: string
  readonly to?: string
}

interface FilterDialogProps {
  readonly columns: ListColumns
  /** The column that was asked from, or the filter that is changed. */
  readonly asked: { readonly column: string } | Condition
  /** Whether the column is settled, so that only the rest is asked. */
  readonly isFixed: boolean
  readonly onApply: (condition: Condition) => void
  readonly onClose: () => void
}

/** Asks for one filter: which column, which test, and what it is tested against. */
export function FilterDialog(props: FilterDialogProps) {
  const used = useCall('tags.list', {})
  // Opened with everything in it, so that the cursor finds its box; without the tags the other filters still work.
  return used.isPending ? null : <FilterForm {...props} tags={used.data?.tags ?? []} />
}

type UsedTags = Output<'tags.list'>['tags']

function FilterForm({ columns, asked, isFixed, onApply, onClose, tags }: FilterDialogProps & { tags: UsedTags }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const today = useToday()
  const [form] = Form.useForm<Answers>()
  const chosen = Form.useWatch('column', form) ?? asked.column
  const column = columns.at(chosen)
  const tests = column ? testsOf(column) : []
  const wanted = Form.useWatch('is', form)
  const test = wanted && tests.includes(wanted) ? wanted : tests[0]
  const choices = column ? (column.kind === 'tags' ? tagChoices(tags, asked, t) : choicesOf(column, language, t)) : []
  const apply = (answers: Answers) => {
    const condition = column && test && conditionOf(column, test, answers, today)
    if (condition) onApply(condition)
    return Promise.resolve({ ok: true as const, value: undefined })
  }
  return (
    <FormDialog<Answers>
      title={isFixed && column ? t('grid.filterOn', { name: listLabel(column, language) }) : t('grid.filterTitle')}
      okText={t('grid.apply')}
      width={460}
      form={form}
      initial={initialAnswers(asked, columns.at(asked.column), language)}
      firstBox={isFixed ? '.filter-operand input' : 'input'}
      onSend={apply}
      onClose={onClose}
    >
      <Form.Item name="column" label={t('grid.column')} hidden={isFixed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={columns.all.map(one => ({ value: one.key, label: listLabel(one, language) }))}
          onChange={key => {
            const next = columns.at(String(key))
            if (next) form.setFieldsValue({ is: testsOf(next)[0] ?? 'filled', text: '', codes: [], from: '', to: '' })
          }}
        />
      </Form.Item>
      <Form.Item name="is" label={t('grid.test')}>
        <Select options={tests.map(value => ({ value, label: t(`grid.test-${value}`) }))} />
      </Form.Item>
      <div className="filter-operand">
        {column && test && <Operand column={column} test={test} today={today} choices={choices} />}
      </div>
    </FormDialog>
  )
}

interface OperandProps {
  readonly column: ListColumn
  readonly test: Test
  readonly today: string
  readonly choices: readonly Choice[]
}

function Operand({ column, test, today, choices }: OperandProps) {
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
        <Checkbox.Group className="columns" options={[...choices]} />
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

function initialAnswers(
  asked: FilterDialogProps['asked'],
  column: ListColumn | undefined,
  language: Language,
): Partial<Answers> {
  if (!column) return {}
  if (!('is' in asked)) return { column: asked.column, is: testsOf(column)[0] ?? 'filled' }
  if (asked.is !== 'between') return asked
  const text = (bound: string | number | null) => boundText(column, bound, language)
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
