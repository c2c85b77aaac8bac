import { closedFor } from '../../../../shared/domain/personal.ts'
import type { Connection } from '../../database/connection.ts'
import type { Holder } from '../../repositories/attachments.ts'
import { CallFailure } from '../call-failure.ts'
import { nameOf } from '../personal/consent-services.ts'
import { personalRules } from '../personal/personal-rules.ts'

/**
 * Whose identity paper is to be kept, if it may be (rules 11).
 * @throws CallFailure `invalid-input` where nobody is named, `not-found` where the row has no name; `purpose-missing`, `consent-missing`
 */
export function holderOf(db: Connection, customerId: number, subject: string | undefined): Holder {
  if (subject === undefined) throw new CallFailure('invalid-input', { fields: ['subject'] })
  const name = nameOf({ db }, customerId, subject)
  const why = closedFor('identityCard', name, personalRules(db, customerId))
  if (why) throw new CallFailure(why, { fields: ['identityCard'] })
  return { subject, name }
}
