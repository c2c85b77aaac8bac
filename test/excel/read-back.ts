import exceljs from 'exceljs'

/** One cell as a person sees it: a merged range counts once, at its upper left corner. */
export interface SeenCell {
  readonly address: string
  readonly row: number
  readonly column: number
  readonly value: exceljs.CellValue
  /** The value as text: dates as ISO days, blanks that do not break as plain ones, line ends as blanks. */
  readonly text: string
  readonly format: string
}

/** Opens a written workbook again, as a strange program would. */
export async function reopen(file: string): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(file)
  return workbook
}

/** The filled cells of a sheet from top left to bottom right. */
export function seenCells(sheet: exceljs.Worksheet | undefined): SeenCell[] {
  const seen: SeenCell[] = []
  sheet?.eachRow(row => {
    row.eachCell(cell => {
      if (cell.master !== cell || cell.value === null) return
      seen.push({
        address: cell.address,
        row: Number(cell.row),
        column: Number(cell.col),
        value: cell.value,
        text: textOf(cell.value),
        format: cell.numFmt,
      })
    })
  })
  return seen
}

function textOf(value: exceljs.CellValue): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ')
}
