import * as z from 'zod'
import { valueSchema } from '../catalogue/derive/schema.ts'
import { boxAt } from '../catalogue/derive/paths.ts'
import { importKeys, importStates, importViews, rolePath, tableKinds } from '../domain/imports.ts'
import { command, query } from './call.ts'
import { likenessTold } from './duplicate-calls.ts'
import { customerId, delivered, instant, language, nothing, requestId } from './shapes.ts'
import { uploadId } from './uploads.ts'

const state = z.enum(importStates)
const count = z.int().min(0)
const counts = z.object({ new: count, updated: count, same: count, duplicate: count, error: count })

const fileName = z.string().trim().min(1).max(200)
const sheetName = z.string().max(200)
const headRow = z.int().min(1).max(1_000)

const path = z
  .string()
  .max(80)
  .refine(text => boxAt(text) !== undefined || text === rolePath || /^extra\.[1-9]\d{0,8}$/.test(text))

/** A column of the sheet and the box that it fills; `null` is 不导入. */
const mapped = z.object({ column: z.int().min(1).max(16_384), path: path.nullable() })

/** A sheet that is to be imported, and how. */
const table = z.object({
  sheet: sheetName,
  kind: z.enum(tableKinds),
  headRow,
  mapping: z.array(mapped).min(1).max(500),
})
export type MappedTable = z.infer<typeof table>

/** A column as it was found: how sure its box is, and what its first cells say. */
const lookedColumn = z.object({
  column: z.int(),
  head: z.string(),
  path: z.string().nullable(),
  /** The head names a box that this person can not fill by an import. */
  isBarred: z.boolean(),
  confidence: z.number(),
  /** Boxes that it could be as well. */
  offered: z.array(z.string()),
  samples: z.array(z.string()),
})
export type LookedColumn = z.infer<typeof lookedColumn>

const kind = z.enum(tableKinds)

/** A sheet as it was found. */
const lookedTable = z.object({
  sheet: z.string(),
  kind,
  /** The last row of the head, which may have two. */
  headRow: z.int(),
  columns: z.array(lookedColumn),
  /** The columns were mapped once before, and are so again. */
  isRemembered: z.boolean(),
})
export type LookedTable = z.infer<typeof lookedTable>

/** What a file looks like before anything is decided: its sheets, and those of them that are to be imported, or the one that was asked for. */
const look = z.object({
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  tables: z.array(lookedTable).min(1),
})
export type ImportLook = z.infer<typeof look>

const problem = z.object({
  code: z.string(),
  path: z.string().nullable(),
  column: z.string(),
  found: z.string(),
  /** The customer that it names. */
  customerId: customerId.optional(),
  /** What else its sentence names. */
  facts: z.record(z.string(), z.string()).optional(),
  /** Of a row that is probably a customer once more, why; `row` is the one of the file where it is none of the database. */
  alike: likenessTold.extend({ row: z.int().nullable() }).optional(),
})
export type ImportProblem = z.infer<typeof problem>

const change = z.object({ path: z.string(), from: valueSchema, to: valueSchema })

/** A row of a sheet with what would become of it. */
const row = z.object({
  /** The place of its sheet among those that are imported, from 0. */
  table: z.int(),
  row: z.int(),
  state,
  name: z.string(),
  customerId: customerId.nullable(),
  customerNo: z.string(),
  /** The person or the product of a row that is about one. */
  part: z.string(),
  /** Of a row that repeats another one, that row. */
  firstRow: z.int().nullable(),
  changes: z.array(change),
  problems: z.array(problem),
  /** What is taken as it stands and should be looked at. */
  notes: z.array(problem),
  /** Cells that the row is imported without, since their boxes are closed for this customer (rules 11). */
  leftOut: z.array(problem),
})
export type ImportRow = z.infer<typeof row>

/** `counts` is of customers that are new or changed, and of rows that change nothing or are left out; `tables` counts the rows of each sheet, and as `noted` those to look at. */
const check = z.object({
  check: requestId,
  counts,
  /** How many cells rows are imported without. */
  leftOut: count,
  rows: z.int(),
  tables: z.array(z.object({ sheet: z.string(), kind, counts, noted: count })),
})
export type ImportCheck = z.infer<typeof check>

const committed = z.object({ id: z.int(), counts })

const past = z.object({
  id: z.int(),
  at: instant,
  by: z.string(),
  fileName: z.string(),
  counts,
  undoneAt: instant.nullable(),
  /** How many of its customers can still be taken back. */
  undoable: z.int(),
  undoUntil: instant,
})
export type PastImport = z.infer<typeof past>

/** Why a customer stays as the import left it. */
const undoRefusals = ['changed', 'in-use', 'frozen'] as const
const undone = z.object({
  removed: z.int(),
  restored: z.int(),
  refused: z.array(z.object({ customerId, customerNo: z.string(), name: z.string(), reason: z.enum(undoRefusals) })),
})
export type ImportUndone = z.infer<typeof undone>

const progress = z.object({
  phase: z.enum(['none', 'reading', 'backup', 'writing']),
  done: z.int(),
  total: z.int(),
})

/** 导入 (rules 16): look at a file, check it row by row, write it in one transaction, take it back. */
export const importCalls = {
  'imports.look': command({
    input: z.object({
      requestId,
      upload: uploadId,
      fileName,
      sheet: sheetName.nullable(),
      headRow: headRow.nullable(),
      /** What the sheet is about; it is guessed where nobody has said. */
      kind: kind.nullable(),
    }),
    output: look,
    access: 'import.make',
  }),
  /** A dry run; nothing is written. Its `requestId` names the check from then on. */
  'imports.check': command({
    input: z.object({
      requestId,
      upload: uploadId,
      fileName,
      /** One sheet of customers at most, and further ones of their people and products. */
      tables: z.array(table).min(1).max(10),
      key: z.enum(importKeys),
    }),
    output: check,
    access: 'import.make',
  }),
  'imports.rows': query({
    input: z.object({
      check: requestId,
      table: z.int().min(0).max(9),
      state: z.enum(importViews).nullable(),
      offset: count,
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ total: z.int(), rows: z.array(row) }),
    access: 'import.make',
  }),
  /** Writes what a check found to be new or changed, in one transaction. */
  'imports.commit': command({
    input: z.object({ requestId, check: requestId }),
    output: committed,
    access: 'import.make',
  }),
  /** How far a check, commit or undo of this request id is. */
  'imports.progress': query({ input: z.object({ requestId }), output: progress, access: 'import.make' }),
  /** Stops it; nothing half is left. */
  'imports.cancel': command({ input: z.object({ requestId }), output: nothing, access: 'import.make' }),
  /** The rows of a check that are not imported, or not with all of their cells, as a sheet with 错误说明, to be corrected and imported again. */
  'imports.errorSheet': command({
    input: z.object({ requestId, check: requestId, language }),
    output: delivered,
    access: 'import.make',
    delivers: true,
  }),
  'imports.template': command({
    input: z.object({ requestId, language }),
    output: delivered,
    access: 'import.make',
    delivers: true,
  }),
  'imports.list': query({ input: nothing, output: z.object({ imports: z.array(past) }), access: 'import.make' }),
  /** Takes an import of the last thirty days back, as far as nobody has worked on its customers since. */
  'imports.undo': command({
    input: z.object({ requestId, id: z.int().positive() }),
    output: undone,
    access: 'import.make',
  }),
} as const
