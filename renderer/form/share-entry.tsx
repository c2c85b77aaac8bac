import { computeShares } from '../../shared/domain/shares.ts'
import { formatQuantity } from '../../shared/domain/plain-number.ts'
import { labelOf } from '../../shared/catalogue/derive/display.ts'
import { productLinePath } from '../../shared/catalogue/derive/paths.ts'
import { productLines } from '../../shared/catalogue/derive/rows.ts'
import type { Field, Path } from '../../shared/catalogue/field.ts'
import { useCell, useDerived, useFile } from './file-context.ts'
import { TextEntry } from './text-entry.tsx'

/** 所占比重: worked out where the row's sales are known, typed where they are not. */
export function ShareEntry({ path, field, position }: { path: Path; field: Field; position: number }) {
  const { language } = useFile()
  const sales = useCell(productLinePath(position, 'monthlySales')).value
  const share = useDerived(values => computeShares(productLines(values))[position - 1] ?? -1)
  if (sales === null) return <TextEntry path={path} field={field} lines={1} />
  return (
    <output className="entry entry-number computed" aria-label={labelOf(path, language)}>
      {share < 0 ? '' : formatQuantity(share)}
    </output>
  )
}
