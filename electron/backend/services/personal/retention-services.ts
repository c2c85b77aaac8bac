import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { addMonths, localDay } from '../../../../shared/domain/calendar.ts'
import { saysWhy } from '../../../../shared/domain/policy.ts'
import { customerHead } from '../../repositories/customers.ts'
import { purposesInForce } from '../../repositories/personal-purposes.ts'
import { countOverkept, insertExtension, overkeptCards } from '../../repositories/retention.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { once } from '../once.ts'

const mostRows = 500

/** The groups that the company gave a retention, each with the day before which a card must have been touched to be listed. */
function overdueGroups(context: Pick<Context, 'db' | 'clock'>) {
  const day = today(context)
  return purposesInForce(context.db).map(({ class: group, retentionMonths }) => ({
    retentionMonths,
    overdue: { group, before: addMonths(day, -retentionMonths), today: day },
  }))
}

/** How many groups of personal data on cards are kept longer than was meant. Throws SqliteError. */
export function countRetention(context: Pick<Context, 'db' | 'clock'>): number {
  return overdueGroups(context).reduce((sum, { overdue }) => sum + countOverkept(context.db, overdue), 0)
}

/** 到期待删除: what is kept longer than was meant, by group, the longest first; nothing of it is deleted by itself (rules 11). */
export function listRetention(context: Pick<Context, 'db' | 'clock'>): Output<'personal.retention'> {
  const rows = overdueGroups(context).flatMap(({ overdue, retentionMonths }) =>
    overkeptCards(context.db, overdue, mostRows).map(({ since, ...card }) => {
      const from = since.includes('T') ? localDay(new Date(since)) : since
      return { ...card, class: overdue.group, since: from, dueOn: addMonths(from, retentionMonths) }
    }),
  )
  return { total: countRetention(context), rows }
}

/**
 * Keeps a group of personal data of a card on until a day, with the reason.
 * @throws CallFailure `not-found`; `period-invalid` for a day that is not to come; `reason-missing`
 */
export function keepOn(
  context: Context,
  { requestId, customerId, class: group, until, reason }: Checked<'personal.keepOn'>,
): Output<'personal.keepOn'> {
  const { db, actor } = context
  return once(context, requestId, () => {
    if (!customerHead(db, customerId)) throw new CallFailure('not-found')
    if (until <= today(context)) throw new CallFailure('period-invalid', { fields: ['until'] })
    if (!saysWhy(reason)) throw new CallFailure('reason-missing', { fields: ['reason'] })
    insertExtension(db, { customerId, group, until, reason, at: now(context), by: actor.id })
    audit(context, {
      action: 'retention.keep',
      object: `customer:${customerId}`,
      reason,
      facts: { class: group, until },
    })
    return {}
  })
}
