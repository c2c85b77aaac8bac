import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { extraCalls } from '../../../../shared/contract/extra-calls.ts'
import { cleanTag, isTag, mostTags } from '../../../../shared/domain/tags.ts'
import {
  cardFactsOf,
  countStale,
  putCardFacts,
  putCheck,
  staleAfter,
  staleCards,
} from '../../repositories/card-facts.ts'
import { putSalesperson, salespersonOf } from '../../repositories/credit-files.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { creationOf } from '../../repositories/customers.ts'
import { allNames } from '../../repositories/involvement.ts'
import { addTag, dropTag, tagsOf, usedTags } from '../../repositories/tags.ts'
import { localDay } from '../../../../shared/domain/calendar.ts'
import { CallFailure } from '../call-failure.ts'
import { rememberFormal } from '../changes/formal.ts'
import { type Context, now, today } from '../context.ts'
import type { ServiceTable } from '../service-table.ts'
import { type CardChange, changeCard } from './change-card.ts'
import { openCard, staleUpTo } from './open-card.ts'
import { saveExtra } from './save-extra.ts'
import { staleReport } from './stale-report.ts'

/** Adds and takes off tags. Throws CallFailure `invalid-input` for a tag that is none, `too-many-tags`, `not-found`, `archived`. */
function tag(context: Context, input: Checked<'cards.tag'>): Output<'cards.tag'> {
  const { db, actor } = context
  return changeCard(context, input, {
    action: 'customer.tags',
    work: ({ id }, at) => {
      const add = input.add.map(cleanTag)
      if (!add.every(isTag)) throw new CallFailure('invalid-input', { fields: ['tags'] })
      const before = tagsOf(db, id)
      for (const old of input.remove) dropTag(db, id, cleanTag(old))
      for (const fresh of add) addTag(db, id, fresh, at, actor.id)
      const after = tagsOf(db, id)
      if (after.length > mostTags) throw new CallFailure('too-many-tags', { fields: ['tags'] })
      return before.join('\n') === after.join('\n') ? [] : [{ path: 'card.tags', from: before, to: after }]
    },
  })
}

const suggested = 200

function listTags({ db }: Context): Output<'tags.list'> {
  return { tags: usedTags(db, suggested) }
}

/**
 * Stores 建档日期, the reason for a missing code, and the salesperson where nobody was named before: another one is a key box.
 * @throws CallFailure `period-invalid` for a day to come, `not-found`, `archived`, `not-allowed` for another salesperson
 */
function setFacts(context: Context, input: Checked<'cards.setFacts'>): Output<'cards.setFacts'> {
  const { db } = context
  return changeCard(context, input, {
    action: 'customer.facts',
    work: ({ id }) => {
      if (input.filedOn !== null && input.filedOn > today(context))
        throw new CallFailure('period-invalid', { fields: ['filedOn'] })
      const before = cardFactsOf(db, id)
      const made = creationOf(db, id)
      if (!before || !made) throw new CallFailure('not-found')
      const ownDay = localDay(new Date(made.at))
      const after = { filedOn: input.filedOn ?? ownDay, noCodeReason: input.noCodeReason || null }
      putCardFacts(db, id, { ...after, filedOn: after.filedOn === ownDay ? null : after.filedOn })
      const salesperson = nameSalesperson(context, id, input.salespersonId)
      rememberFormal(db, id, loadCustomerValues(db, id) ?? {}, now(context))
      const changes: CardChange[] = [
        { path: 'card.filedOn', from: before.filedOn, to: after.filedOn },
        { path: 'card.noCodeReason', from: before.noCodeReason, to: after.noCodeReason },
        ...salesperson,
      ]
      return changes.filter(({ from, to }) => from !== to)
    },
  })
}

function nameSalesperson({ db }: Context, id: number, wanted: number | null): CardChange[] {
  const present = salespersonOf(db, id)
  if (wanted === null || wanted === present) return []
  if (present !== null) throw new CallFailure('not-allowed', { fields: ['salesperson'] })
  const person = allNames(db).find(known => known.id === wanted)
  if (!person) throw new CallFailure('not-found', { fields: ['salesperson'] })
  putSalesperson(db, id, wanted)
  return [{ path: 'card.salesperson', from: null, to: person.name }]
}

/** Notes that the card as it was shown is still right. Throws CallFailure `card-changed` where it has changed since, `not-found`, `archived`. */
function check(context: Context, input: Checked<'cards.check'>): Output<'cards.check'> {
  const { db, actor } = context
  return changeCard(context, input, {
    action: 'customer.check',
    work: ({ id, revision }) => {
      if (revision !== input.revision) throw new CallFailure('card-changed')
      const before = cardFactsOf(db, id)?.checkedOn ?? null
      const day = today(context)
      putCheck(db, id, day, actor.id)
      return [{ path: 'card.checkedOn', from: before, to: day }]
    },
  })
}

function nextStale(context: Context, { after }: Checked<'cards.nextStale'>): Output<'cards.nextStale'> {
  const upTo = staleUpTo(context)
  const { db } = context
  const id = after === null ? staleCards(db, upTo, 1)[0]?.id : staleAfter(db, upTo, after)
  return { id: id ?? null, left: countStale(db, upTo) }
}

/** The calls about what a card says besides the boxes of the forms. */
export const cardServices = {
  'cards.open': openCard,
  'cards.saveExtra': saveExtra,
  'cards.tag': tag,
  'tags.list': listTags,
  'cards.setFacts': setFacts,
  'cards.check': check,
  'cards.nextStale': nextStale,
  'reports.staleCards': staleReport,
} satisfies Pick<
  ServiceTable,
  Extract<keyof typeof extraCalls, `cards.${string}` | `tags.${string}` | `reports.${string}`>
>
