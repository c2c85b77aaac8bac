import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { cellText } from './cell-text.ts'
import { usualUnit } from './cell-numbers.ts'
import { amountUnitIn } from './head-key.ts'
import type { CellContext } from './reading.ts'
import type { Cell } from './table.ts'

/** What the cells of a column have in common: the unit of its amounts that its head names or most of its cells, and whether its shares are of one. */
export type ColumnTraits = Pick<CellContext, 'unit' | 'usual' | 'isRatio'>

/** The traits of a column that fills a box, from its head, the titles above the table (单位：万元) and its first cells. */
export function columnTraits(
  path: Path,
  head: string,
  titles: readonly string[],
  cells: readonly Cell[],
): ColumnTraits {
  const kind = boxAt(path)?.field.kind
  if (kind === 'percent') return isRatioColumn(cells) ? { isRatio: true } : {}
  if (kind !== 'money') return {}
  const unit = [head, ...titles].map(amountUnitIn).find(said => said !== undefined)
  if (unit !== undefined) return { unit }
  const usual = usualUnit(cells.map(cellText))
  return usual ? { usual } : {}
}

/** Shares of one: no number above 1, and one at least that is not whole. */
function isRatioColumn(cells: readonly Cell[]): boolean {
  const shares = cells.map(cell => Number(cellText(cell))).filter(share => share > 0)
  return shares.length > 0 && shares.every(share => share <= 1) && shares.some(share => share < 1)
}
