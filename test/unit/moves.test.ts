import { expect, test } from 'vitest'
import { type ApplicationState, applicationStates } from '../../shared/domain/application.ts'
import { type Move, moved, moves } from '../../shared/domain/moves.ts'

const possible: readonly (readonly [ApplicationState, Move, ApplicationState])[] = [
  ['draft', 'submit', 'pending'],
  ['draft', 'withdraw', 'withdrawn'],
  ['returned', 'submit', 'pending'],
  ['returned', 'withdraw', 'withdrawn'],
  ['pending', 'sign', 'pending'],
  ['pending', 'signLast', 'approved'],
  ['pending', 'returnToFiller', 'returned'],
  ['pending', 'returnToPrevious', 'pending'],
  ['pending', 'reject', 'rejected'],
  ['pending', 'withdraw', 'withdrawn'],
]

test.each(possible)('an application that is %s goes by %s to %s', (state, move, to) => {
  expect(moved(state, move)).toBe(to)
})

const impossible = applicationStates
  .flatMap(state => moves.map(move => [state, move] as const))
  .filter(([state, move]) => !possible.some(([from, by]) => from === state && by === move))

test.each(impossible)('an application that is %s can not %s', (state, move) => {
  expect(moved(state, move)).toBeUndefined()
})

test('every pair of a state and a move is answered, and what is decided stays decided', () => {
  expect(possible.length + impossible.length).toBe(applicationStates.length * moves.length)
  for (const decided of ['approved', 'rejected', 'withdrawn'] as const)
    expect(moves.map(move => moved(decided, move)).filter(Boolean)).toEqual([])
})
