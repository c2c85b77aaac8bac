import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { daysBetween } from '../../../../shared/domain/calendar.ts'
import { reportTexts } from '../../../../shared/text/reports.ts'
import type { PlainColumn } from '../../reports/plain-table.ts'
import { staleCards } from '../../repositories/card-facts.ts'
import { type Context, today } from '../context.ts'
import { deliverTable } from '../deliver-report.ts'
import { staleUpTo } from './open-card.ts'

const columns: readonly Omit<PlainColumn, 'head'>[] = [
  { format: 'text', width: 9 },
  { format: 'text', width: 30 },
  { format: 'date', width: 11 },
  { format: 'date', width: 11 },
  { format: 'text', width: 10 },
  { format: 'count', width: 9 },
  { format: 'count', width: 8 },
  { format: 'text', width: 10 },
]

const mostRows = 1_000_000

/**
 * 待复核资料卡: one row a stale card, the longest unchecked first.
 * @throws CallFailure `report-empty` where no card is stale, `cancelled`, `busy`, `disk-full`
 */
export function staleReport(
  context: Context,
  input: Checked<'reports.staleCards'>,
): Promise<Output<'reports.staleCards'>> {
  const { title, heads } = reportTexts[input.language].staleCards
  const day = today(context)
  const upTo = staleUpTo(context)
  return deliverTable(context, input, {
    title: [title],
    columns: columns.map((column, index) => ({ ...column, head: heads[index] ?? '' })),
    rows: staleCards(context.db, upTo, mostRows).map(card => [
      `KH-${card.customerNo}`,
      card.name,
      card.filedOn,
      card.checkedOn,
      card.checkedBy,
      daysBetween(card.since, day),
      card.completeness,
      card.salesperson,
    ]),
    frozenColumns: 2,
    event: { action: 'export.staleCards', object: 'customers', facts: { on: day } },
  })
}
