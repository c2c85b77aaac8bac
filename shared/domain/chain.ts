import type { StepState } from './application.ts'
import { type Post, posts } from './roles.ts'

/** Who could sign today: accounts in use with the posts they hold, and delegations that hold today. Numbers are persons. */
export interface Roster {
  readonly holders: readonly { readonly personId: number; readonly posts: readonly Post[] }[]
  readonly delegations: readonly { readonly from: number; readonly post: Post; readonly to: number }[]
}

/** Somebody who may sign for a post, in their own right or in the stead of its holder. */
export interface Candidate {
  readonly personId: number
  readonly onBehalfOf: number | null
}

/** The persons who may sign for a post, in their own right before by delegation; nobody acts for the barred (rules 1, 14). */
export function candidatesFor(post: Post, roster: Roster, barred: ReadonlySet<number>): Candidate[] {
  const holds = (personId: number, asked: (held: Post) => boolean) =>
    roster.holders.some(holder => holder.personId === personId && holder.posts.some(asked))
  const holders = roster.holders
    .filter(holder => holder.posts.includes(post))
    .map(({ personId }) => ({ personId, onBehalfOf: null }))
  const delegates = roster.delegations
    .filter(({ from, post: delegated, to }) => {
      const isLower = (held: Post) => posts.indexOf(held) < posts.indexOf(post)
      return delegated === post && !barred.has(from) && holds(from, held => held === post) && !holds(to, isLower)
    })
    .map(({ from, to }) => ({ personId: to, onBehalfOf: from }))
  return [...holders, ...delegates].filter(
    ({ personId }, index, all) =>
      !barred.has(personId) && all.findIndex(other => other.personId === personId) === index,
  )
}

/** One step of a chain before anybody has signed. */
export interface PlannedStep {
  readonly post: Post
  readonly state: 'waiting' | 'byHigher' | 'notNeeded'
}

/** The chain of an application, or why there is none; `barredHolders` hold the post and may not sign this application. */
export type ChainPlan =
  | { ok: true; steps: PlannedStep[] }
  | { ok: false; problem: 'no-approver'; post: Post; barredHolders: number[] }
  | { ok: false; problem: 'too-few-signers' }

/**
 * Plans who signs: every step gets a person of its own, the highest first. A step whose only candidates are all needed higher up is
 * signed by the higher one (由上级代签). All four posts are answered in their order; fewer than `minimum` signers are refused.
 */
export function planChain(
  needed: readonly Post[],
  roster: Roster,
  barred: ReadonlySet<number>,
  minimum: 1 | 2,
): ChainPlan {
  const candidates = new Map(posts.map(post => [post, personsFor(post, roster, barred)]))
  const empty = posts.find(post => needed.includes(post) && candidates.get(post)?.length === 0)
  if (empty) {
    const holders = roster.holders.filter(holder => holder.posts.includes(empty))
    return { ok: false, problem: 'no-approver', post: empty, barredHolders: holders.map(({ personId }) => personId) }
  }
  const signing: (readonly number[])[] = []
  const steps = posts.reduceRight<PlannedStep[]>((higher, post) => {
    if (!needed.includes(post)) return [{ post, state: 'notNeeded' }, ...higher]
    const own = candidates.get(post) ?? []
    const fits = haveSignersOfTheirOwn([...signing, own])
    if (fits) signing.push(own)
    return [{ post, state: fits ? 'waiting' : 'byHigher' }, ...higher]
  }, [])
  return signing.length < minimum ? { ok: false, problem: 'too-few-signers' } : { ok: true, steps }
}

/** A step as it stands: `place` is its order in the chain. */
export interface StepView {
  readonly place: number
  readonly post: Post
  readonly state: StepState
  readonly signerId: number | null
}

/** Whether a person may sign a step, for whom, and why not. */
export type MaySign =
  | { ok: true; onBehalfOf: number | null }
  | { ok: false; why: 'not-your-turn' | 'own-application' | 'signed-already' | 'needed-above' }

/**
 * Whether a person may sign the open step at `place` without leaving a step above that nobody else could sign (rules 1). `steps` are
 * all attempts of the version: whoever has signed a level that was gone through again has signed it all the same.
 */
export function maySign(
  steps: readonly StepView[],
  place: number,
  personId: number,
  roster: Roster,
  barred: ReadonlySet<number>,
): MaySign {
  if (barred.has(personId)) return { ok: false, why: 'own-application' }
  const step = steps.find(other => other.place === place && other.state === 'open')
  const candidates = step ? candidatesFor(step.post, roster, barred) : []
  const own = candidates.find(candidate => candidate.personId === personId)
  if (!own) return { ok: false, why: 'not-your-turn' }
  const hasSignedElsewhere = (person: number, here: number) =>
    steps.some(other => other.place !== here && other.state === 'signed' && other.signerId === person)
  if (hasSignedElsewhere(personId, place)) return { ok: false, why: 'signed-already' }
  const remaining = steps
    .filter(other => other.state === 'waiting' && other.place !== place)
    .map(other => personsFor(other.post, roster, barred).filter(person => !hasSignedElsewhere(person, other.place)))
  const goesOnAfter = (signer: number) => haveSignersOfTheirOwn(without(remaining, signer))
  const others = candidates.map(candidate => candidate.personId).filter(person => !hasSignedElsewhere(person, place))
  // Where nobody could keep the chain open, refusing this one would only stop it earlier.
  if (!goesOnAfter(personId) && others.some(goesOnAfter)) return { ok: false, why: 'needed-above' }
  return { ok: true, onBehalfOf: own.onBehalfOf }
}

function personsFor(post: Post, roster: Roster, barred: ReadonlySet<number>): number[] {
  return candidatesFor(post, roster, barred).map(({ personId }) => personId)
}

/** Whether every group of candidates can send one person, and no person stands for two. */
function haveSignersOfTheirOwn(groups: readonly (readonly number[])[]): boolean {
  // Those with the least choice first: four steps at most, so that trying is cheap.
  const [first, ...rest] = [...groups].sort((a, b) => a.length - b.length)
  return first === undefined || first.some(person => haveSignersOfTheirOwn(without(rest, person)))
}

function without(groups: readonly (readonly number[])[], person: number): number[][] {
  return groups.map(group => group.filter(other => other !== person))
}
