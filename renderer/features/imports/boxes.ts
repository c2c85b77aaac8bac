import { personPath, productLinePath } from '../../../shared/catalogue/derive/paths.ts'
import { mayWrite } from '../../../shared/catalogue/derive/sections.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { personFields, personRoles } from '../../../shared/catalogue/people.ts'
import { printedProductLines, productLineFields } from '../../../shared/catalogue/product-lines.ts'
import { registerColumns } from '../../../shared/catalogue/register.ts'
import { isImportable, numberPath } from '../../../shared/domain/imports.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { extraPath } from '../../../shared/domain/extra-box.ts'
import type { ImportWords } from './use-import-words.ts'

const secondPeople = personRoles.flatMap(({ code }) => personFields.map(({ key }) => personPath(code, 2, key)))
const productRows = Array.from({ length: printedProductLines }, (_, index) =>
  productLineFields.map(({ key }) => productLinePath(index + 1, key)),
).flat()

/** The boxes that this person can fill by an import, those of `found` columns among them, in the paper's order; the company's own stand behind. */
export function boxesToFill(
  rights: readonly Right[],
  found: readonly (Path | null)[],
  { extras, label }: ImportWords,
): { readonly value: Path; readonly label: string }[] {
  const usual = [...registerColumns, ...productRows, ...secondPeople]
  const all = [...new Set([...usual, ...found.flatMap(path => path ?? [])])]
  const fillable = all.filter(path => isImportable(path) && mayWrite(path, rights))
  const own = extras.map(({ id }) => extraPath(id)).filter(path => mayWrite(path, rights))
  return [numberPath, ...fillable, ...own].map(path => ({ value: path, label: label(path) }))
}
