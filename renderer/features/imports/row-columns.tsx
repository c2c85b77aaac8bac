import type { TFunction } from 'i18next'
import type { ImportRow } from '../../../shared/contract/import-calls.ts'
import { joined } from '../../ui/joined.ts'
import type { TableKind } from '../../../shared/domain/imports.ts'
import { joinSentences } from '../../../shared/text/importing.ts'
import type { GridColumn } from '../../ui/row-grid.tsx'
import type { ImportWords } from './use-import-words.ts'

/** The columns of a check: where the row stands, what becomes of it, whom it means, and why. */
export function rowColumns(t: TFunction, words: ImportWords, kind: TableKind): readonly GridColumn<ImportRow>[] {
  return [
    { key: 'import-row', head: t('importing.row'), text: ({ row }) => String(row) },
    {
      key: 'import-state',
      head: t('importing.state'),
      text: ({ state }) => t(`importing.state-${state}`),
      cell: ({ state }) => <span className={`import-${state}`}>{t(`importing.state-${state}`)}</span>,
    },
    {
      key: 'import-customer',
      head: t('importing.customer'),
      text: ({ name, customerNo }) => (customerNo === '' ? name : `${name} · KH-${customerNo}`),
    },
    { key: 'import-details', head: t('importing.details'), text: row => detailsOf(row, kind, t, words) },
  ]
}

/** What there is to say about a row in one line, and what to look at in it. */
export function detailsOf(row: ImportRow, kind: TableKind, t: TFunction, words: ImportWords): string {
  const notes = [...(row.state === 'new' || row.state === 'updated' ? row.notes : []), ...row.leftOut]
  const details = joinSentences(
    [becomesOf(row, kind, t, words), ...notes.map(note => words.sentence(note, kind))],
    words.language,
  )
  return row.part === '' ? details : t('importing.partOf', { part: row.part, details })
}

function becomesOf(row: ImportRow, kind: TableKind, t: TFunction, words: ImportWords): string {
  switch (row.state) {
    case 'new':
      return t('importing.boxes', { count: row.changes.length })
    case 'updated': {
      const boxes = row.changes.map(({ path }) => words.label(path, kind))
      return t('importing.changedBoxes', { count: boxes.length, boxes: joined(boxes, words.language) })
    }
    case 'same':
      return t('importing.nothingChanges')
    case 'duplicate':
      return t(`importing.repeats-${kind}`, { row: row.firstRow })
    case 'error':
      return joinSentences(
        row.problems.map(problem => words.sentence(problem, kind)),
        words.language,
      )
  }
}
