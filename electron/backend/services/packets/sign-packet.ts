import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { isSameName } from '../../../../shared/domain/names.ts'
import { toSerial } from '../../../../shared/domain/serial-date.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import { inTransaction } from '../../database/connection.ts'
import { comparePacketSheets, readPacketFile } from '../../jobs/read-packet-file.ts'
import { identitySheet, readIdentity } from '../../reports/packet/identity-sheet.ts'
import { openCells } from '../../reports/packet/open-cells.ts'
import type { PlainSheet } from '../../reports/packet/packet-cells.ts'
import type { PacketContent } from '../../reports/packet/packet-content.ts'
import { packetFileName } from '../../reports/packet/packet-file.ts'
import { readAnswer } from '../../reports/packet/read-answer.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { audit } from '../audit/audit.ts'
import { digestOf } from '../audit/canonical-json.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, today } from '../context.ts'
import { deliverWorkbook } from '../deliver-workbook.ts'
import { fileName } from '../file-name.ts'
import { signAnswer } from './answer-signature.ts'
import { ownKey } from './own-key.ts'

/**
 * Signs a filled-in packet with the key of the person who asks, in their own copy of the program: the workbook is drawn anew with the
 * answer and its signature. Name and day are filled in where they are missing.
 * @throws CallFailure `password-wrong`, `too-many-tries`, `upload-gone`; `packet-refused` with what is wrong in `fields`
 */
export async function signPacket(context: Context, input: Checked<'packets.sign'>): Promise<Output<'packets.sign'>> {
  const { actor, db, inbox } = context
  await confirmPassword(context, input.password)
  const file = await readPacketFile(context.workerPath, inbox.peek(input.upload))
  if (!file.ok) throw new CallFailure('packet-refused', { fields: [file.code] })
  const hidden = file.sheets.find(({ name }) => name === identitySheet)?.cells
  const content = hidden && readIdentity(hidden)?.content
  if (!content) throw new CallFailure('packet-refused', { fields: ['not-a-packet'] })
  const signed = withSigner(content, file.sheets, actor.name, today(context))
  const { answer, refusals } = readAnswer(content, signed, today(context))
  const changes = await comparePacketSheets(context.workerPath, content, file.sheets)
  const problems = [...changes, ...refusals].map(({ code }) => code)
  if (answer && !isSameName(answer.signature, actor.name)) problems.push('signer-unknown')
  if (!answer || problems.length > 0) throw new CallFailure('packet-refused', { fields: [...new Set(problems)] })
  const key = await ownKey(context, input.password)
  const signature = { publicKey: key.publicKey, signature: signAnswer(key.privateKey, content, answer) }
  const name = fileName([packetFileName(content)], 'xlsx')
  const drawing = { kind: 'packet', content, filling: { answer, signature } } as const
  const delivered = await deliverWorkbook(context, input.requestId.toLowerCase(), name, drawing)
  inTransaction(db, () =>
    audit(context, {
      action: 'packet.sign',
      object: `packet:${content.packetId}`,
      afterDigest: digestOf(answer),
      facts: { number: content.number, decision: answer.decision },
    }),
  )
  return delivered
}

/** The sheets with name and day of the signature, where both were left to the program. */
function withSigner(
  content: PacketContent,
  sheets: readonly PlainSheet[],
  name: string,
  day: string,
): readonly PlainSheet[] {
  const addresses = new Map(openCells(content))
  const usual = new Map([
    [addresses.get('signature') ?? '', name],
    [addresses.get('signedOn') ?? '', toSerial(day) ?? day],
  ])
  const { approvalSheet } = packetSheetTexts[content.language]
  return sheets.map(sheet =>
    sheet.name === approvalSheet ? { ...sheet, cells: new Map([...usual, ...sheet.cells]) } : sheet,
  )
}
