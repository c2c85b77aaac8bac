import type { Flag } from '../../../../shared/contract/application-calls.ts'
import { redFlags } from '../../../../shared/domain/red-flags.ts'
import { shownHash } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { flagFacts } from './flag-facts.ts'
import { amountOf } from './gates.ts'
import type { Case } from './load-case.ts'
import { changedFacts, factsDigest } from './snapshot.ts'

/** The red flags of an application: those that were seen when it was submitted, and those that came up since (rules 3). */
export function presentFlags(context: Pick<Context, 'db' | 'clock'>, found: Case): Flag[] {
  const { application, submission, values } = found
  const now = redFlags(flagFacts(context, application, values, amountOf(application, values)))
  const stored = submission?.flags ?? []
  const changed = submission ? changedFacts(submission.snapshot.values, values).length : 0
  // Ticked for what was changed by then; another change has to be seen by itself.
  const key = `factsChanged:${factsDigest(values).slice(0, shownHash)}`
  const late: Flag[] = changed > 0 ? [{ key, code: 'factsChanged', facts: { count: String(changed) } }] : []
  const all = [...stored, ...now, ...late]
  return all.filter((flag, index) => all.findIndex(other => other.key === flag.key) === index)
}

/** The flags that whoever signs has yet to see. Throws SqliteError. */
export function unseenFlags(context: Pick<Context, 'db' | 'clock'>, found: Case, seen: readonly Flag['key'][]): Flag[] {
  return presentFlags(context, found).filter(({ key }) => !seen.includes(key))
}
