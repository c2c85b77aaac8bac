import { foldWidth } from '../../../shared/domain/width.ts'
import { cellText } from './cell-text.ts'
import type { TableHead } from './table-head.ts'
import type { Cell, Row } from './table.ts'

/** Why a row of a sheet is a record or not. */
export type RowKind = 'data' | 'blank' | 'total' | 'remark' | 'head'

const total =
  /^(?:本页|本表|全部|以上|本月|本年)?(?:[合总小共累]计|总数|[合总小共累計總]計|(?:grand|sub)?\s?total)(?:\(.*\))?:?[\d,.]*$/i
const counted = /^(?:共|总共|合计)\d+(?:户|家|条|页|个|行|笔|人|戶|條|頁|個|筆)$/
const remark =
  /^(?:备?注|附注|说明|備註|說明|制表|填表|审核|复核|审批|批准|经办|主管|财务|打印|制单|录入|单位负责人|note|remarks?|preparedby|checkedby|approvedby|printed)[^:]{0,8}:/i
const pageMark = /^(?:第\d+页|page\d+|[(—\-*]*以下空白)/i

/** What a row below the head is: a record, or a sum, a remark, a signature, the head of the next page, which are left out. */
export function rowKind(row: Row, head: TableHead): RowKind {
  const texts = row.cells.map(cellText)
  const said = texts.filter(text => text !== '')
  const [first = ''] = said
  if (said.length === 0 || isOnlyNumbered(texts, head)) return 'blank'
  if (isHeadAgain(texts, head)) return 'head'
  const word = foldWidth(first).replace(/\s/g, '')
  if (total.test(word) || counted.test(word) || isSum(row.cells, head)) return 'total'
  if (pageMark.test(word) || (remark.test(word) && said.length <= Math.max(4, head.columns.length / 2))) return 'remark'
  return said.length === 1 && head.columns.length >= 4 && (first.length > 40 || first.endsWith('。'))
    ? 'remark'
    : 'data'
}

/** Ruled lines that wait for customers have their running number already. */
function isOnlyNumbered(texts: readonly string[], { numbered }: TableHead): boolean {
  return texts.every((text, at) => text === '' || numbered.has(at + 1))
}

function isHeadAgain(texts: readonly string[], { lines, titles }: TableHead): boolean {
  const said = texts.filter(text => text !== '')
  if (said.every(text => titles.includes(text))) return true
  return lines.some(line => {
    const same = texts.filter((text, at) => text !== '' && text === line[at]).length
    return same >= 2 && same >= said.length * 0.6
  })
}

/** Sums without a word beside them: nothing but numbers, in a table that has columns for words. */
function isSum(cells: readonly Cell[], { columns }: TableHead): boolean {
  const said = cells.filter(cell => cell !== null)
  const isNumber = (cell: Cell) => cell !== null && typeof cell === 'object' && cell.kind === 'number'
  return columns.length >= 4 && said.length <= columns.length / 2 && said.every(isNumber)
}
