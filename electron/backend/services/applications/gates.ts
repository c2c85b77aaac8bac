import type { ChainStep, Flag, GateProblem, RelatedLimit } from '../../../../shared/contract/application-calls.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { levelUpCauses, postsFor } from '../../../../shared/domain/authority.ts'
import { localDay } from '../../../../shared/domain/calendar.ts'
import { type ChainPlan, planChain } from '../../../../shared/domain/chain.ts'
import { askedAmount, gateProblems } from '../../../../shared/domain/gates.ts'
import { redFlags } from '../../../../shared/domain/red-flags.ts'
import type { Matrix } from '../../../../shared/domain/policy.ts'
import { freshStep } from '../../repositories/approval-steps.ts'
import type { ApplicationRecord } from '../../repositories/applications.ts'
import { creditHead } from '../../repositories/credit-files.ts'
import { keyFactsChangedAt } from '../../repositories/key-facts.ts'
import { type Context, today } from '../context.ts'
import { policyOn } from '../policy/current-policy.ts'
import { verificationOf } from '../attachments/verification-of.ts'
import { chainSteps } from './chain-steps.ts'
import { flagFacts } from './flag-facts.ts'
import { isLivingTemporary, limitFacts, resultingTotal } from './limit-facts.ts'
import { type Case, loadCase } from './load-case.ts'
import { namesIn } from './names.ts'
import { relatedLimits, sumOf } from './related-limits.ts'

/** What a submission would be: what stands in its way, who would sign, and what it comes to. Amounts in 分. */
export interface Gate {
  readonly problems: readonly GateProblem[]
  readonly plan: ChainPlan
  readonly amount: number
  /** With what the related customers may owe. */
  readonly totalLimit: number
  readonly related: readonly RelatedLimit[]
  readonly matrix: Matrix
  readonly flags: readonly Flag[]
}

/** A limit needs two signers beside the filler; to lower one the sales manager is enough (rules 1, 2). */
const minimumSigners = (application: Pick<ApplicationRecord, 'kind'>): 1 | 2 =>
  application.kind === 'lowering' ? 1 : 2

/** Works out everything that a submission of the case depends on, on the present day. Throws SqliteError. */
export function gateOf(context: Pick<Context, 'db' | 'clock'>, { application, barred, roster, values }: Case): Gate {
  const { db } = context
  const day = today(context)
  const { matrix, terms } = policyOn(db, day)
  const limit = limitFacts(db, application.customerId, terms, day)
  const amount = amountOf(application, values)
  const isTemporary = limit.grants.some(grant => isLivingTemporary(grant, day))
  const related = relatedLimits(db, application.customerId, terms, day)
  const totalLimit = resultingTotal(application, amount, limit, day) + sumOf(related)
  const changedAt = keyFactsChangedAt(db, application.customerId)
  const keyFactsChangedOn = changedAt === null ? null : localDay(new Date(changedAt))
  const up = levelUpCauses({ values, today: day, keyFactsChangedOn })
  const needed =
    application.kind === 'lowering' ? (['salesManager'] as const) : postsFor(matrix, totalLimit, up.length > 0)
  const plan = planChain(needed, roster, barred, minimumSigners(application))
  const others = limit.applications.filter(other => other.id !== application.id)
  const problems = gateProblems({
    kind: application.kind,
    values,
    carried: application.kind === 'standing' ? (creditHead(db, application.customerId)?.carried ?? []) : [],
    amount: application.amount,
    startsOn: application.startsOn,
    endsOn: application.endsOn,
    reason: application.reason,
    plan: application.plan,
    salespersonId: application.salespersonId,
    limit: limit.today,
    terms,
    today: day,
    hasOtherPending: others.some(({ state }) => state === 'pending'),
    activeTemporary: isTemporary,
    verification: verificationOf(
      context,
      application.customerId,
      creditAtStake(application.kind, amount, totalLimit),
      barred,
    ),
    chain: plan,
    names: namesIn(db),
  })
  return {
    problems,
    plan,
    amount,
    totalLimit,
    related,
    matrix,
    flags: redFlags(flagFacts(context, application, values, amount)),
  }
}

/** The amount that is asked for: of a standing limit it stands in the KH002 itself. 分. */
export function amountOf({ kind, amount }: Pick<ApplicationRecord, 'kind' | 'amount'>, values: Case['values']): number {
  return askedAmount({ kind, amount, values }) ?? 0
}

/** What could be owed with what is asked for: a temporary limit comes on top of all the others. 分. */
export function creditAtStake(kind: ApplicationRecord['kind'], amount: number, totalLimit: number): number {
  return kind === 'temporary' ? totalLimit : amount
}

/** What stands in the way of a submission, and who would sign it. Throws CallFailure `not-found`. */
export function checkApplication(
  context: Context,
  { id }: Checked<'applications.check'>,
): Output<'applications.check'> {
  const found = withSubmitter(context, loadCase(context.db, id, today(context)))
  const { problems, plan, totalLimit, related } = gateOf(context, found)
  return { problems: [...problems], steps: plannedSteps(context, found, plan), totalLimit, related: [...related] }
}

/** Whoever submits has a hand in it from that moment on. */
export function withSubmitter({ actor }: Pick<Context, 'actor'>, found: Case): Case {
  return { ...found, barred: new Set([...found.barred, actor.id]) }
}

function plannedSteps(context: Context, found: Case, plan: ChainPlan): ChainStep[] {
  if (!plan.ok) return []
  const steps = plan.steps.map(({ post, state }, index) =>
    freshStep({ submissionId: 0, place: index + 1, attempt: 1, post, state, openedAt: null }),
  )
  return chainSteps(steps, found, namesIn(context.db))
}
