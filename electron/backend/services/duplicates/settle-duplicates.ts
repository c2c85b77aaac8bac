import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import type { GivenAnswers } from '../../../../shared/contract/duplicate-calls.ts'
import type { Connection } from '../../database/connection.ts'
import { relatedCustomers } from '../../repositories/customer-links.ts'
import { answersAbout, putPairAnswer, type Sharer } from '../../repositories/duplicates.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'
import { spokenName } from '../../search/duplicate-keys.ts'
import type { ToldKind } from '../../search/likeness.ts'
import { type Duplicates, findDuplicates } from './find-duplicates.ts'
import { linkCustomers } from './link-customers.ts'
import type { Permission } from './permission.ts'

/** What `findDuplicates` finds, but for those who were answered under their present names or are linked. Throws SqliteError. */
export function openDuplicates(db: Connection, values: Values, id?: number): Duplicates {
  const found = findDuplicates(db, values, id)
  if (id === undefined) return found
  const settled = settledWith(db, id, textAt(values, 'customer.name'))
  return {
    certain: found.certain.filter(other => !settled(other)),
    probable: found.probable.filter(other => !settled(other)),
  }
}

/** Whether a pair has been answered while both names were what they are, or is linked. Throws SqliteError. */
export function settledWith(db: Connection, id: number, name: string): (other: Pick<Sharer, 'id' | 'name'>) => boolean {
  const own = spokenName(name).whole
  const answers = answersAbout(db, id)
  const related = new Set(relatedCustomers(db, id))
  return other =>
    related.has(other.id) ||
    answers.some(
      answer =>
        answer.other === other.id && answer.ownName === own && answer.otherName === spokenName(other.name).whole,
    )
}

const boxesOf: Readonly<Record<ToldKind, readonly Path[]>> = {
  name: ['customer.name'],
  formerName: ['customer.name'],
  registration: ['customer.businessRegNo'],
  organisation: ['customer.businessRegNo', 'customer.taxNo'],
  account: ['customer.bankAccountNo'],
}

interface Asked {
  /** The customer whose card it is; a new one has none. */
  readonly id?: number
  readonly given: GivenAnswers | undefined
  readonly permission: Permission | undefined
  /** The boxes of a save: what was alike before and is not touched stands in nobody's way. */
  readonly changed?: readonly Path[]
}

/**
 * Refuses a card that is there already, or that is likely to be and nobody has said anything about it (rules 8). Answers what keeps
 * the answers once the customer has its id, inside the same transaction.
 * @throws CallFailure `duplicate-certain` and `duplicate-probable` with the boxes
 */
export function settleDuplicates(
  context: Context,
  values: Values,
  { id, given, permission, changed }: Asked,
): (id: number) => void {
  const open = openDuplicates(context.db, values, id)
  const isAsked = (path: Path) => changed?.includes(path) ?? true
  const certain = open.certain
    .map(other => ({ ...other, kinds: other.kinds.filter(kind => boxesOf[kind].some(isAsked)) }))
    .filter(({ kinds }) => kinds.length > 0)
  const probable = isAsked('customer.name') ? open.probable : []
  const said = new Map((given?.answers ?? []).map(answer => [answer.id, answer.as]))
  const isLinked = (other: Sharer) => said.has(other.id) && said.get(other.id) !== 'different'
  // A branch may share its head's account, and says so; nobody calls a certain duplicate different without a reason.
  const same = certain.filter(other => !isLinked(other))
  if (same.length > 0 && !permission)
    throw new CallFailure('duplicate-certain', { fields: boxesOfKinds(same.flatMap(({ kinds }) => kinds)) })
  if (probable.some(other => other.mustAnswer && !said.has(other.id)))
    throw new CallFailure('duplicate-probable', { fields: ['customer.name'] })
  const isSame = (other: Sharer) => same.some(({ id: sameId }) => sameId === other.id)
  const answered = [...certain, ...probable].filter(other => said.has(other.id) && !isSame(other))
  return customerId => {
    const own = { id: customerId, values }
    for (const other of same) keepAnswer(context, own, other, permission)
    for (const other of answered) {
      const as = said.get(other.id)
      if (as === 'different') keepAnswer(context, own, other)
      else if (as) linkCustomers(context, customerId, other.id, as)
    }
  }
}

function boxesOfKinds(kinds: readonly ToldKind[]): Path[] {
  return [...new Set(kinds.flatMap(kind => boxesOf[kind]))]
}

/** Keeps 不是重复, or why a certain duplicate was let through, with both names as they are now (rules 8). */
export function keepAnswer(
  context: Pick<Context, 'db' | 'actor' | 'clock' | 'machine'>,
  own: { readonly id: number; readonly values: Values },
  other: Pick<Sharer, 'id' | 'name'>,
  permission?: Permission,
): void {
  putPairAnswer(context.db, {
    ids: [own.id, other.id],
    names: [spokenName(textAt(own.values, 'customer.name')).whole, spokenName(other.name).whole],
    answer: permission ? 'override' : 'different',
    reason: permission?.reason ?? null,
    by: permission?.by ?? context.actor.id,
    at: now(context),
  })
  audit(context, {
    action: permission ? 'duplicate.override' : 'duplicate.different',
    object: `customer:${own.id}`,
    ...(permission && { reason: permission.reason }),
    facts: { other: String(other.id), ...(permission && { account: String(permission.by) }) },
  })
}
