import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import { changedPaths } from '../../../../shared/catalogue/derive/value.ts'
import type { EvidenceGrade } from '../../../../shared/domain/application.ts'
import type { StepRecord } from '../../repositories/approval-steps.ts'
import { putSignature } from '../../repositories/credit-files.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import { type Context, now } from '../context.ts'
import { storeChanges } from '../store-customer.ts'
import { type Names, namesIn } from './names.ts'

const evidenceWords: Readonly<Record<EvidenceGrade, string>> = { jia: '甲', yi: '乙', bing: '丙' }
const unsignedWords: Readonly<Partial<Record<StepRecord['state'], string>>> = {
  byHigher: '由上级代签',
  notNeeded: '无需',
}

/** What a signature box of the KH002 says: 周敏 甲, 李四 代 王五 丙, 由上级代签, 无需 (rules 1, 2, 10, 14). */
export function signatureText(step: StepRecord, names: Names): string {
  if (step.signerId === null || step.evidence === null) return unsignedWords[step.state] ?? ''
  const signer =
    step.onBehalfOf === null ? names(step.signerId) : `${names(step.signerId)} 代 ${names(step.onBehalfOf)}`
  return `${signer} ${evidenceWords[step.evidence]}`
}

/** Writes a step into its box of the KH002, with its row in the history of the card; a box whose step was given back is empty again. */
export function writeSignature(context: Context, creditId: number, customerId: number, step: StepRecord): void {
  const isShown = step.state === 'signed' || step.state in unsignedWords
  withHistory(context, customerId, () => {
    putSignature(context.db, {
      creditId,
      post: step.post,
      actorId: isShown ? step.signerId : null,
      signature: isShown ? signatureText(step, namesIn(context.db)) : '',
      signedOn: isShown ? step.signedOn : null,
    })
  })
}

/** Lets the chain fill in boxes of a customer's KH002, by `write` or as `granted`, and keeps the history of the card true to them. */
export function withHistory(
  context: Context,
  customerId: number,
  write: () => void,
  granted: Readonly<Record<Path, Values[Path]>> = {},
): void {
  const { db, actor } = context
  const before = loadCustomerValues(db, customerId) ?? {}
  write()
  const after = { ...loadCustomerValues(db, customerId), ...granted }
  const changed = changedPaths(before, after)
  const revision = (customerHead(db, customerId)?.revision ?? 0) + 1
  storeChanges(db, customerId, revision, { changed, before, after }, { by: actor.id, at: now(context) })
}
