import { boxAt, maxRows, personPath, productLinePath } from '../../../../shared/catalogue/derive/paths.ts'
import { highestRow } from '../../../../shared/catalogue/derive/rows.ts'
import { isEmpty, textAt, valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import { isSameName } from '../../../../shared/domain/names.ts'

/** The row of a list that a person or product gets or has already. */
export interface Place {
  readonly pathOf: (key: string) => Path
  readonly isNew: boolean
}

/** Why it gets none. */
export type PlaceProblem = 'person-missing' | 'person-shared' | 'product-missing' | 'product-shared' | 'too-many-rows'

/**
 * The row of a person: the one of that name, below the row head that the role says or, where none is said, wherever it stands; else
 * the next one. Of several the telephone decides.
 */
export function placePerson(
  present: Values,
  said: Values,
  { role, otherwise }: { readonly role: string | undefined; readonly otherwise: string },
): Place | PlaceProblem {
  const name = textAt(said, 'name')
  if (name === '') return 'person-missing'
  const same = positionsOf(present, 'people').filter(
    place => (role === undefined || place.row === role) && isSameName(textAt(present, pathIn(place, 'name')), name),
  )
  const phone = textAt(said, 'phone')
  const hasPhone = (place: Position) => phone !== '' && textAt(present, pathIn(place, 'phone')) === phone
  const sure = same.length > 1 ? same.filter(hasPhone) : same
  if (same.length > 0) return sure.length === 1 && sure[0] ? placed(sure[0], false) : 'person-shared'
  const row = role ?? otherwise
  return next(present, { record: 'people', row }, new RegExp(`^people\\.${row}\\.(\\d+)\\.`))
}

/** The row of a product: that of the same line and brand, or where no brand is said of the line alone; a line without one gets it. */
export function placeProduct(present: Values, said: Values): Place | PlaceProblem {
  const [line, brand] = [textAt(said, 'line'), textAt(said, 'brandCompany')]
  if (line === '' && brand === '') return 'product-missing'
  const brandOf = (place: Position) => textAt(present, pathIn(place, 'brandCompany'))
  const sameLine = positionsOf(present, 'productLines').filter(place => {
    const known = textAt(present, pathIn(place, 'line'))
    return line === '' ? known === '' : isSameName(known, line)
  })
  const equal = sameLine.filter(place => brand !== '' && isSameName(brandOf(place), brand))
  const same = brand === '' ? sameLine : equal.length > 0 ? equal : sameLine.filter(place => brandOf(place) === '')
  if (same.length > 1) return 'product-shared'
  return same[0] ? placed(same[0], false) : next(present, { record: 'productLines', row: '' }, /^productLines\.(\d+)\./)
}

interface Position {
  readonly record: 'people' | 'productLines'
  readonly row: string
  readonly position: number
}

function next(present: Values, list: Omit<Position, 'position'>, pattern: RegExp): Place | PlaceProblem {
  const position = highestRow(present, pattern) + 1
  return position > maxRows ? 'too-many-rows' : placed({ ...list, position }, true)
}

const placed = (place: Position, isNew: boolean): Place => ({ pathOf: key => pathIn(place, key), isNew })

const pathIn = ({ record, row, position }: Position, key: string): Path =>
  record === 'people' ? personPath(row, position, key) : productLinePath(position, key)

/** The rows of a list that say something, each once. */
function positionsOf(present: Values, record: Position['record']): Position[] {
  const found = new Map<string, Position>()
  for (const path of Object.keys(present)) {
    const box = boxAt(path)
    if (box?.record !== record || !box.position || isEmpty(valueAt(present, path))) continue
    const row = box.row ?? ''
    found.set(`${row} ${box.position}`, { record, row, position: box.position })
  }
  return [...found.values()]
}
