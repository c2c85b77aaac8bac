import { boxAt } from '../catalogue/derive/paths.ts'
import type { Path, Value } from '../catalogue/field.ts'

/** What becomes of a row of an imported sheet (rules 16): 新增, 更新, 相同, 重复, 错误. */
export const importStates = ['new', 'updated', 'same', 'duplicate', 'error'] as const
export type ImportState = (typeof importStates)[number]

/** Which rows of a check are shown: those of one state, or those that are taken with something to look at or without some cells. */
export const importViews = [...importStates, 'noted'] as const
export type ImportView = (typeof importViews)[number]

/** What the rows of a sheet are about: customers, or people or products of customers whom each row names. */
export const tableKinds = ['customers', 'people', 'products'] as const
export type TableKind = (typeof tableKinds)[number]

/** How many rows there are of each. */
export type ImportCounts = Readonly<Record<ImportState, number>>

/** Why a row is not imported, beside what is wrong in a cell. */
export const importRowProblems = [
  'name-missing',
  'shares-over-100',
  'number-unknown', // 客户编号 is given by the program, so one that nobody has is a mistake
  'keys-disagree', // number, card number and name belong to different customers
  'name-shared', // several customers have this name
  'not-unique',
  'archived',
  'frozen',
  'not-accepted',
  'needs-change-request',
  'purpose-missing',
  'consent-missing',
  'looks-like', // certainly the same as a customer whom the row does not name
  'customer-missing', // a person or product without a customer
  'customer-unknown',
  'customer-left-out', // the customer stands on another sheet of the file, in a row that is not imported
  'person-missing',
  'person-shared', // the customer has several people of this name
  'role-unknown',
  'product-missing',
  'product-shared',
  'too-many-rows', // no file holds more people below a row head, or more product lines
  'name-differs', // a note: the customer of this number is called otherwise
  'merged-card', // a note: the row calls its customer as a card was called that was merged into it
  'alike-customer', // notes: probably a customer of the database, or of another row, once more (rules 8)
  'alike-row',
] as const

/** What decides which customer a row means: one key alone, or all of them in their order. */
export const importKeys = ['auto', 'customerNo', 'cardNo', 'businessRegNo', 'name'] as const
export type ImportKey = (typeof importKeys)[number]

/** For how many days an import can be taken back. */
export const undoDays = 30

/** The box by which a row can name its customer, though no import fills it in. */
export const numberPath = 'customer.customerNo'

/** What a row of people or products can name its customer by. */
export const identityPaths: readonly Path[] = [numberPath, 'customer.cardNo', 'customer.businessRegNo', 'customer.name']

/** The column of a sheet of people that says what each of them is. */
export const rolePath = 'people.role'

/**
 * Whether a column of a sheet of people or products can fill a box: the customer, the role, a box of the first row of its list, which
 * stands for the row that the person or product gets.
 */
export function isPartTarget(kind: Exclude<TableKind, 'customers'>, path: Path): boolean {
  if (identityPaths.includes(path)) return true
  const box = boxAt(path)
  if (kind === 'products') return box?.record === 'productLines' && box.position === 1
  return path === rolePath || (box?.record === 'people' && box.position === 1)
}

/** What two columns of one sheet can not both fill: of a sheet of people each box once, whatever the role. */
export function slotOf(kind: TableKind, path: Path): string {
  const box = boxAt(path)
  return kind === 'people' && box?.record === 'people' ? `people ${box.field.key}` : path
}

/** Whether an import may fill in a box: never what the program or the approval chain sets, and no limit (rules 16). */
export function isImportable(path: Path): boolean {
  const box = boxAt(path)
  return box !== undefined && !box.field.setBy && box.record !== 'approvals' && path !== 'credit.requestedLimit'
}

/** One box that an import fills in: what it says before and after. */
export interface ImportChange {
  readonly path: Path
  readonly from: Value
  readonly to: Value
}
