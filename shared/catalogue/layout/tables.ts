import { label } from '../../text/language.ts'
import { approvalFields, approvalPosts } from '../approvals.ts'
import { approvalPath, personPath, personSubject, productLinePath } from '../derive/paths.ts'
import { personCount, productLineCount } from '../derive/rows.ts'
import { personFields, personRoles } from '../people.ts'
import { productLineFields } from '../product-lines.ts'
import { blank, box, cells, heading, side } from './cells.ts'
import type { Block, Cell, DrawOptions } from './layout.ts'

/** Widths of the people table in the order of personFields; 住宅电话 stands on KH002 and has none here. */
const peopleSpans: Readonly<Record<string, number>> = {
  name: 4,
  sex: 4,
  birth: 4,
  ethnicity: 4,
  position: 4,
  married: 4,
  phone: 6,
  homeAddress: 7,
  quality: 5,
}
const people = label('人员', '人員', 'People')
const columnsOfPeople = personFields.filter(field => peopleSpans[field.key] !== undefined)

/** 人员: four row heads by nine columns; a row head with more people gets more rows. */
export const peopleTable: Block = {
  id: 'people',
  areas: ({ values, people: atLeast }) => {
    const rows = personRoles.flatMap(role => {
      const count = Math.max(personCount(values, role.code), atLeast?.[role.code] ?? 1)
      return Array.from({ length: count }, (_, index): Cell[] => [
        ...(index === 0
          ? [{ ...heading(role.label, 4, count), personRole: role.code, subject: personSubject(role.code, 1) }]
          : []),
        ...columnsOfPeople.map(field => box(personPath(role.code, index + 1, field.key), peopleSpans[field.key] ?? 0)),
      ])
    })
    const heads = [
      side(people, 2, rows.length + 1),
      blank(4),
      ...columnsOfPeople.map(field => heading(field.label, peopleSpans[field.key] ?? 0)),
    ]
    return [{ column: 0, rows: [heads, ...rows] }]
  },
}

const productSpans: Readonly<Record<string, number>> = { line: 13, brandCompany: 19, monthlySales: 10, sharePct: 6 }

function productRows(options: DrawOptions): Cell[][] {
  const fields = productLineFields.filter(field => productSpans[field.key] !== undefined)
  const heads = fields.map(field => heading(field.label, productSpans[field.key] ?? 0))
  const rows = Array.from({ length: productLineCount(options.values, options.spareRows) }, (_, index) =>
    fields.map(field => {
      // 本公司 is not on the paper: it shares the cell of the brand, on the screen only.
      const keys = field.key === 'brandCompany' ? ['brandCompany', 'isOurs'] : [field.key]
      return box(
        keys.map(key => productLinePath(index + 1, key)),
        productSpans[field.key] ?? 0,
      )
    }),
  )
  return [heads, ...rows]
}

/** 经营品种 · 品牌(公司) · 月销售额 · 所占比重: six rows on the paper, more where they are used. */
export const productTable: Block = { id: 'products', areas: options => [{ column: 0, rows: productRows(options) }] }

/** The same table below KH001, where it is opened from the one-line box. */
export const productTableOnDemand: Block = {
  id: 'products',
  areas: options => (options.withProductTable ? [{ column: 0, rows: productRows(options) }] : []),
}

/** 核准人: four posts by 签名 and 日期. */
export const approverTable: Block = cells('approvers', [
  [heading(label('核准人', '核准人', 'Approvers'), 8), ...approvalPosts.map(post => heading(post.label, 10))],
  ...approvalFields.map(field => [
    heading(field.label, 8),
    ...approvalPosts.map(post =>
      box(approvalPath(post.code, field.key), 10, { lines: field.key === 'signature' ? 2 : 1 }),
    ),
  ]),
])
