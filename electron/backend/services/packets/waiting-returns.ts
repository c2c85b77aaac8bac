import type { WaitingReturn } from '../../../../shared/contract/packet-calls.ts'
import { applicationById } from '../../repositories/applications.ts'
import { customerLine } from '../../repositories/customers.ts'
import { type PacketReturn, waitingPacketReturns } from '../../repositories/packet-returns.ts'
import { loadCase } from '../applications/load-case.ts'
import { namesIn } from '../applications/names.ts'
import { type Context, today } from '../context.ts'

/** The signatures on sheets that wait for a second person (丙, rules 5). Throws SqliteError. */
export function waitingReturns(context: Context): WaitingReturn[] {
  const { db } = context
  const names = namesIn(db)
  const person = (id: number) => ({ id, name: names(id) })
  return waitingPacketReturns(db).flatMap(returned => {
    const application = applicationById(db, returned.applicationId)
    if (!application) return []
    const { barred, steps } = loadCase(db, application.id, today(context))
    const step = steps.find(({ place }) => place === returned.place)
    return {
      id: returned.id,
      applicationId: application.id,
      number: application.number,
      customerName: customerLine(db, application.customerId).name,
      post: step?.post ?? 'officeHead',
      answer: returned.answer,
      signer: person(returned.signerId),
      importedBy: person(returned.importedBy),
      importedAt: returned.importedAt,
      scanId: returned.scanId,
      mayConfirm: mayConfirm(returned, barred, context.actor.id),
    }
  })
}

/** Neither whoever had a hand in the application nor whoever brought the sheet in says that it is what was signed. */
export function mayConfirm(returned: PacketReturn, barred: ReadonlySet<number>, person: number): boolean {
  return !barred.has(person) && returned.importedBy !== person
}
