import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { personalCalls } from '../../../../shared/contract/personal-calls.ts'
import { isSensitive } from '../../../../shared/domain/personal.ts'
import { allPurposes, insertPurpose, newestOf } from '../../repositories/personal-purposes.ts'
import { audit } from '../audit/audit.ts'
import { type Context, now } from '../context.ts'
import { once } from '../once.ts'
import type { ServiceTable } from '../service-table.ts'
import { aboutPerson, copyForPerson } from './about-person.ts'
import { closeRequest, recordRequest } from './request-services.ts'
import { keepOn, listRetention } from './retention-services.ts'
import { conceal, reveal } from './reveal.ts'
import { listConsents, recordConsent, withdrawConsent } from './consent-services.ts'

function listPurposes({ db }: Context): Output<'personal.purposes'> {
  const versions = allPurposes(db)
  const purposes = newestOf(versions)
  return { purposes, earlier: versions.filter(version => !purposes.includes(version)) }
}

/** Says in a new version what a group of personal data is kept for; the version before stays on record. Throws SqliteError. */
export function setPurpose(
  context: Context,
  { requestId, ...asked }: Checked<'personal.setPurpose'>,
): Output<'personal.setPurpose'> {
  const { db, actor } = context
  return once(context, requestId, () => {
    const purpose = { ...asked, needsConsent: isSensitive(asked.class) || asked.needsConsent }
    insertPurpose(db, purpose, { at: now(context), by: actor.id })
    audit(context, {
      action: 'purpose.set',
      object: 'company',
      facts: {
        class: purpose.class,
        purpose: purpose.purpose,
        necessity: purpose.necessity,
        months: String(purpose.retentionMonths),
        needsConsent: purpose.needsConsent ? '1' : '0',
      },
    })
    return {}
  })
}

/** Personal data: behind masks, what for, with whose consent. */
export const personalServices = {
  'personal.reveal': reveal,
  'personal.conceal': conceal,
  'personal.purposes': listPurposes,
  'personal.setPurpose': setPurpose,
  'personal.consents': listConsents,
  'personal.recordConsent': recordConsent,
  'personal.withdrawConsent': withdrawConsent,
  'personal.ofPerson': aboutPerson,
  'personal.copy': copyForPerson,
  'personal.request': recordRequest,
  'personal.closeRequest': closeRequest,
  'personal.retention': listRetention,
  'personal.keepOn': keepOn,
} satisfies Pick<ServiceTable, keyof typeof personalCalls>
