import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { type ImportNaming, importingTexts, joinSentences, problemSentence } from '../../../../shared/text/importing.ts'
import { openReadOnly } from '../../database/open.ts'
import type { PlainColumn, PlainTable } from '../../reports/plain-table.ts'
import { extraBoxesInUse } from '../../repositories/extra-boxes.ts'
import { stagedCheck, type StagedRow, stagedRows } from '../../repositories/import-staging.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, today } from '../context.ts'
import { deliverTable } from '../deliver-report.ts'
import { deliverWorkbook } from '../deliver-workbook.ts'
import { fileName } from '../file-name.ts'

const widest = 30
const reasonWidth = 60

/**
 * The rows of a check that are not imported, or not with all of their cells, as they stood on the sheet, with what is wrong with each:
 * to be corrected and imported again.
 * @throws CallFailure `check-gone`, `report-empty` where every row is imported as it stands, `cancelled`, `busy`, `disk-full`
 */
export function deliverErrorSheet(
  context: Context,
  { requestId, check, language }: Checked<'imports.errorSheet'>,
): Promise<Output<'imports.errorSheet'>> {
  const texts = importingTexts(language)
  const extras = extraBoxesInUse(context.db)
  const staging = openReadOnly(context.imports.find(check))
  try {
    const { actorId, tables, fileName: from } = stagedCheck(staging)
    if (actorId !== context.actor.id) throw new CallFailure('check-gone')
    const sheets = tables.flatMap(({ sheet, kind, heads }, index): PlainTable[] => {
      const wrong = [...stagedRows(staging, index, { states: ['duplicate', 'error'], orLeftOut: true })]
      if (wrong.length === 0) return []
      const rows = wrong.map(row => [
        ...heads.map((_, column) => row.cells[column] ?? ''),
        reasons(row, { language, extras, kind }),
      ])
      const columns = [...heads.map((head, column) => textColumn(head, rows, column)), reasonColumn(texts.why)]
      return [{ title: texts.errorFile, ...(sheet === '' ? {} : { sheet }), columns, rows }]
    })
    const [first, ...further] = sheets
    if (!first) throw new CallFailure('report-empty')
    return deliverTable(
      context,
      { requestId, language },
      {
        ...first,
        further,
        event: { action: 'import.errorSheet', object: 'import:check' },
        title: [texts.errorFile, from.replace(/\.\w+$/, '')],
      },
    )
  } finally {
    staging.close()
  }
}

function reasons({ firstRow, problems, leftOut }: StagedRow, naming: ImportNaming): string {
  const { language, kind } = naming
  if (firstRow !== null) return importingTexts(language)[`repeats-${kind}`].replace('{{row}}', String(firstRow))
  return joinSentences(
    [...problems, ...leftOut].map(problem => problemSentence(problem, naming)),
    language,
  )
}

function textColumn(head: string, rows: readonly (readonly string[])[], index: number): PlainColumn {
  const longest = rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, 2 * (row[index]?.length ?? 0)), 2 * head.length)
  return { head, format: 'text', width: Math.min(widest, longest + 2) }
}

function reasonColumn(head: string): PlainColumn {
  return { head, format: 'text', width: reasonWidth, isRed: true }
}

/** An empty sheet with our heads, to be filled in and imported. Throws CallFailure `disk-full`, `target-not-writable`. */
export function deliverTemplate(
  context: Context,
  { requestId, language }: Checked<'imports.template'>,
): Promise<Output<'imports.template'>> {
  const { company, actor } = context
  const about = { company, creator: actor.name, created: today(context) }
  const name = fileName([importingTexts(language).templateFile], 'xlsx')
  return deliverWorkbook(context, requestId.toLowerCase(), name, { kind: 'template', about, language })
}
