import type { Path, Values } from '../field.ts'
import { forms } from '../layout/forms.ts'
import type { FormName } from '../layout/layout.ts'
import { placeForm } from '../layout/place.ts'
import { weightOf } from '../weights.ts'
import { boxAt, productLinePath } from './paths.ts'
import { isEmpty } from './value.ts'

/** How much of a form is answered: whole percent of the weight of what is asked, and the empty boxes in the paper's order. */
export interface Completeness {
  readonly percent: number
  readonly missing: readonly Path[]
}

/**
 * Weighs the boxes that the paper expects an answer in (rules 21). Delicate boxes are never asked for (rules 11), nor are notes, the texts
 * of 其他 and what the approval chain fills; of the people only the first person in charge counts.
 */
export function completeness(values: Values, form: FormName): Completeness {
  const asked = askedPaths(form).filter(path => applies(path, values))
  const missing = asked.filter(path => !isAnswered(path, values))
  return { percent: Math.floor(((weigh(asked) - weigh(missing)) / weigh(asked)) * 100), missing }
}

function weigh(paths: readonly Path[]): number {
  return paths.reduce((sum, path) => sum + weightOf(path), 0)
}

/** Boxes with those that count most first; of one weight they stay in their order. */
export function heaviestFirst(paths: readonly Path[]): Path[] {
  return [...paths].sort((a, b) => weightOf(b) - weightOf(a))
}

const askedByForm = new Map<FormName, readonly Path[]>()

function askedPaths(form: FormName): readonly Path[] {
  let asked = askedByForm.get(form)
  if (!asked) {
    const cells = placeForm(forms[form], { values: {} }).cells.map(placed => placed.cell)
    const paths = cells.flatMap(cell => {
      if (cell.kind === 'head') return []
      return cell.computed ? [productLinePath(1, 'line')] : cell.paths.filter(isAsked)
    })
    asked = [...new Set(paths)]
    askedByForm.set(form, asked)
  }
  return asked
}

function isAsked(path: Path): boolean {
  const box = boxAt(path)
  if (!box || box.field.delicate || box.field.optional || box.field.otherOf || box.field.setBy) return false
  if (box.record === 'people') return box.row === 'principal' && box.position === 1
  if (box.record === 'productLines' || box.field.key === 'turnoverPeriod') return false
  return box.record !== 'approvals'
}

const property = /^credit\.shop\.(owned|rented)/

/** What the owned and the rented column ask applies where that column is ticked; the ticks themselves ask for one of the two. */
function applies(path: Path, values: Values): boolean {
  const column = property.exec(path)?.[1]
  if (!column || path === 'credit.shop.ownedProperty') return true
  return path !== 'credit.shop.rentedProperty' && values[`credit.shop.${column}Property`] === true
}

function isAnswered(path: Path, values: Values): boolean {
  if (path === 'credit.shop.ownedProperty')
    return values[path] === true || values['credit.shop.rentedProperty'] === true
  if (path === productLinePath(1, 'line'))
    return Object.keys(values).some(key => /^productLines\.\d+\.line$/.test(key) && !isEmpty(values[key]))
  return !isEmpty(values[path])
}

/** One figure for the customer list: both forms weighed equally. */
export function overallCompleteness(values: Values): number {
  return Math.floor((completeness(values, 'KH001').percent + completeness(values, 'KH002').percent) / 2)
}
