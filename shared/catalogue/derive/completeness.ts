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
  const missing: Path[] = []
  let [asked, answered] = [0, 0]
  for (const { path, weight, applies } of askedBoxes(form)) {
    if (!applies(values)) continue
    asked += weight
    if (isAnswered(path, values)) answered += weight
    else missing.push(path)
  }
  return { percent: Math.floor((answered / asked) * 100), missing }
}

/** Boxes with those that count most first; of one weight they stay in their order. */
export function heaviestFirst(paths: readonly Path[]): Path[] {
  return [...paths].sort((a, b) => weightOf(b) - weightOf(a))
}

/** A box that the paper expects an answer in, of those customers to whom it applies (rules 21). */
interface AskedBox {
  readonly path: Path
  readonly weight: number
  readonly applies: (values: Values) => boolean
}

const askedByForm = new Map<FormName, readonly AskedBox[]>()

function askedBoxes(form: FormName): readonly AskedBox[] {
  let asked = askedByForm.get(form)
  if (!asked) {
    const cells = placeForm(forms[form], { values: {} }).cells.map(placed => placed.cell)
    const paths = cells.flatMap(cell => {
      if (cell.kind === 'head') return []
      return cell.computed ? [productLinePath(1, 'line')] : cell.paths.filter(isAsked)
    })
    const boxes = [...new Set(paths)].filter(path => path !== rentedPath)
    asked = boxes.map(path => ({ path, weight: weightOf(path), applies: appliesTo(path) }))
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

const [ownedPath, rentedPath] = ['credit.shop.ownedProperty', 'credit.shop.rentedProperty']
const property = /^credit\.shop\.(owned|rented)/

/** What only a customer who has traded with us can answer; the first answer says that it has. */
const ofTrade: readonly Path[] = ['customer.tradingSince', 'credit.accounts.paymentAttitude']

/** What the owned and the rented column ask applies where that column is ticked; the tick of the first stands for both ticks. */
function appliesTo(path: Path): AskedBox['applies'] {
  if (ofTrade.includes(path)) return values => ofTrade.some(asked => !isEmpty(values[asked]))
  const column = property.exec(path)?.[1]
  if (column === undefined || path === ownedPath) return () => true
  return values => values[`credit.shop.${column}Property`] === true
}

function isAnswered(path: Path, values: Values): boolean {
  if (path === ownedPath) return values[path] === true || values[rentedPath] === true
  if (path === productLinePath(1, 'line'))
    return Object.keys(values).some(key => /^productLines\.\d+\.line$/.test(key) && !isEmpty(values[key]))
  return !isEmpty(values[path])
}

/** One figure for the customer list: both forms weighed equally. */
export function overallCompleteness(values: Values): number {
  return Math.floor((completeness(values, 'KH001').percent + completeness(values, 'KH002').percent) / 2)
}
