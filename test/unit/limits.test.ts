import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../shared/domain/calendar.ts'
import {
  closesOn,
  effectiveLimit,
  type Grant,
  limitCourse,
  percentOf,
  type ReviewDemand,
  validTo,
} from '../../shared/domain/limits.ts'
import { defaultTerms as terms } from '../../shared/domain/policy.ts'

const standing: Grant = {
  kind: 'standing',
  amount: 10_000_000,
  grade: 'B',
  from: '2026-01-10',
  to: '2027-01-10',
  closedOn: null,
  isFirst: false,
  releasedOn: null,
  decidedAt: '2026-01-10T02:00:00.000Z',
}
const on = (day: string, grants: readonly Grant[], demands: readonly ReviewDemand[] = []) =>
  effectiveLimit(grants, demands, terms, day)

test('a limit is in force on its first and on its last day and is nothing on the days beside them', () => {
  expect(on('2026-01-09', [standing])).toMatchObject({ state: 'none', total: 0, approved: 0 })
  expect(on('2026-01-10', [standing])).toMatchObject({ state: 'inForce', total: 10_000_000, validTo: '2027-01-10' })
  expect(on('2027-01-10', [standing])).toMatchObject({ state: 'inForce', total: 10_000_000 })
  expect(on('2027-01-11', [standing])).toMatchObject({
    state: 'expired',
    total: 0,
    standing: 0,
    approved: 10_000_000,
    grade: 'B',
    validTo: '2027-01-10',
  })
})

test('a new approval takes the place of the old one without a gap', () => {
  const from = '2026-06-01'
  const next: Grant = { ...standing, amount: 3_000_000, from, to: '2027-06-01', decidedAt: `${from}T02:00:00.000Z` }
  const grants = [{ ...standing, closedOn: closesOn(from) }, next]
  expect(on('2026-05-31', grants).total).toBe(10_000_000)
  expect(on(from, grants).total).toBe(3_000_000)
  // Two approvals of one day: the later one counts, whatever their order.
  const again: Grant = { ...next, amount: 1, decidedAt: `${from}T03:00:00.000Z` }
  expect(on(from, [again, { ...next, closedOn: closesOn(from) }]).total).toBe(1)
  expect(on(from, [again, next]).total).toBe(1)
})

test('a lowering takes the place of the limit until the same end, down to zero', () => {
  const lowered: Grant = {
    ...standing,
    kind: 'lowering',
    amount: 0,
    from: '2026-03-01',
    decidedAt: '2026-03-01T02:00:00.000Z',
  }
  const grants = [{ ...standing, closedOn: '2026-02-28' }, lowered]
  expect(on('2026-02-28', grants).total).toBe(10_000_000)
  expect(on('2026-03-01', grants)).toMatchObject({ state: 'inForce', total: 0, approved: 0, grade: 'B' })
  expect(on('2027-01-11', grants).state).toBe('expired')
})

describe('a first limit', () => {
  const first: Grant = { ...standing, isFirst: true }
  const lowered: Grant = {
    ...standing,
    kind: 'lowering',
    amount: 5_000_000,
    from: '2026-03-01',
    decidedAt: '2026-03-01T02:00:00.000Z',
  }

  test('opens with a share of it and at most 20,000 元, and as a whole once an invoice was paid', () => {
    expect(on('2026-02-01', [first])).toMatchObject({ standing: 2_000_000, approved: 10_000_000, total: 2_000_000 })
    expect(on('2026-02-01', [{ ...first, amount: 1_000_033 }]).standing).toBe(300_009)
    const released = { ...first, releasedOn: '2026-02-15' }
    expect(on('2026-02-14', [released]).standing).toBe(2_000_000)
    expect(on('2026-02-15', [released]).standing).toBe(10_000_000)
  })

  test('opens no wider by being lowered', () => {
    expect(on('2026-03-01', [{ ...first, closedOn: '2026-02-28' }, lowered])).toMatchObject({
      standing: 1_500_000,
      approved: 5_000_000,
    })
    const released = { ...first, closedOn: '2026-02-28', releasedOn: '2026-03-05' }
    expect(on('2026-03-04', [released, lowered]).standing).toBe(1_500_000)
    expect(on('2026-03-05', [released, lowered]).standing).toBe(5_000_000)
  })
})

describe('a temporary limit', () => {
  const temporary: Grant = {
    ...standing,
    kind: 'temporary',
    amount: 4_000_000,
    grade: null,
    from: '2026-05-01',
    to: '2026-05-31',
    decidedAt: '2026-04-20T02:00:00.000Z',
  }

  test('adds to the standing one between its days and ends by itself', () => {
    expect(on('2026-04-30', [standing, temporary]).total).toBe(10_000_000)
    expect(on('2026-05-01', [standing, temporary])).toMatchObject({
      standing: 10_000_000,
      temporary: 4_000_000,
      total: 14_000_000,
      temporaryTo: '2026-05-31',
    })
    expect(on('2026-06-01', [standing, temporary])).toMatchObject({
      total: 10_000_000,
      temporary: 0,
      temporaryTo: null,
    })
  })

  test('is nothing without a standing one', () => {
    expect(on('2026-05-10', [temporary])).toMatchObject({ state: 'none', total: 0 })
    expect(on('2026-05-10', [{ ...standing, to: '2026-05-05' }, temporary])).toMatchObject({
      state: 'expired',
      total: 0,
    })
  })
})

describe('a demanded review', () => {
  const demand: ReviewDemand = {
    cause: 'keyFactChanged',
    happenedOn: '2026-04-01',
    dueOn: '2026-04-08',
    settledOn: null,
  }

  test('marks the limit, and freezes it after its day', () => {
    expect(on('2026-03-31', [standing], [demand]).review).toBeNull()
    expect(on('2026-04-08', [standing], [demand])).toMatchObject({
      state: 'inForce',
      total: 10_000_000,
      review: { causes: ['keyFactChanged'], dueOn: '2026-04-08' },
    })
    expect(on('2026-04-09', [standing], [demand])).toMatchObject({ state: 'frozen', total: 0, approved: 10_000_000 })
  })

  test('is over when it is settled, and the earliest of several counts', () => {
    expect(on('2026-04-20', [standing], [{ ...demand, settledOn: '2026-04-20' }])).toMatchObject({
      state: 'inForce',
      review: null,
    })
    const second = { ...demand, cause: 'gradeDropped', happenedOn: '2026-03-30', dueOn: '2026-04-06' }
    expect(on('2026-04-05', [standing], [demand, second]).review).toEqual({
      causes: ['keyFactChanged', 'gradeDropped'],
      dueOn: '2026-04-06',
    })
    expect(on('2026-04-07', [standing], [demand, second]).state).toBe('frozen')
  })
})

test.each([
  ['2024-02-29', 'A', false, '2025-02-28'],
  ['2026-11-25', 'B', false, '2027-11-25'],
  ['2026-11-25', 'C', false, '2027-05-25'],
  ['2026-11-30', 'A', true, '2027-02-28'],
  ['2026-11-25', 'C', true, '2027-02-25'],
] as const)('from %s a limit of grade %s, first or not (%s), holds to %s', (from, grade, isFirst, expected) => {
  expect(validTo(from, { grade, isFirst }, terms)).toBe(expected)
})

test('a grade never holds longer because the limit is a first one', () => {
  expect(validTo('2026-01-01', { grade: 'C', isFirst: true }, { ...terms, monthsFirst: 12 })).toBe('2026-07-01')
})

test('a percentage is rounded down and exact up to the largest amount', () => {
  fc.assert(
    fc.property(fc.nat({ max: 900_000_000_000_000 }), fc.nat({ max: 100 }), (amount, percent) => {
      expect(percentOf(amount, percent)).toBe(Number((BigInt(amount) * BigInt(percent)) / 100n))
    }),
  )
})

const epoch = '2026-01-01'
const span = 240
const dayAt = (offset: number) => addDays(epoch, offset)
const offset = fc.nat({ max: span })
const anyGrant: fc.Arbitrary<Grant> = fc
  .record({
    kind: fc.constantFrom('standing', 'temporary', 'lowering'),
    amount: fc.nat({ max: 100_000_000 }),
    grade: fc.constantFrom('A', 'B', 'C', null),
    start: offset,
    length: fc.nat({ max: 120 }),
    closed: fc.option(fc.nat({ max: 120 })),
    isFirst: fc.boolean(),
    released: fc.option(offset),
    decided: offset,
  } as const)
  .map(({ start, length, closed, released, decided, ...grant }) => ({
    ...grant,
    from: dayAt(start),
    to: dayAt(start + length),
    closedOn: closed === null ? null : dayAt(start + closed - 1),
    releasedOn: released === null ? null : dayAt(released),
    decidedAt: `${dayAt(decided)}T02:00:00.000Z`,
  }))
const anyDemand: fc.Arbitrary<ReviewDemand> = fc
  .record({ happened: offset, days: fc.nat({ max: 14 }), settled: fc.option(fc.nat({ max: 40 })) })
  .map(({ happened, days, settled }) => ({
    cause: 'keyFactChanged',
    happenedOn: dayAt(happened),
    dueOn: dayAt(happened + days),
    settledOn: settled === null ? null : dayAt(happened + settled),
  }))
const anyGrants = fc.array(anyGrant, { maxLength: 6 })
const anyDemands = fc.array(anyDemand, { maxLength: 3 })

test('on any day at most one standing limit counts, and never more than was granted', () => {
  fc.assert(
    fc.property(anyGrants, anyDemands, offset, (grants, demands, at) => {
      const day = dayAt(at)
      const limit = on(day, grants, demands)
      const valid = grants.filter(
        ({ from, to, closedOn }) => from <= day && day <= to && (closedOn === null || day <= closedOn),
      )
      const line = valid.filter(({ kind }) => kind !== 'temporary').map(({ amount }) => amount)
      const temporary = valid.filter(({ kind }) => kind === 'temporary').reduce((sum, { amount }) => sum + amount, 0)
      expect(limit.total).toBe(limit.standing + limit.temporary)
      expect(limit.standing).toBeLessThanOrEqual(Math.max(0, ...line))
      expect([0, temporary]).toContain(limit.temporary)
      expect(limit.state === 'inForce' ? line.includes(limit.approved) : limit.total === 0).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('the day after the last limit has ended there is nothing, whatever happened before', () => {
  fc.assert(
    fc.property(fc.array(anyGrant, { minLength: 1, maxLength: 6 }), anyDemands, (grants, demands) => {
      const line = grants.filter(({ kind }) => kind !== 'temporary')
      fc.pre(line.length > 0)
      const last =
        line
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? ''
      expect(on(addDays(last, 1), grants, demands)).toMatchObject({ state: 'expired', total: 0 })
    }),
  )
})

test('to release a limit never makes it smaller', () => {
  fc.assert(
    fc.property(anyGrants, offset, offset, (grants, released, at) => {
      const before = grants.map(grant => ({ ...grant, releasedOn: null }))
      const after = grants.map(grant => ({ ...grant, releasedOn: dayAt(released) }))
      const [closed, opened] = [on(dayAt(at), before), on(dayAt(at), after)]
      expect(opened.total).toBeGreaterThanOrEqual(closed.total)
      const whole = opened.state === 'inForce' ? opened.approved : 0
      expect(opened.standing).toBe(at < released ? closed.standing : whole)
    }),
    { numRuns: 500 },
  )
})

test('the course says for every day what the limit is on it, and names only days on which it changes', () => {
  fc.assert(
    fc.property(anyGrants, anyDemands, offset, fc.nat({ max: 200 }), (grants, demands, start, length) => {
      const [from, to] = [dayAt(start), dayAt(start + length)]
      const course = limitCourse(grants, demands, terms, from, to)
      expect(course[0]?.from).toBe(from)
      expect(course.filter(({ total }, index) => total === course[index - 1]?.total)).toEqual([])
      for (let day = from; day <= to; day = addDays(day, 1)) {
        const entry = course.filter(one => daysBetween(one.from, day) >= 0).at(-1)
        expect(entry?.total).toBe(on(day, grants, demands).total)
      }
    }),
    { numRuns: 100 },
  )
})
