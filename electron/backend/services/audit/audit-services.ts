import type { auditCalls } from '../../../../shared/contract/audit-calls.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { auditTexts } from '../../../../shared/text/audit.ts'
import { reportTexts } from '../../../../shared/text/reports.ts'
import type { LogRow } from '../../database/log-chain.ts'
import { auditEntries, countAuditEntries, entriesOfMonth } from '../../repositories/audit-log.ts'
import { namesIn } from '../applications/names.ts'
import type { Context } from '../context.ts'
import { deliverTable } from '../deliver-report.ts'
import type { ServiceTable } from '../service-table.ts'
import { auditHead } from './audit.ts'
import { verifyLog } from './verify-log.ts'

/** A page of the log, newest first. */
function listAudit({ db }: Context, { object, action, offset, limit }: Checked<'audit.list'>): Output<'audit.list'> {
  const filter = { object, action }
  const names = namesIn(db)
  const rows = auditEntries(db, filter, { offset, limit }).map(
    ({ actorId, facts, prevHash: _prevHash, beforeDigest: _before, afterDigest: _after, ...row }) => ({
      ...row,
      person: actorId === null ? '' : names(actorId),
      facts: factsOf(facts),
    }),
  )
  return { total: countAuditEntries(db, filter), rows }
}

/**
 * 日志封存: the rows of a month as a workbook that a manager files, with the newest hash at its foot.
 * @throws CallFailure `not-found` for a month without rows, `cancelled`, `busy`, `disk-full`
 */
function exportAudit(context: Context, input: Checked<'audit.export'>): Promise<Output<'audit.export'>> {
  const { db } = context
  const { month, language } = input
  const texts = reportTexts[language].audit
  const words: Readonly<Record<string, string>> = auditTexts[language]
  const names = namesIn(db)
  const cellsOf = (row: LogRow) => [
    row.seq,
    row.at,
    row.localAt,
    row.actorId === null ? null : names(row.actorId),
    row.machine,
    words[`action-${row.action.replace(/\./g, '-')}`] ?? row.action,
    row.object,
    Object.entries(factsOf(row.facts))
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
    row.reason,
    row.beforeDigest,
    row.afterDigest,
    row.hash,
  ]
  return deliverTable(context, input, {
    title: [texts.title, month],
    columns: columnWidths.map((width, index) => ({
      head: texts.heads[index] ?? '',
      format: index === 0 ? 'count' : 'text',
      width,
    })),
    rows: entriesOfMonth(db, month).map(cellsOf),
    last: [null, texts.head, ...columnWidths.slice(3).map(() => null), auditHead(db)],
    event: { action: 'audit.export', object: 'log', facts: { month } },
  })
}

const columnWidths = [7, 14, 14, 9, 10, 14, 14, 24, 16, 17, 17, 17]

/** Facts as they can be shown; also a row that somebody has tampered with has to be shown. */
function factsOf(json: string): Record<string, string> {
  try {
    const facts: unknown = JSON.parse(json)
    if (typeof facts !== 'object' || facts === null) return { '?': json }
    return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]))
  } catch (error) {
    if (error instanceof SyntaxError) return { '?': json }
    throw error
  }
}

/** 防篡改日志. */
export const auditServices = {
  'audit.list': listAudit,
  'audit.verify': verifyLog,
  'audit.export': exportAudit,
  'audit.head': ({ db }: Context) => ({ head: auditHead(db) }),
} satisfies Pick<ServiceTable, keyof typeof auditCalls>
