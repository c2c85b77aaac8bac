import type { WaitingReturn } from '../../../../shared/contract/packet-calls.ts'
import type { PacketContent } from '../../reports/packet/packet-content.ts'
import { packetById, type PacketReturn, returnsWaiting } from '../../repositories/packets.ts'
import { excludedPersons } from '../applications/excluded-persons.ts'
import { namesIn } from '../applications/names.ts'
import type { Context } from '../context.ts'
import { contentOf } from './make-packet.ts'
import { handlesPackets } from './packet-rights.ts'

/** The answers without a key that wait for a second person. Throws SqliteError. */
export function waitingReturns(context: Context): WaitingReturn[] {
  const names = namesIn(context.db)
  const named = (id: number) => ({ id, name: names(id) })
  return returnsWaiting(context.db).map(found => {
    const content = contentOfReturn(context, found)
    const { id, answer, importedAt, scanId } = found
    const { applicationId, number, customerName, post } = content
    return {
      id,
      applicationId,
      number,
      customerName,
      post,
      answer,
      importedAt,
      scanId,
      signer: named(found.signerId),
      importedBy: named(found.importedBy),
      mayConfirm: mayConfirm(context, found, content),
    }
  })
}

/** What the packet of an answer was drawn from. */
export function contentOfReturn({ db }: Pick<Context, 'db'>, { packetId }: PacketReturn): PacketContent {
  const packet = packetById(db, packetId)
  if (!packet) throw new Error(`no packet ${packetId}`)
  return contentOf(packet)
}

/** A second person who works on applications: nobody who had a hand in the card, not the importer, not whoever has signed (rules 5). */
export function mayConfirm(context: Context, found: PacketReturn, content: PacketContent): boolean {
  const { db, actor } = context
  if (!handlesPackets(context)) return false
  if (actor.id === found.importedBy || actor.id === found.signerId) return false
  return !excludedPersons(db, content.snapshot.customerId).has(actor.id)
}
