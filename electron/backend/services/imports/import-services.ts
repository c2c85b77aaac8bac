import type { importCalls, ImportProblem } from '../../../../shared/contract/import-calls.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { maskOf } from '../../../../shared/catalogue/derive/masking.ts'
import { mayRead } from '../../../../shared/catalogue/derive/sections.ts'
import { isEmpty } from '../../../../shared/catalogue/derive/value.ts'
import { addDays } from '../../../../shared/domain/calendar.ts'
import { importStates, undoDays } from '../../../../shared/domain/imports.ts'
import { openReadOnly } from '../../database/open.ts'
import { notedRows, stagedCheck, stagedCounts, stagedPage, type StagedRow } from '../../repositories/import-staging.ts'
import { importById, latestImports, type ImportRecord } from '../../repositories/imports.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'
import { answeredBefore } from '../once.ts'
import { isShown } from '../personal/shown-values.ts'
import type { ServiceTable } from '../service-table.ts'
import { checkFile, lookAtUpload } from './check-file.ts'
import { deliverErrorSheet, deliverTemplate } from './deliver-sheets.ts'
import type { Committed, ImportAnswers } from './import-order.ts'
import { inImportThread, writingOrder } from './import-thread.ts'

const listed = 50 // more than anybody can take back in thirty days

/** 导入, from looking at a file to taking an import back. */
export const importServices = {
  'imports.look': lookAtUpload,
  'imports.check': checkFile,
  'imports.rows': checkedRows,
  'imports.commit': commitCheck,
  'imports.progress': ({ imports }: Context, { requestId }: Checked<'imports.progress'>) =>
    imports.signals(requestId)?.read() ?? { phase: 'none', done: 0, total: 0 },
  'imports.cancel': ({ imports }: Context, { requestId }: Checked<'imports.cancel'>) => {
    imports.signals(requestId)?.cancel()
    return {}
  },
  'imports.errorSheet': deliverErrorSheet,
  'imports.template': deliverTemplate,
  'imports.list': (context: Context) => ({ imports: latestImports(context.db, listed).map(shown) }),
  'imports.undo': undoPastImport,
} satisfies Pick<ServiceTable, keyof typeof importCalls>

/** A page of a check. Only whoever made it is shown it. Throws CallFailure `check-gone`. */
function checkedRows(context: Context, input: Checked<'imports.rows'>): Output<'imports.rows'> {
  const { check, table, state, offset, limit } = input
  const staging = openReadOnly(context.imports.find(check))
  try {
    if (stagedCheck(staging).actorId !== context.actor.id) throw new CallFailure('check-gone')
    const counts = stagedCounts(staging, table)
    const states = state === null ? importStates : [state]
    const total = states.reduce((sum, one) => sum + (one === 'noted' ? notedRows(staging, table) : counts[one]), 0)
    return {
      total,
      rows: stagedPage(staging, { table, state }, { offset, limit }).map(row => readableRow(context, row)),
    }
  } finally {
    staging.close()
  }
}

function readableRow(
  context: Context,
  { table, row, state, name, customerId, customerNo, part, firstRow, changes, problems, notes, leftOut }: StagedRow,
): Output<'imports.rows'>['rows'][number] {
  const isReadable = ({ path }: ImportProblem) => path === null || mayRead(path, context.actor.rights)
  const asShown = (change: StagedRow['changes'][number]) =>
    customerId === null || isShown(context, customerId, change.path)
      ? change
      : { ...change, from: isEmpty(change.from) ? null : maskOf(change.path, change.from) }
  return {
    table,
    row,
    state,
    name,
    customerId,
    customerNo,
    part,
    firstRow,
    changes: changes.filter(({ path }) => mayRead(path, context.actor.rights)).map(asShown),
    problems: problems.filter(isReadable),
    notes: notes.filter(isReadable),
    leftOut: leftOut.filter(isReadable),
  }
}

/**
 * Writes a check.
 * @throws CallFailure `check-gone`, `import-stale`, `cancelled`, `busy`, `disk-full`
 */
async function commitCheck(context: Context, { requestId, check }: Checked<'imports.commit'>): Promise<Committed> {
  const answered = answeredBefore<Committed>(context, requestId)
  if (answered) return answered
  const staging = context.imports.find(check)
  refuseOthers(context, staging)
  return inImportThread(context, requestId, { kind: 'commit', staging, ...writingOrder(context, requestId) })
}

function refuseOthers({ actor }: Context, file: string): void {
  const staging = openReadOnly(file)
  try {
    if (stagedCheck(staging).actorId !== actor.id) throw new CallFailure('check-gone')
  } finally {
    staging.close()
  }
}

/**
 * Takes an import back.
 * @throws CallFailure `not-found` where nothing is left to take back, `undo-expired`, `cancelled`, `busy`, `disk-full`
 */
async function undoPastImport(
  context: Context,
  { requestId, id }: Checked<'imports.undo'>,
): Promise<Output<'imports.undo'>> {
  const answered = answeredBefore<ImportAnswers['undo']>(context, requestId)
  if (answered) return answered
  const found = importById(context.db, id)
  if (!found || found.undoable === 0) throw new CallFailure('not-found')
  if (undoUntil(found) < now(context)) throw new CallFailure('undo-expired')
  return inImportThread(context, requestId, { kind: 'undo', importId: id, ...writingOrder(context, requestId) })
}

const undoUntil = ({ at }: Pick<ImportRecord, 'at'>) => addDays(at.slice(0, 10), undoDays) + at.slice(10)

function shown(found: ImportRecord): Output<'imports.list'>['imports'][number] {
  return { ...found, undoUntil: undoUntil(found) }
}
