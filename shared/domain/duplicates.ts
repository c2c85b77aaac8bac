import type { Right } from './roles.ts'

/** With one of these rights a person scans for duplicates and finds their worklist under 今日. */
export const duplicateWorkers: readonly Right[] = ['basic.write', 'duplicate.override', 'customers.merge']

/** What another customer is to one: its head, its branch, or of the same group (rules 2, 8). */
export const linkKinds = ['head', 'branch', 'group'] as const
export type LinkKind = (typeof linkKinds)[number]

/** What can be said of a customer that looks like another: not the same, or linked to it (rules 8). */
export const duplicateAnswers = ['different', ...linkKinds] as const
export type DuplicateAnswer = (typeof duplicateAnswers)[number]

/** A worklist has no more pairs than these, as nobody works off more; what is certain is always listed (rules 8). */
export const mostPairs = 20_000

/** How short a reason may be for which a certain duplicate is let through (rules 8). */
export const shortestOverride = 5
