import type { ApplicationState } from './application.ts'

/** What can happen to an application as a whole; `signLast` is the signature after which no step waits any more. */
export const moves = ['submit', 'sign', 'signLast', 'returnToFiller', 'returnToPrevious', 'reject', 'withdraw'] as const
export type Move = (typeof moves)[number]

/** The whole state machine of an application: what is not in here can not happen, and decided states lead nowhere. */
const table: Readonly<Record<ApplicationState, Readonly<Partial<Record<Move, ApplicationState>>>>> = {
  draft: { submit: 'pending', withdraw: 'withdrawn' },
  returned: { submit: 'pending', withdraw: 'withdrawn' },
  pending: {
    sign: 'pending',
    signLast: 'approved',
    returnToFiller: 'returned',
    returnToPrevious: 'pending',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  approved: {},
  rejected: {},
  withdrawn: {},
}

/** Where a move leads from a state, or nothing where it is impossible. */
export function moved(state: ApplicationState, move: Move): ApplicationState | undefined {
  return table[state][move]
}
