import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { type PersonalClass, subjectName } from '../../../../shared/domain/personal.ts'
import { attachmentsOf } from '../../repositories/attachments.ts'
import { consentsOf, endConsent, insertConsent } from '../../repositories/consents.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import { mergedInto } from '../../repositories/merged-cards.ts'
import { audit } from '../audit/audit.ts'
import { saltedDigest } from '../audit/salted-digest.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { once } from '../once.ts'

/** Everything that people of a card have agreed to and taken back. Throws CallFailure `not-found`. */
export function listConsents(
  { db }: Context,
  { customerId }: Checked<'personal.consents'>,
): Output<'personal.consents'> {
  if (!customerHead(db, customerId)) throw new CallFailure('not-found')
  return { consents: consentsOf(db, customerId) }
}

/**
 * Records what a person has agreed to, bound to the name that stands on the card.
 * @throws CallFailure `not-found`, also for a person without a name; `merged`, `archived`; `period-invalid` for a day to come;
 *   `invalid-input` for a paper of another customer
 */
export function recordConsent(
  context: Context,
  { requestId, customerId, subject, classes, givenOn, manner, note, attachmentId }: Checked<'personal.recordConsent'>,
): Output<'personal.recordConsent'> {
  const { db, actor } = context
  return once(context, requestId, () => {
    const head = customerHead(db, customerId)
    const name = nameOf(context, customerId, subject)
    if (!head) throw new CallFailure('not-found')
    if (mergedInto(db, customerId)) throw new CallFailure('merged')
    if (head.archived) throw new CallFailure('archived')
    if (givenOn > today(context)) throw new CallFailure('period-invalid', { fields: ['givenOn'] })
    if (attachmentId !== null && !attachmentsOf(db, customerId).some(({ id }) => id === attachmentId))
      throw new CallFailure('invalid-input', { fields: ['attachmentId'] })
    const given = { customerId, subject, name, givenOn, manner, note: note || null, attachmentId }
    const at = now(context)
    const ids = distinct(classes).map(group => insertConsent(db, { ...given, class: group, at, by: actor.id }))
    const object = `customer:${customerId}`
    audit(context, {
      action: 'consent.record',
      object,
      afterDigest: saltedDigest(context, object, { ...given, classes }),
      facts: { subject, classes: distinct(classes).join(' '), manner, consents: ids.join(' '), on: givenOn },
    })
    return {}
  })
}

/**
 * Records that a person takes consent back; what was recorded stays as it was, with its end.
 * @throws CallFailure `not-found`, also where no such consent is in force; `period-invalid` for a day to come or before it was given
 */
export function withdrawConsent(
  context: Context,
  { requestId, customerId, subject, classes, withdrawnOn, note }: Checked<'personal.withdrawConsent'>,
): Output<'personal.withdrawConsent'> {
  const { db, actor } = context
  return once(context, requestId, () => {
    const name = nameOf(context, customerId, subject)
    const ending = consentsOf(db, customerId).filter(
      consent => consent.name === name && consent.withdrawn === null && classes.includes(consent.class),
    )
    if (ending.length === 0) throw new CallFailure('not-found')
    if (withdrawnOn > today(context) || ending.some(({ givenOn }) => withdrawnOn < givenOn))
      throw new CallFailure('period-invalid', { fields: ['withdrawnOn'] })
    const end = { on: withdrawnOn, note: note || null, at: now(context), by: actor.id }
    for (const { id } of ending) endConsent(db, id, end)
    const object = `customer:${customerId}`
    audit(context, {
      action: 'consent.withdraw',
      object,
      afterDigest: saltedDigest(context, object, { name, withdrawnOn, note: end.note }),
      facts: {
        subject,
        classes: distinct(ending.map(consent => consent.class)).join(' '),
        consents: ending.map(({ id }) => id).join(' '),
        on: withdrawnOn,
      },
    })
    return {}
  })
}

/** The name of a person of a card. Throws CallFailure `not-found` where the row has none. */
export function nameOf({ db }: Pick<Context, 'db'>, customerId: number, subject: string): string {
  const values = loadCustomerValues(db, customerId)
  const name = values ? subjectName(values, subject) : ''
  if (name === '') throw new CallFailure('not-found')
  return name
}

const distinct = (classes: readonly PersonalClass[]) => [...new Set(classes)]
