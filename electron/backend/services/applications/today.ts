import type { TodayKey } from '../../../../shared/contract/application-calls.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { escalatedFrom, lateFrom } from '../../../../shared/domain/application.ts'
import { addDays, daysBetween } from '../../../../shared/domain/calendar.ts'
import { candidatesFor } from '../../../../shared/domain/chain.ts'
import type { ApplicationRecord } from '../../repositories/applications.ts'
import { applicationsIn } from '../../repositories/applications.ts'
import { countStale, staleCards } from '../../repositories/card-facts.ts'
import { countIncomplete, customerLine, incompleteCustomers } from '../../repositories/customers.ts'
import { countPairs, pairPage } from '../../repositories/duplicate-scan.ts'
import { survivorOf } from '../../repositories/merged-cards.ts'
import { openQuestionsTo } from '../../repositories/opinions.ts'
import { openRequests } from '../../repositories/personal-requests.ts'
import { openReviewDemands } from '../../repositories/review-demands.ts'
import { changesToDecide } from '../changes/list-changes.ts'
import { type Context, may, today } from '../context.ts'
import { answersPairs } from '../duplicates/worklist.ts'
import { staleUpTo } from '../extra/open-card.ts'
import { waitingReturns } from '../packets/waiting-returns.ts'
import { countRetention, listRetention } from '../personal/retention-services.ts'
import { policyOn } from '../policy/current-policy.ts'
import { proposalsToDecide } from '../policy/proposals-to-decide.ts'
import { dayOf } from './open-application.ts'
import { type Case, caseOf, openStepOf } from './load-case.ts'
import { applicationRow, maySignNow, owesConfirmation, waitsForRework } from './rows.ts'

type Rows = Output<'today.rows'>['rows']
type Row = Rows[number]

const expiredShown = 30 // days for which an ended limit is kept before people's eyes
const incompleteBelow = 50 // percent
const mostRows = 500

/** What waits for whoever asks, as counts; nothing that is not theirs. */
export function todaySummary(context: Context): Output<'today.summary'> {
  const day = lists(context)
  const counts = (Object.keys(day) as TodayKey[]).map(key => ({ key, count: day[key]?.count() ?? 0 }))
  return { counts: counts.filter(({ count }) => count > 0) }
}

/** The rows behind one of the counts. */
export function todayRows(context: Context, { key }: Checked<'today.rows'>): Output<'today.rows'> {
  return { rows: lists(context)[key]?.rows().slice(0, mostRows) ?? [] }
}

interface List {
  readonly count: () => number
  readonly rows: () => Rows
}

/** Every list that this person may see; the cases in the chain are loaded once for all of them. */
function lists(context: Context): Partial<Record<TodayKey, List>> {
  const moving = mayRead(context) ? movingCases(context) : []
  const of = (cases: readonly Case[], on: (found: Case) => string | null = () => null): List => ({
    count: () => cases.length,
    rows: () => cases.map(found => applicationLine(context, found, on(found))),
  })
  const waiting = moving.filter(found => maySignNow(context, found))
  const since = (found: Case) => dayOf(openStepOf(found)?.openedAt ?? null)
  return {
    sign: of(waiting, since),
    late: of(
      moving.filter(found => isLateFor(context, found)),
      since,
    ),
    rework: of(moving.filter(({ application }) => waitsForRework(context, application))),
    confirmChanges: of(moving.filter(found => owesConfirmation(context, found))),
    opinions: of(asked(context)),
    withdrawals: of(waiting.filter(({ application }) => application.withdrawalAskedAt !== null)),
    drafts: of(
      moving.filter(({ application: { state, begunBy } }) => state === 'draft' && begunBy === context.actor.id),
    ),
    confirmPackets: packets(context),
    proposals: proposals(context),
    changes: changes(context),
    ...(mayRead(context) && {
      expiring: ending(context, 'soon'),
      expired: ending(context, 'past'),
      review: reviews(context),
    }),
    ...(may(context, 'basic.write') && { incomplete: incomplete(context), stale: stale(context) }),
    ...(may(context, 'personal.handle') && {
      personalLate: personal(context, dueOn => dueOn < today(context)),
      personalOpen: personal(context, dueOn => dueOn >= today(context)),
    }),
    ...(may(context, 'personal.manage') && { retention: retention(context) }),
    ...(answersPairs(context) && { duplicates: duplicates(context) }),
  }
}

const mayRead = (context: Context) => may(context, 'approval.read')

function movingCases(context: Context): Case[] {
  const day = today(context)
  // What a merged card had in hand rests with it.
  return applicationsIn(context.db, ['draft', 'returned', 'pending'])
    .filter(({ customerId }) => survivorOf(context.db, customerId) === customerId)
    .map(application => caseOf(context.db, application, day))
}

/** A step is late for whoever may sign it, and after two days more for the next level, too; nothing is approved by time (rules 14). */
function isLateFor(context: Context, found: Case): boolean {
  const waited = applicationRow(context, found).waited ?? 0
  if (waited < lateFrom) return false
  if (maySignNow(context, found)) return true
  const next = found.steps.find(({ state }) => state === 'waiting')
  if (waited < escalatedFrom || !next) return false
  return candidatesFor(next.post, found.roster, found.barred).some(({ personId }) => personId === context.actor.id)
}

function asked(context: Context): Case[] {
  const ids = new Set(openQuestionsTo(context.db, context.actor.id).map(({ applicationId }) => applicationId))
  return applicationsIn(context.db, ['pending', 'returned', 'approved', 'rejected', 'withdrawn'])
    .filter(({ id }) => ids.has(id))
    .map(application => caseOf(context.db, application, today(context)))
}

function applicationLine(context: Context, found: Case, on: string | null): Row {
  const { id, number, customerName, amount } = applicationRow(context, found)
  return { kind: 'application', id, title: customerName, number, amount, on }
}

function customerRow(db: Context['db'], customerId: number, amount: number | null, on: string | null): Row {
  const { id, name, customerNo } = customerLine(db, survivorOf(db, customerId))
  return { kind: 'customer', id, title: name, number: `KH-${customerNo}`, amount, on }
}

/** Limits that end soon, or ended lately without another taking their place; the first to end comes first. */
function ending(context: Context, when: 'soon' | 'past'): List {
  const { db } = context
  const day = today(context)
  const { reminderDays } = policyOn(db, day).terms
  const [from, to] =
    when === 'soon' ? [day, addDays(day, reminderDays)] : [addDays(day, -expiredShown), addDays(day, -1)]
  const approved = applicationsIn(db, ['approved'])
  const isFollowed = (ended: ApplicationRecord) =>
    approved.some(other => other.id > ended.id && other.customerId === ended.customerId && other.kind !== 'temporary')
  const rows = () =>
    approved
      .filter(({ validTo, closedOn }) => closedOn === null && validTo !== null && validTo >= from && validTo <= to)
      .filter(application => application.kind === 'temporary' || !isFollowed(application))
      .sort((a, b) => daysBetween(b.validTo ?? day, a.validTo ?? day))
      .map(({ customerId, approvedLimit, validTo }) => customerRow(db, customerId, approvedLimit, validTo))
  return { count: () => rows().length, rows }
}

function reviews({ db }: Context): List {
  const rows = () => openReviewDemands(db).map(({ customerId, dueOn }) => customerRow(db, customerId, null, dueOn))
  return { count: () => rows().length, rows }
}

function incomplete({ db }: Context): List {
  return {
    count: () => countIncomplete(db, incompleteBelow),
    rows: () => incompleteCustomers(db, incompleteBelow, mostRows).map(({ id }) => customerRow(db, id, null, null)),
  }
}

/** Cards that nobody has found right for too long, the longest first (rules 21). */
function stale(context: Context): List {
  const { db } = context
  const upTo = staleUpTo(context)
  return {
    count: () => countStale(db, upTo),
    rows: () => staleCards(db, upTo, mostRows).map(({ id, since }) => customerRow(db, id, null, since)),
  }
}

/** What people have asked for about themselves, by the day on which they are to be answered (rules 11). */
function personal({ db }: Context, isWanted: (dueOn: string) => boolean): List {
  const wanted = openRequests(db).filter(({ dueOn }) => isWanted(dueOn))
  const rows = () =>
    wanted.map(({ customerId, name, dueOn }): Row => {
      const row = customerRow(db, customerId, null, dueOn)
      return { ...row, kind: 'person', title: `${row.title} · ${name}` }
    })
  return { count: () => wanted.length, rows }
}

/** Personal data that is kept longer than the company meant to (rules 11). */
function retention(context: Context): List {
  const rows = () =>
    listRetention(context).rows.map(
      ({ customerId, customerNo, name, dueOn }): Row => ({
        kind: 'retention',
        id: customerId,
        title: name,
        number: `KH-${customerNo}`,
        amount: null,
        on: dueOn,
      }),
    )
  return { count: () => countRetention(context), rows }
}

/** What the last scan found and nobody has answered, as the worklist shows it (rules 8). */
function duplicates({ db }: Context): List {
  const rows = () =>
    pairPage(db, 0, mostRows).map(
      ({ firstNo, firstName, secondNo, secondName }, index): Row => ({
        kind: 'pair',
        id: index + 1,
        title: `${firstName} · ${secondName}`,
        number: `KH-${firstNo} · KH-${secondNo}`,
        amount: null,
        on: null,
      }),
    )
  return { count: () => countPairs(db), rows }
}

function packets(context: Context): List {
  const rows = () =>
    waitingReturns(context)
      .filter(({ mayConfirm }) => mayConfirm)
      .map(
        ({ id, customerName, number, answer }): Row => ({
          kind: 'packet',
          id,
          title: customerName,
          number,
          amount: answer.granted,
          on: answer.signedOn,
        }),
      )
  return { count: () => rows().length, rows }
}

function proposals(context: Context): List {
  const rows = () =>
    proposalsToDecide(context).map(
      ({ id, change, person, proposedAt }): Row => ({
        kind: 'proposal',
        id,
        title: person?.name ?? '',
        number: change.kind,
        amount: null,
        on: dayOf(proposedAt),
      }),
    )
  return { count: () => rows().length, rows }
}

function changes(context: Context): List {
  const waiting = changesToDecide(context)
  const rows = () =>
    waiting.map(
      ({ id, customerName, customerNo, requestedAt }): Row => ({
        kind: 'change',
        id,
        title: customerName,
        number: `KH-${customerNo}`,
        amount: null,
        on: dayOf(requestedAt),
      }),
    )
  return { count: () => waiting.length, rows }
}
