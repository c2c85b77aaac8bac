import { label } from '../text/language.ts'
import type { Field } from './field.ts'
import { unit } from './units.ts'

/** Rows that the paper rules for the product table; a file may hold more. */
export const printedProductLines = 6

/** Columns of the product table, KH002 53 to 56, printed on KH001 28 as one line. A typed share counts only where sales are unknown. */
export const productLineFields: readonly Field[] = [
  {
    key: 'line',
    kind: 'text',
    label: label('经营品种', '經營品種', 'Line'),
    boxes: ['KH001.28', 'KH002.13', 'KH002.53'],
    maxLength: 60,
  },
  {
    key: 'brandCompany',
    kind: 'text',
    label: label('品牌(公司)', '品牌(公司)', 'Brand (company)'),
    boxes: ['KH002.54'],
    maxLength: 100,
  },
  {
    key: 'monthlySales',
    kind: 'money',
    label: label('月销售额', '月銷售額', 'Monthly sales'),
    boxes: ['KH002.55'],
    unit: unit.yuan,
  },
  {
    key: 'sharePct',
    kind: 'percent',
    label: label('所占比重', '所佔比重', 'Share'),
    boxes: ['KH001.28', 'KH002.56'],
    unit: unit.percent,
  },
  { key: 'isOurs', kind: 'tick', label: label('本公司', '本公司', 'Ours'), boxes: [] },
]
