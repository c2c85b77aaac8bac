import type { Field } from '../../../shared/catalogue/field.ts'
import { type ExtraBox, type ExtraOption, parseExtraNumber } from '../../../shared/domain/extra-box.ts'
import { foldWidth } from '../../../shared/domain/width.ts'
import { isRuined } from './cell-text.ts'
import { readAnswer, readCell } from './cell-values.ts'
import { asReading, type CellContext, type CellReading, refuse } from './reading.ts'
import type { Cell } from './table.ts'

/** Reads a cell as an answer in a box that the company added (rules 21); `field` is the box as the forms describe theirs. It never throws. */
export function readExtraCell(box: ExtraBox, field: Field, cell: Cell, context: CellContext): CellReading {
  switch (box.kind) {
    case 'number':
      return readAnswer(field, cell, text => asReading(parseExtraNumber(text)))
    case 'choice':
      return readAnswer(field, cell, text => readOption(box.options, text))
    case 'text':
      // What such a box holds may be a number of a card or a permit, which a spreadsheet may have ruined.
      return isLostNumber(cell) ? refuse('ruined') : readCell(field, cell, context)
    case 'date':
      return readCell(field, cell, context)
  }
}

function isLostNumber(cell: Cell): boolean {
  if (typeof cell === 'string') return /^\d(?:\.\d+)?e\+\d{1,2}$/i.test(foldWidth(cell).trim())
  return cell !== null && typeof cell === 'object' && cell.kind === 'number' && isRuined(cell)
}

/** The option of a wording in any language; its code is of no use to people and may be the wording of another one. */
function readOption(options: readonly ExtraOption[], text: string): CellReading {
  const wanted = comparable(text)
  const option = options.find(({ label, zhTW, en }) =>
    [label, zhTW, en].some(said => said && comparable(said) === wanted),
  )
  return option ? { kind: 'value', value: option.code } : refuse('not-an-option')
}

const comparable = (text: string) => foldWidth(text).replace(/\s/g, '').toLowerCase()
