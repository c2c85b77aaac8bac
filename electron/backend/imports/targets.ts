import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Field, Path } from '../../../shared/catalogue/field.ts'
import { type ExtraBox, extraField, extraLabel, extraPath } from '../../../shared/domain/extra-box.ts'
import { languages } from '../../../shared/text/language.ts'
import { readExtraCell } from './cell-extra.ts'
import { readCell } from './cell-values.ts'
import { wholeHeadKey } from './head-key.ts'
import type { CellContext, CellReading } from './reading.ts'
import type { Cell } from './table.ts'

/** The boxes that a column can fill: those of the forms, and those that the company added. */
export interface Targets {
  readonly fieldAt: (path: Path) => Field | undefined
  /** How the cells of a column are read for a box; nothing for a path that names none. */
  readonly readerOf: (path: Path) => ((cell: Cell, context: CellContext) => CellReading) | undefined
  /** The boxes of the company that bear the head as their name. */
  readonly extrasCalled: (head: string) => readonly Path[]
}

/** The boxes of the forms with these boxes of a company. */
export function targetsWith(extras: readonly ExtraBox[]): Targets {
  const boxes = new Map(extras.map(box => [extraPath(box.id), { box, field: extraField(box) }]))
  const called = new Map<string, Path[]>()
  for (const box of extras)
    for (const key of new Set(languages.map(language => wholeHeadKey(extraLabel(box, language)))))
      called.set(key, [...(called.get(key) ?? []), extraPath(box.id)])
  return {
    fieldAt: path => boxAt(path)?.field ?? boxes.get(path)?.field,
    readerOf(path) {
      const field = boxAt(path)?.field
      if (field) return (cell, context) => readCell(field, cell, context)
      const extra = boxes.get(path)
      return extra && ((cell, context) => readExtraCell(extra.box, extra.field, cell, context))
    },
    extrasCalled: head => (boxes.size === 0 ? [] : (called.get(wholeHeadKey(head)) ?? [])),
  }
}
