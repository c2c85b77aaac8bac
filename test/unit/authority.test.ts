import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelUpCauses, postsFor } from '../../shared/domain/authority.ts'
import { defaultMatrix, proposedMatrix } from '../../shared/domain/policy.ts'
import { posts } from '../../shared/domain/roles.ts'

const tierOf = (total: number, up = false) => postsFor(proposedMatrix, total, up).length

test.each([
  [0, 2],
  [4_999_999, 2],
  [5_000_000, 2],
  [5_000_001, 3],
  [19_999_999, 3],
  [20_000_000, 3],
  [20_000_001, 4],
  [900_000_000_000_000, 4],
])('%i 分 are signed by %i posts, the boundary belonging to the lower tier', (total, expected) => {
  expect(tierOf(total)).toBe(expected)
})

test('one level up is the next tier, and above the last there is none', () => {
  expect([tierOf(5_000_000, true), tierOf(5_000_001, true), tierOf(20_000_001, true)]).toEqual([3, 4, 4])
})

test('as shipped all four sign every amount', () => {
  fc.assert(
    fc.property(fc.nat(), fc.boolean(), (total, up) => {
      expect(postsFor(defaultMatrix, total, up)).toEqual(posts)
    }),
  )
})

const causes = (values: Record<string, string>, keyFactsChangedOn: string | null = null) =>
  levelUpCauses({ values, today: '2026-11-25', keyFactsChangedOn })

test.each([
  ['2025-11-25', []],
  ['2025-11-26', ['youngFirm']],
  ['2025-11', ['youngFirm']], // it may have been the 30th
  ['2025-10', []],
  ['2025', ['youngFirm']],
  ['2024', []],
  ['2027-01-01', ['youngFirm']],
])('a firm that opened on %s asks for %j', (openedOn, expected) => {
  expect(causes({ 'customer.openedOn': openedOn })).toEqual(expected)
})

test('grade C and a fresh account or person in charge each ask for one level more', () => {
  expect(causes({ 'customer.grade': 'C' })).toEqual(['gradeC'])
  expect(causes({ 'customer.grade': 'B' })).toEqual([])
  expect(causes({}, '2026-08-27')).toEqual(['keyFactChanged']) // 90 days
  expect(causes({}, '2026-08-26')).toEqual([])
  expect(causes({ 'customer.grade': 'C', 'customer.openedOn': '2026' }, '2026-11-25')).toEqual([
    'youngFirm',
    'gradeC',
    'keyFactChanged',
  ])
})
