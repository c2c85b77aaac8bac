import { freezesWithCredit } from '../../../../shared/catalogue/derive/sections.ts'
import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import { addDays } from '../../../../shared/domain/calendar.ts'
import { applicationsOf } from '../../repositories/applications.ts'
import { creditHead } from '../../repositories/credit-files.ts'
import { insertReviewDemand } from '../../repositories/review-demands.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, today } from '../context.ts'
import { policyOn } from '../policy/current-policy.ts'
import { dropCarried } from './begin.ts'
import { frozenBy } from './frozen.ts'
import { limitFacts } from './limit-facts.ts'

/** Refuses changes of a KH002 that is in the chain or decided. Throws CallFailure `frozen` with the boxes. */
export function refuseFrozen({ db }: Pick<Context, 'db'>, customerId: number, changed: readonly Path[]): void {
  const boxes = changed.filter(freezesWithCredit)
  if (boxes.length === 0) return
  const credit = creditHead(db, customerId)
  if (credit && frozenBy(applicationsOf(db, customerId), credit.id)) throw new CallFailure('frozen', { fields: boxes })
}

/** What a save of a card means for approvals: answers given anew are no longer 上次, and some changes ask for an early review. */
export function afterSave(
  context: Pick<Context, 'db' | 'clock' | 'machine'> & { readonly actor: { readonly id: number } },
  customerId: number,
  { changed, before, after }: { changed: readonly Path[]; before: Values; after: Values },
): void {
  const { db } = context
  const credit = creditHead(db, customerId)
  if (credit) dropCarried(db, credit, changed)
  const causes = reviewCauses(changed, before, after)
  if (causes.length === 0) return
  const day = today(context)
  const { terms } = policyOn(db, day)
  if (limitFacts(db, customerId, terms, day).today.state !== 'inForce') return
  for (const cause of causes) {
    insertReviewDemand(db, { customerId, cause, happenedOn: day, dueOn: addDays(day, terms.reviewDays) })
    audit(context, { action: 'review.demand', object: `customer:${customerId}`, facts: { cause } })
  }
}

/** The changes of a card that force an early review (rules 9): another account, another person in charge, a worse grade. */
export function reviewCauses(changed: readonly Path[], before: Values, after: Values): string[] {
  const causes: string[] = []
  if (changed.includes('customer.bankAccountNo')) causes.push('bankAccount')
  if (changed.includes('people.principal.1.name')) causes.push('principal')
  const [was, is] = [textAt(before, 'customer.grade'), textAt(after, 'customer.grade')]
  // Letters sort as grades do: B is worse than A.
  if (was !== '' && is > was) causes.push('grade')
  return causes
}
