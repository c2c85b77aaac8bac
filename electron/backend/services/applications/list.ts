import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { applicationById, applicationsIn, applicationsOf, searchApplications } from '../../repositories/applications.ts'
import { survivorOf } from '../../repositories/merged-cards.ts'
import { openQuestionsTo } from '../../repositories/opinions.ts'
import type { Context } from '../context.ts'
import { applicationRows } from './rows.ts'

/** The queue: what waits for whoever asks, what is in the chain, or everything there ever was. */
export function listApplications(context: Context, input: Checked<'applications.list'>): Output<'applications.list'> {
  const { db } = context
  if (input.scope === 'all' && input.customerId === null) {
    const { total, rows } = searchApplications(db, input)
    return { total, rows: applicationRows(context, rows) }
  }
  const found =
    input.scope === 'all' && input.customerId !== null
      ? applicationsOf(db, input.customerId)
      : underWay(context).filter(({ customerId }) => input.customerId === null || customerId === input.customerId)
  const wanted = input.search.trim().toLowerCase()
  const rows = applicationRows(context, found)
    .filter(row => input.scope !== 'mine' || row.mine)
    .filter(row => input.scope !== 'pending' || row.state === 'pending')
    .filter(({ number, customerName }) => `${number} ${customerName}`.toLowerCase().includes(wanted))
  return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit) }
}

/** Applications that somebody still has to do something with; a question may outlive the decision. */
function underWay({ db, actor }: Context) {
  // What a merged card had in hand rests with it.
  const moving = applicationsIn(db, ['draft', 'returned', 'pending']).filter(
    ({ customerId }) => survivorOf(db, customerId) === customerId,
  )
  const asked = openQuestionsTo(db, actor.id).flatMap(({ applicationId }) =>
    moving.some(({ id }) => id === applicationId) ? [] : (applicationById(db, applicationId) ?? []),
  )
  return [...moving, ...asked]
}
