import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { inTransaction } from '../../database/connection.ts'
import type { PacketContent } from '../../reports/packet/packet-content.ts'
import { packetFileName, withoutDelicate } from '../../reports/packet/packet-file.ts'
import { insertPacket, packetById, type PacketRecord } from '../../repositories/packets.ts'
import { packetContent } from '../applications/packet-facts.ts'
import { audit } from '../audit/audit.ts'
import { canonicalJson, digestOf } from '../audit/canonical-json.ts'
import { saltedDigest } from '../audit/salted-digest.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'
import { deliverWorkbook } from '../deliver-workbook.ts'
import { fileName } from '../file-name.ts'
import { refuseBystanders } from './packet-rights.ts'

/**
 * Makes the packet of the step whose turn it is. Its id is that of the request: asked for again, the same packet is drawn again.
 * @throws CallFailure `not-allowed`, `not-found`, `wrong-state` where no step is open, `disk-full`
 */
export async function makePacket(context: Context, input: Checked<'packets.make'>): Promise<Output<'packets.make'>> {
  refuseBystanders(context)
  const { db, actor } = context
  const packetId = input.requestId.toLowerCase()
  const { language } = input
  const known = packetById(db, packetId)
  // The id is printed on the packet; whoever has read it there can not draw it as that of another application.
  if (known && contentOf(known).applicationId !== input.applicationId) throw new CallFailure('not-found')
  const content = known
    ? contentOf(known)
    : withoutDelicate(packetContent(context, input.applicationId, { packetId, language, withDelicate: false }))
  const name = fileName([packetFileName(content)], 'xlsx')
  const delivered = await deliverWorkbook(context, packetId, name, { kind: 'packet', content })
  inTransaction(db, () => {
    if (packetById(db, packetId)) return
    const { submissionId, place, attempt } = content
    const digest = digestOf(content)
    const record = { id: packetId, submissionId, place, attempt, content: canonicalJson(content), digest }
    insertPacket(db, { ...record, madeBy: actor.id, madeAt: now(context) })
    audit(context, {
      action: 'packet.make',
      object: `packet:${packetId}`,
      afterDigest: saltedDigest(context, `customer:${content.snapshot.customerId}`, content),
      facts: {
        application: String(content.applicationId),
        revision: String(content.revision),
        place: String(place),
        attempt: String(attempt),
      },
    })
  })
  return delivered
}

/** What a packet was drawn from. */
export function contentOf({ content }: Pick<PacketRecord, 'content'>): PacketContent {
  return JSON.parse(content) as PacketContent
}
