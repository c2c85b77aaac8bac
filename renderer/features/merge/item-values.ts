import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import { displayValue, labelOf } from '../../../shared/catalogue/derive/display.ts'
import { isEmpty, valueAt } from '../../../shared/catalogue/derive/value.ts'
import type { ShownValues } from '../../../shared/catalogue/derive/masking.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { personRoles } from '../../../shared/catalogue/people.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Language } from '../../../shared/text/language.ts'

export type Preview = Output<'customers.mergePreview'>
export type Item = Preview['items'][number]

/** What one card says to an item, a line for each row of people or product lines; nothing where it says nothing. */
export function linesOf({ kind, paths }: Item, card: ShownValues, language: Language): string[] {
  if (kind === 'box') return [shown(paths, card, language)].filter(line => line !== '')
  const positionOf = (path: Path) => boxAt(path)?.position ?? 0
  return [...new Set(paths.map(positionOf))]
    .map(position =>
      shown(
        paths.filter(path => positionOf(path) === position),
        card,
        language,
      ),
    )
    .filter(line => line !== '')
}

function shown(paths: readonly Path[], { values, masked }: ShownValues, language: Language): string {
  return paths
    .flatMap(path => {
      const field = boxAt(path)?.field
      const value = valueAt(values, path)
      if (masked[path] !== undefined) return [masked[path]]
      if (!field || isEmpty(value)) return []
      const text = displayValue(field, value, language)
      return field.kind === 'tick' ? field.label[language] : field.unit ? `${text} ${field.unit[language]}` : text
    })
    .join(' · ')
}

/** What an item is called: the box, or the row head. */
export function itemLabel({ key, kind }: Item, language: Language): string {
  if (kind === 'box') return `${formOf(key)} ${labelOf(key, language)}`
  const role = personRoles.find(({ code }) => key === `people.${code}`)
  return role ? `KH001 ${role.label[language]}` : `KH002 ${productLinesLabel[language]}`
}

/** Boxes by their names, in one line. */
export function boxNames(paths: readonly Path[], language: Language): string {
  return paths.map(path => labelOf(path, language)).join(language === 'en' ? ', ' : '、')
}

const formOf = (path: Path) => (path.startsWith('credit.') ? 'KH002' : 'KH001')
const productLinesLabel: Readonly<Record<Language, string>> = {
  'zh-CN': '经营品种',
  'zh-TW': '經營品種',
  en: 'Product lines',
}

/** Whether both cards answer an item, each in its own way: then somebody has to look at it. */
export function isContradiction(item: Item, keep: ShownValues, drop: ShownValues): boolean {
  const knows = ({ values, masked }: ShownValues) =>
    item.paths.some(path => path in masked || !isEmpty(valueAt(values, path)))
  return !item.same && item.locked === null && knows(keep) && knows(drop)
}
