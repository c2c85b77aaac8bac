import { writeFileSync } from 'node:fs'
import type { attachmentCalls } from '../../../../shared/contract/attachment-calls.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { attachmentLimit } from '../../../../shared/contract/uploads.ts'
import type { Right } from '../../../../shared/domain/roles.ts'
import { inTransaction } from '../../database/connection.ts'
import { fileType } from '../../files/file-type.ts'
import { attachmentById, attachmentsOf, insertAttachment, insertHolder } from '../../repositories/attachments.ts'
import { customerHead } from '../../repositories/customers.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, may, now } from '../context.ts'
import { fileName } from '../file-name.ts'
import { once } from '../once.ts'
import type { ServiceTable } from '../service-table.ts'
import { keepFile, keptBytes } from './attachment-files.ts'
import { holderOf } from './identity-paper.ts'

/** Papers belong to whoever fills in, checks or signs. */
const addingRights: readonly Right[] = ['credit.write', 'approval.verify', 'approval.sign']
/** The scan of a signed sheet comes in with its packet, which the accountant takes in as well. */
const addingSigned: readonly Right[] = [...addingRights, 'limit.release']

/**
 * Keeps an uploaded file with a customer.
 * @throws CallFailure `not-allowed`, `not-found`, `archived`, `upload-gone`, `file-too-large`, `file-type-unknown`; for an identity paper
 *   `invalid-input` without its holder, `purpose-missing`, `consent-missing`
 */
function addAttachment(context: Context, input: Checked<'attachments.add'>): Output<'attachments.add'> {
  const { db, actor, inbox, dataDir } = context
  const { requestId, customerId, upload, kind } = input
  const object = `customer:${customerId}`
  const added = logRefusals(context, { action: 'refused.attachment', object, facts: { kind } }, () =>
    once(context, requestId, () => {
      const rights = kind === 'signedPaper' ? addingSigned : addingRights
      if (!rights.some(right => may(context, right))) throw new CallFailure('not-allowed')
      const head = customerHead(db, customerId)
      if (!head) throw new CallFailure('not-found')
      if (head.archived) throw new CallFailure('archived')
      const bytes = inbox.peek(upload)
      if (bytes.length > attachmentLimit) throw new CallFailure('file-too-large')
      const type = fileType(bytes)
      if (!type) throw new CallFailure('file-type-unknown')
      const holder = kind === 'identityCard' ? holderOf(db, customerId, input.subject) : undefined
      const { sha256 } = keepFile(dataDir, bytes, type)
      const paper = {
        customerId,
        kind,
        fileName: cleanName(input.fileName, kind, type),
        type,
        bytes: bytes.length,
        sha256,
      }
      const addedAt = now(context)
      const id = insertAttachment(db, { ...paper, addedAt, addedBy: actor.id })
      if (holder) insertHolder(db, id, holder)
      const facts = {
        attachment: String(id),
        kind,
        type,
        bytes: String(bytes.length),
        ...(holder && { subject: holder.subject }),
      }
      audit(context, { action: 'attachment.add', object, afterDigest: sha256, facts })
      return { id, ...paper, addedAt, addedBy: actor.name }
    }),
  )
  inbox.drop(upload)
  return added
}

/**
 * Hands out a copy of a paper as it was added.
 * @throws CallFailure `not-found`; `attachment-damaged` where the kept file is gone or another, which is logged
 */
function copyAttachment(context: Context, { requestId, id }: Checked<'attachments.copy'>): Output<'attachments.copy'> {
  const { db, dataDir, outbox } = context
  const paper = attachmentById(db, id)
  if (!paper) throw new CallFailure('not-found')
  const bytes = keptBytes(dataDir, paper)
  const event = {
    object: `customer:${paper.customerId}`,
    beforeDigest: paper.sha256,
    facts: { attachment: String(id), kind: paper.kind },
  }
  if (!bytes) {
    inTransaction(db, () => audit(context, { ...event, action: 'attachment.damaged' }))
    throw new CallFailure('attachment-damaged')
  }
  const download = requestId.toLowerCase()
  writeFileSync(outbox.place(download, paper.fileName), bytes)
  inTransaction(db, () => audit(context, { ...event, action: 'attachment.copy' }))
  return { fileName: paper.fileName, download }
}

/** A name that every system takes, with the ending of what the file is; a name of nothing but strange signs becomes the kind of paper. */
function cleanName(given: string, kind: string, type: string): string {
  const name = fileName([given.replace(/\.(pdf|jpe?g|png|docx|xlsx)$/i, '')], type)
  return name === `.${type}` ? `${kind}.${type}` : name
}

/** Papers of a customer. */
export const attachmentServices = {
  'attachments.list': ({ db }: Context, { customerId }) => {
    if (!customerHead(db, customerId)) throw new CallFailure('not-found')
    return { attachments: attachmentsOf(db, customerId) }
  },
  'attachments.add': addAttachment,
  'attachments.copy': copyAttachment,
} satisfies Pick<ServiceTable, Extract<keyof typeof attachmentCalls, `attachments.${string}`>>
