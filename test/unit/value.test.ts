import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changedPaths,
  isEmpty,
  numberAt,
  sameValue,
  textAt,
  valueAt,
  withoutEmpty,
} from '../../shared/catalogue/derive/value.ts'
import type { Value, Values } from '../../shared/catalogue/field.ts'

const value = fc.oneof(
  fc.constantFrom<Value>(null, '', false, [], true, 0, 'rail', 'water'),
  fc.string(),
  fc.integer(),
  fc.subarray(['rail', 'water', 'truck']),
)
const values: fc.Arbitrary<Values> = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value)

test.each<[Value | undefined, boolean]>([
  [undefined, true],
  [null, true],
  ['', true],
  [false, true],
  [[], true],
  [0, false],
  ['0', false],
  [' ', false],
  [true, false],
  [['rail'], false],
])('%j is empty: %s', (given, empty) => {
  expect(isEmpty(given)).toBe(empty)
})

test.each<[Value | undefined, Value | undefined, boolean]>([
  [null, undefined, true],
  ['', null, true],
  [false, undefined, true],
  [[], null, true],
  [0, null, false],
  ['1', 1, false],
  [true, 'true', false],
  [['rail', 'water'], ['water', 'rail'], true],
  [['rail'], ['rail', 'water'], false],
  [['rail'], ['water'], false],
  [['rail'], 'rail', false],
])('%j and %j are the same answer: %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same)
  expect(sameValue(b, a)).toBe(same)
})

test('an answer is the same as itself, and what is the same as it is the same to it', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(sameValue(a, a)).toBe(true)
      expect(sameValue(a, b)).toBe(sameValue(b, a))
    }),
  )
})

test('the changed paths are exactly those that lead from one map to the other', () => {
  fc.assert(
    fc.property(values, values, (before, after) => {
      const changed = changedPaths(before, after)
      const patched: Record<string, Value> = { ...before }
      for (const path of changed) patched[path] = after[path] ?? null
      for (const path of ['a', 'b', 'c', 'd']) {
        expect(sameValue(patched[path], after[path])).toBe(true)
        expect(changed.includes(path)).toBe(!sameValue(before[path], after[path]))
      }
      expect(new Set(changed).size).toBe(changed.length)
    }),
  )
})

test('a map without its empty answers says the same and holds nothing empty', () => {
  fc.assert(
    fc.property(values, given => {
      const known = withoutEmpty(given)
      expect(Object.values(known).filter(isEmpty)).toEqual([])
      expect(changedPaths(given, known)).toEqual([])
    }),
  )
})

test('what a path holds is asked by its type, and what is missing is not known', () => {
  const given: Values = { text: '甲', number: 0, tick: true }
  expect(['text', 'number', 'tick', 'missing'].map(path => valueAt(given, path))).toEqual(['甲', 0, true, null])
  expect(['text', 'number', 'tick', 'missing'].map(path => textAt(given, path))).toEqual(['甲', '', '', ''])
  expect(['text', 'number', 'tick', 'missing'].map(path => numberAt(given, path))).toEqual([null, 0, null, null])
})
