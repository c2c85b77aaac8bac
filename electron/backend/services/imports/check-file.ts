import { mayWrite } from '../../../../shared/catalogue/derive/sections.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { Path } from '../../../../shared/catalogue/field.ts'
import { type ExtraBox, extraPath } from '../../../../shared/domain/extra-box.ts'
import { isImportable, numberPath } from '../../../../shared/domain/imports.ts'
import { inTransaction } from '../../database/connection.ts'
import { extraBoxesInUse } from '../../repositories/extra-boxes.ts'
import { putMapping, rememberedMapping } from '../../repositories/imports.ts'
import { sha256 } from '../audit/canonical-json.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { refuseUnwritable } from '../field-rights.ts'
import { inImportThread } from './import-thread.ts'

/**
 * Looks at an uploaded file: its sheets, and on one of them the head and which box each column seems to fill; what was chosen for a
 * sheet with the same heads before comes first. Throws CallFailure `upload-gone`, `import-unreadable`.
 */
export async function lookAtUpload(context: Context, input: Checked<'imports.look'>): Promise<Output<'imports.look'>> {
  const { requestId, upload, sheet, headRow } = input
  const file = context.inbox.place(upload)
  const extras = extraBoxesInUse(context.db)
  const isTarget = targetOf(extras)
  const found = await inImportThread(context, requestId, {
    kind: 'look',
    upload: file,
    sheet,
    headRow,
    extras,
    today: today(context),
  })
  const remembered = rememberedMapping(context.db, headsKey(found.columns.map(({ head }) => head)))
  const mayFill = (path: string | null) =>
    path !== null && isTarget(path) && (path === numberPath || mayWrite(path, context.actor.rights))
  const columns = found.columns.map(column => {
    const chosen = remembered && Object.hasOwn(remembered, column.head)
    const path = chosen ? (remembered[column.head] ?? null) : column.path
    const isBarred = path !== null && !mayFill(path)
    const offered = column.offered.filter(mayFill)
    return { ...column, path: isBarred ? null : path, isBarred, offered, confidence: chosen ? 1 : column.confidence }
  })
  return { ...found, columns, isRemembered: remembered !== undefined }
}

/**
 * Holds an uploaded file against the database and remembers which columns filled which boxes.
 * @throws CallFailure `upload-gone`, `import-unreadable`, `not-allowed` with the boxes; `invalid-input` with boxes that no import fills in
 *   or that two columns would; `cancelled`
 */
export async function checkFile(context: Context, input: Checked<'imports.check'>): Promise<Output<'imports.check'>> {
  const { requestId, upload, fileName, sheet, headRow, mapping, key } = input
  const paths = mapping.flatMap(({ path }) => path ?? [])
  const extras = extraBoxesInUse(context.db)
  const isTarget = targetOf(extras)
  const wrong = paths.filter((path, index) => paths.indexOf(path) !== index || !isTarget(path))
  if (wrong.length > 0) throw new CallFailure('invalid-input', { fields: [...new Set(wrong)] })
  if (paths.length === 0) throw new CallFailure('invalid-input', { fields: ['mapping'] })
  refuseUnwritable(
    context,
    'imports.check',
    paths.filter(path => path !== numberPath),
  )
  const file = context.inbox.place(upload)
  const { counts, heads } = await inImportThread(context, requestId, {
    kind: 'check',
    upload: file,
    fileName,
    sheet,
    headRow,
    mapping,
    key,
    extras,
    database: context.file,
    staging: context.imports.begin(requestId),
    actorId: context.actor.id,
    today: today(context),
  })
  const remembered = Object.fromEntries(mapping.map(({ column, path }) => [heads[column - 1] ?? '', path]))
  await context.writing.pass()
  inTransaction(context.db, () => putMapping(context.db, headsKey(heads), remembered, now(context)))
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { check: requestId, counts, rows }
}

/** Whether a column can fill a box: one of the forms that no rule keeps from it, one of the company, or the number that names a customer. */
function targetOf(extras: readonly ExtraBox[]): (path: Path) => boolean {
  const own = new Set(extras.map(({ id }) => extraPath(id)))
  return path => path === numberPath || isImportable(path) || own.has(path)
}

/** Sheets with the same heads are alike, whatever the order of their columns. */
function headsKey(heads: readonly string[]): string {
  return sha256(JSON.stringify(heads.filter(head => head !== '').sort()))
}
