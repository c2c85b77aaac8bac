import { approvalPosts } from '../approvals.ts'
import type { Field, Path } from '../field.ts'
import { personRoles } from '../people.ts'
import { type RecordName, records } from '../records.ts'

/** Rows that one file may hold below one row head or in the product table. */
export const maxRows = 50

/** A box found by its path. `row` is the row head (people, approvals) and `position` counts from 1 (people, product lines). */
export interface Box {
  readonly path: Path
  readonly record: RecordName
  readonly field: Field
  readonly row?: string
  readonly position?: number
}

/** The row of a person, as personal data names them. */
export const personSubject = (role: string, position: number): string => `people.${role}.${position}`
export const personPath = (role: string, position: number, key: string): Path => `people.${role}.${position}.${key}`
export const productLinePath = (position: number, key: string): Path => `productLines.${position}.${key}`
export const approvalPath = (post: string, key: string): Path => `approvals.${post}.${key}`

const byKey = (record: RecordName): ReadonlyMap<string, Field> =>
  new Map(records[record].map(field => [field.key, field]))
const fieldsByKey: Readonly<Record<RecordName, ReadonlyMap<string, Field>>> = {
  customer: byKey('customer'),
  credit: byKey('credit'),
  people: byKey('people'),
  productLines: byKey('productLines'),
  approvals: byKey('approvals'),
}

const roles = new Set<string>(personRoles.map(role => role.code))
const posts = new Set<string>(approvalPosts.map(post => post.code))
const known = new Map<Path, Box | undefined>()

/** Finds the box of a path, or nothing where the path names no box of the forms. */
export function boxAt(path: Path): Box | undefined {
  if (known.has(path)) return known.get(path)
  const box = parse(path)
  if (box) known.set(path, box) // only real boxes are remembered: strange paths must not fill the memory
  return box
}

function parse(path: Path): Box | undefined {
  const [record, ...rest] = path.split('.')
  switch (record) {
    case 'customer':
    case 'credit':
      return found(path, record, rest.join('.'))
    case 'people': {
      const [row, place, key] = rest
      const position = rowNumber(place)
      if (rest.length !== 3 || !row || !roles.has(row) || !position || !key) return undefined
      return found(path, record, key, { row, position })
    }
    case 'productLines': {
      const [place, key] = rest
      const position = rowNumber(place)
      return rest.length === 2 && position && key ? found(path, record, key, { position }) : undefined
    }
    case 'approvals': {
      const [row, key] = rest
      return rest.length === 2 && row && posts.has(row) && key ? found(path, record, key, { row }) : undefined
    }
    default:
      return undefined
  }
}

function found(
  path: Path,
  record: RecordName,
  key: string,
  place: Pick<Box, 'row' | 'position'> = {},
): Box | undefined {
  const field = fieldsByKey[record].get(key)
  return field && { path, record, field, ...place }
}

function rowNumber(text: string | undefined): number | undefined {
  if (!text || !/^[1-9]\d?$/.test(text)) return undefined
  const number = Number(text)
  return number <= maxRows ? number : undefined
}
