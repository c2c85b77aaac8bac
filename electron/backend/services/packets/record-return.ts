import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { PacketReading } from '../../../../shared/contract/packet-calls.ts'
import { inTransaction } from '../../database/connection.ts'
import type { PacketContent } from '../../reports/packet/packet-content.ts'
import { attachmentById } from '../../repositories/attachments.ts'
import { insertReturn } from '../../repositories/packets.ts'
import { recordSignature } from '../applications/sign.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'
import { answeredBefore, once } from '../once.ts'
import { refuseBystanders } from './packet-rights.ts'
import { readReturn } from './read-return.ts'
import { signatureFrom } from './signature-from.ts'
import { stepState } from './step-state.ts'

/**
 * Looks at a packet that came back; what is wrong with it is in the log.
 * @throws CallFailure `not-allowed`, `upload-gone`
 */
export async function readPacketReturn(
  context: Context,
  { requestId, upload }: Checked<'packets.read'>,
): Promise<Output<'packets.read'>> {
  refuseBystanders(context)
  const answered = answeredBefore<PacketReading>(context, requestId)
  if (answered) return answered
  const { reading } = await readReturn(context, upload)
  return once(context, requestId, () => {
    noteReading(context, reading)
    return reading
  })
}

/**
 * Records what a packet says: at once where a key vouches for it, else when a second person has confirmed it. Sent again it says so.
 * @throws CallFailure `not-allowed`, `upload-gone`, `packet-refused`, `scan-missing`, and whatever a signature is refused for
 */
export async function recordReturn(
  context: Context,
  { requestId, upload, scan }: Checked<'packets.record'>,
): Promise<Output<'packets.record'>> {
  refuseBystanders(context)
  const answered = answeredBefore<Output<'packets.record'>>(context, requestId)
  if (answered) return answered
  const { reading, content, before } = await readReturn(context, upload)
  if (before === undefined && (reading.refusals.length > 0 || !content)) {
    inTransaction(context.db, () => noteReading(context, reading))
    throw new CallFailure('packet-refused', { fields: [...new Set(reading.refusals.map(({ code }) => code))] })
  }
  const event = { action: 'refused.packet', object: `packet:${reading.packetId ?? ''}` }
  const recorded = logRefusals(context, event, () =>
    once(context, requestId, () => {
      if (before !== undefined || !content) return { state: before ?? 'recorded' }
      return { state: record(context, reading, content, scan) }
    }),
  )
  context.inbox.drop(upload)
  return recorded
}

function record(
  context: Context,
  { answer, signer, onBehalfOf, evidence, packetId }: PacketReading,
  content: PacketContent,
  scan: number | null,
): 'recorded' | 'waiting' {
  const { db, actor } = context
  if (!answer || !signer || !evidence || packetId === null) throw new Error('a packet without refusals says everything')
  // Somebody may have been quicker while the file was read.
  if (stepState(db, content, answer).kind !== 'open') throw new CallFailure('step-changed')
  const isScanned = scan !== null && attachmentById(db, scan)?.customerId === content.snapshot.customerId
  if (evidence === 'bing' && !isScanned) throw new CallFailure('scan-missing')
  const state = evidence === 'bing' ? 'waiting' : 'recorded'
  const id = insertReturn(db, {
    packetId,
    state,
    answer,
    evidence,
    signerId: signer.id,
    onBehalfOf: onBehalfOf?.id ?? null,
    scanId: isScanned ? scan : null,
    importedBy: actor.id,
    importedAt: now(context),
  })
  audit(context, {
    action: 'packet.record',
    object: `packet:${packetId}`,
    facts: {
      application: String(content.applicationId),
      return: String(id),
      decision: answer.decision,
      signer: String(signer.id),
      evidence,
      state,
    },
  })
  if (state === 'recorded') recordSignature(context, signatureFrom(content, answer, signer.id, evidence))
  return state
}

/** One row for each kind of trouble: what the cells say may be delicate and stays out of the log. */
function noteReading(context: Context, { packetId, refusals }: PacketReading): void {
  const object = `packet:${packetId ?? ''}`
  const codes = [...new Set(refusals.map(({ code }) => code))]
  if (codes.length === 0) audit(context, { action: 'packet.read', object })
  for (const code of codes) {
    const found = refusals.filter(other => other.code === code)
    audit(context, {
      action: 'packet.refuse',
      object,
      facts: { code, count: String(found.length), cell: (found[0]?.cell ?? '').replace(/ .*/, '') },
    })
  }
}
