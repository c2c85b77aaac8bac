import { boxAt, personPath, productLinePath } from '../../../shared/catalogue/derive/paths.ts'
import { mayWrite } from '../../../shared/catalogue/derive/sections.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { personFields, personRoles } from '../../../shared/catalogue/people.ts'
import { printedProductLines, productLineFields } from '../../../shared/catalogue/product-lines.ts'
import { registerColumns } from '../../../shared/catalogue/register.ts'
import { extraPath } from '../../../shared/domain/extra-box.ts'
import {
  identityPaths,
  isImportable,
  isPartTarget,
  numberPath,
  rolePath,
  type TableKind,
} from '../../../shared/domain/imports.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import type { ImportWords } from './use-import-words.ts'

const secondPeople = personRoles.flatMap(({ code }) => personFields.map(({ key }) => personPath(code, 2, key)))
const productRows = Array.from({ length: printedProductLines }, (_, index) =>
  productLineFields.map(({ key }) => productLinePath(index + 1, key)),
).flat()

interface Sheet {
  readonly kind: TableKind
  /** The boxes that its columns were found to mean. */
  readonly found: readonly (Path | null)[]
}

/** A box that a column can fill, as a list offers it. */
export interface OfferedBox {
  readonly value: Path
  readonly label: string
}

/** The boxes that this person can fill from a sheet, those that were found among them, in the paper's order; the company's own stand behind. */
export function boxesToFill(rights: readonly Right[], { kind, found }: Sheet, words: ImportWords): OfferedBox[] {
  const extra = found.flatMap(path => path ?? [])
  if (kind !== 'customers') return partBoxes(rights, kind, extra, words)
  const usual = [...registerColumns, ...productRows, ...secondPeople]
  const fillable = [...new Set([...usual, ...extra])].filter(path => isImportable(path) && mayWrite(path, rights))
  const own = words.extras.map(({ id }) => extraPath(id)).filter(path => mayWrite(path, rights))
  return [numberPath, ...fillable, ...own].map(path => ({ value: path, label: words.label(path) }))
}

/** Whom a row belongs to, and the boxes of the one person or product that it is about. */
function partBoxes(
  rights: readonly Right[],
  kind: Exclude<TableKind, 'customers'>,
  found: readonly Path[],
  words: ImportWords,
): OfferedBox[] {
  const own =
    kind === 'people'
      ? personFields.map(({ key }) => personPath('principal', 1, key))
      : productLineFields.map(({ key }) => productLinePath(1, key))
  const boxes = [...new Set([...own, ...found])].filter(
    path => isPartTarget(kind, path) && boxAt(path)?.position === 1 && mayWrite(path, rights),
  )
  const label = (path: Path) => {
    const box = boxAt(path)
    const isPlain = box?.position === 1 && (box.row === undefined || box.row === 'principal')
    return isPlain ? box.field.label[words.language] : words.label(path)
  }
  return [...identityPaths, ...(kind === 'people' ? [rolePath] : []), ...boxes].map(path => ({
    value: path,
    label: label(path),
  }))
}
