import { useState } from 'react'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { ImportLook, LookedTable, MappedTable } from '../../../shared/contract/import-calls.ts'
import type { TableKind } from '../../../shared/domain/imports.ts'

/** What a sheet is taken for; `none` is left out. */
export type ChosenKind = TableKind | 'none'

/** A sheet with what the person has decided about it so far. */
export interface TableDraft {
  readonly look: LookedTable
  readonly kind: ChosenKind
  readonly paths: ReadonlyMap<number, Path | null>
}

/** The sheets of a file with what was decided about those that were looked at. */
export interface FileDraft {
  readonly sheets: ImportLook['sheets']
  readonly tables: readonly TableDraft[]
  /** The one that is shown. */
  readonly sheet: string
}

/** What is asked of a sheet anew. */
export interface LookWish {
  readonly sheet: string
  readonly headRow: number | null
  readonly kind: TableKind | null
}

const drafted = (look: LookedTable, kind: ChosenKind): TableDraft => ({
  look,
  kind,
  paths: new Map(look.columns.map(({ column, path }) => [column, path])),
})

/** A file as the program proposes it. */
export function proposed({ sheets, tables }: ImportLook): FileDraft {
  return { sheets, tables: tables.map(look => drafted(look, look.kind)), sheet: tables[0]?.sheet ?? '' }
}

/** The draft with a sheet that was looked at. There is one list of customers at most: another one is left out from then on. */
function withTable(draft: FileDraft, look: LookedTable, kind: ChosenKind): FileDraft {
  const others = draft.tables
    .filter(table => table.look.sheet !== look.sheet)
    .map(table => (kind === 'customers' && table.kind === 'customers' ? { ...table, kind: 'none' as const } : table))
  return { ...draft, tables: [...others, drafted(look, kind)], sheet: look.sheet }
}

/** The draft with one sheet changed by hand. */
function withChange(draft: FileDraft, sheet: string, change: Partial<TableDraft>): FileDraft {
  return { ...draft, tables: draft.tables.map(table => (table.look.sheet === sheet ? { ...table, ...change } : table)) }
}

/** What is to be checked: every sheet that is not left out. */
export function mappedTables({ tables }: FileDraft): MappedTable[] {
  return tables.flatMap(({ look: { sheet, headRow, columns }, kind, paths }) =>
    kind === 'none'
      ? []
      : [{ sheet, kind, headRow, mapping: columns.map(({ column }) => ({ column, path: paths.get(column) ?? null })) }],
  )
}

/** The state of a file that is being mapped; `look` asks the program about one of its sheets. */
export function useFileDraft(look: (wish: LookWish) => Promise<LookedTable | undefined>) {
  const [draft, setDraft] = useState<FileDraft>()
  const update = (next: (draft: FileDraft) => FileDraft) => setDraft(present => present && next(present))
  return {
    draft,
    setDraft,
    /** Shows a sheet; one that was not proposed is left out until somebody says what it is. */
    show: async (sheet: string) => {
      if (draft?.tables.some(table => table.look.sheet === sheet)) return update(present => ({ ...present, sheet }))
      const found = await look({ sheet, headRow: null, kind: null })
      if (found) update(present => withTable(present, found, 'none'))
    },
    /** Reads a sheet again with another head or as something else. */
    readAgain: async (wish: LookWish) => {
      const found = await look(wish)
      if (found) update(present => withTable(present, found, wish.kind ?? 'none'))
    },
    leaveOut: (sheet: string) => update(present => withChange(present, sheet, { kind: 'none' })),
    choose: (sheet: string, paths: TableDraft['paths']) => update(present => withChange(present, sheet, { paths })),
  }
}
