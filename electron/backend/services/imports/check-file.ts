import { mayWrite } from '../../../../shared/catalogue/derive/sections.ts'
import type { Path } from '../../../../shared/catalogue/field.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { MappedTable } from '../../../../shared/contract/import-calls.ts'
import { type ExtraBox, extraPath } from '../../../../shared/domain/extra-box.ts'
import {
  identityPaths,
  isImportable,
  isPartTarget,
  numberPath,
  rolePath,
  slotOf,
  type TableKind,
  tableKinds,
} from '../../../../shared/domain/imports.ts'
import { inTransaction } from '../../database/connection.ts'
import { extraBoxesInUse } from '../../repositories/extra-boxes.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { refuseUnwritable } from '../field-rights.ts'
import type { FoundTable } from './import-order.ts'
import { inImportThread } from './import-thread.ts'
import { rememberedAs, remember } from './remembered-columns.ts'

/**
 * Looks at an uploaded file: its sheets, which of them are about customers, people and products, and which box each column seems to
 * fill; what was chosen for a sheet with the same heads before comes first. Throws CallFailure `upload-gone`, `import-unreadable`.
 */
export async function lookAtUpload(context: Context, input: Checked<'imports.look'>): Promise<Output<'imports.look'>> {
  const { requestId, upload, sheet, headRow, kind } = input
  const file = context.inbox.place(upload)
  const extras = extraBoxesInUse(context.db)
  const found = await inImportThread(context, requestId, {
    kind: 'look',
    upload: file,
    wanted: { sheet, headRow, kind },
    extras,
    today: today(context),
  })
  const tables = found.tables.map(table => withMemory(context, table, { extras, kind }))
  // A sheet that was a list of customers the last time takes the place of the guess only where there is no other.
  const first = tables.findIndex(table => table.kind === 'customers')
  return { ...found, tables: tables.filter((table, index) => table.kind !== 'customers' || index === first) }
}

type LookedTable = Output<'imports.look'>['tables'][number]

function withMemory(
  context: Context,
  found: FoundTable,
  { extras, kind: wanted }: { readonly extras: readonly ExtraBox[]; readonly kind: TableKind | null },
): LookedTable {
  const heads = found.columns.map(({ head }) => head)
  const kinds = wanted ? [wanted] : [found.kind, ...tableKinds]
  const remembered = rememberedAs(context.db, kinds, heads)
  const { kind, columns: chosen } = remembered ?? { kind: found.kind, columns: {} }
  const isTarget = targetOf(kind, extras)
  const mayFill = (path: string | null) =>
    path !== null && isTarget(path) && (!isWritten(path) || mayWrite(path, context.actor.rights))
  const columns = found.columns.map(column => {
    const isChosen = Object.hasOwn(chosen, column.head)
    const path = isChosen ? (chosen[column.head] ?? null) : column.path
    const isBarred = path !== null && !mayFill(path)
    const offered = column.offered.filter(mayFill)
    return { ...column, path: isBarred ? null : path, isBarred, offered, confidence: isChosen ? 1 : column.confidence }
  })
  return { ...found, kind, columns, isRemembered: remembered !== undefined }
}

/**
 * Holds an uploaded file against the database and remembers which columns filled which boxes.
 * @throws CallFailure `upload-gone`, `import-unreadable`, `not-allowed` with the boxes; `invalid-input` with boxes that no import fills in
 *   or that two columns would, or for two lists of customers; `cancelled`
 */
export async function checkFile(context: Context, input: Checked<'imports.check'>): Promise<Output<'imports.check'>> {
  const { requestId, upload, fileName, key } = input
  const extras = extraBoxesInUse(context.db)
  const tables = [...input.tables].sort((a, b) => tableKinds.indexOf(a.kind) - tableKinds.indexOf(b.kind))
  const sheets = new Set(tables.map(({ sheet }) => sheet))
  if (sheets.size < tables.length || tables.filter(({ kind }) => kind === 'customers').length > 1)
    throw new CallFailure('invalid-input', { fields: ['tables'] })
  for (const table of tables) refuseWrongColumns(context, table, extras)
  const file = context.inbox.place(upload)
  const found = await inImportThread(context, requestId, {
    kind: 'check',
    upload: file,
    fileName,
    tables,
    key,
    extras,
    database: context.file,
    staging: context.imports.begin(requestId),
    actorId: context.actor.id,
    today: today(context),
  })
  await context.writing.pass()
  inTransaction(context.db, () => {
    for (const [index, { kind, mapping }] of tables.entries()) {
      const heads = found.tables[index]?.heads ?? []
      const columns = Object.fromEntries(mapping.map(({ column, path }) => [heads[column - 1] ?? '', path]))
      remember(context.db, { kind, heads, columns }, now(context))
    }
  })
  const counted = found.tables.map(({ sheet, kind, counts, noted }) => ({ sheet, kind, counts, noted }))
  const rows = counted.flatMap(({ counts }) => Object.values(counts)).reduce((sum, count) => sum + count, 0)
  return { check: requestId, counts: found.counts, leftOut: found.leftOut, rows, tables: counted }
}

function refuseWrongColumns(context: Context, { kind, mapping }: MappedTable, extras: readonly ExtraBox[]): void {
  const paths = mapping.flatMap(({ path }) => path ?? [])
  const slots = paths.map(path => slotOf(kind, path))
  const isTarget = targetOf(kind, extras)
  const wrong = paths.filter((path, index) => slots.indexOf(slotOf(kind, path)) !== index || !isTarget(path))
  if (wrong.length > 0) throw new CallFailure('invalid-input', { fields: [...new Set(wrong)] })
  if (paths.length === 0) throw new CallFailure('invalid-input', { fields: ['mapping'] })
  const written = kind === 'customers' ? paths : paths.filter(path => !identityPaths.includes(path))
  refuseUnwritable(context, 'imports.check', written.filter(isWritten))
}

/** What tells whom a row means is not written. */
const isWritten = (path: Path) => path !== numberPath && path !== rolePath

/** Whether a column of a sheet can fill a box: one of the forms that no rule keeps from it, one of the company, or what names a customer. */
function targetOf(kind: TableKind, extras: readonly ExtraBox[]): (path: Path) => boolean {
  if (kind !== 'customers') return path => isPartTarget(kind, path)
  const own = new Set(extras.map(({ id }) => extraPath(id)))
  return path => path === numberPath || isImportable(path) || own.has(path)
}
