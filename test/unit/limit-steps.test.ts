import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawSteps, limitSteps, placeOfDay, stepPath } from '../../renderer/features/file/limits/limit-steps.ts'
import { addDays } from '../../shared/domain/calendar.ts'

const course = [
  { from: '2026-01-01', total: 2_000_000 },
  { from: '2026-03-01', total: 10_000_000 },
  { from: '2026-07-01', total: 0 },
]

const someCourse = fc
  .uniqueArray(fc.nat({ max: 4000 }), { minLength: 1, maxLength: 12 })
  .chain(days =>
    fc.tuple(
      ...days.map(day => fc.nat({ max: 900_000_000 }).map(total => ({ from: addDays('2020-01-01', day), total }))),
    ),
  )

describe('the limit over time', () => {
  test('is a step for every change, each until the next begins', () => {
    const steps = limitSteps(course, '2026-08-01')
    expect(steps.map(({ from, to, total }) => [from, to, total])).toEqual([
      ['2026-01-01', '2026-03-01', 2_000_000],
      ['2026-03-01', '2026-07-01', 10_000_000],
      ['2026-07-01', '2026-08-14', 0],
    ])
  })

  test('goes on beyond the last change where that lies ahead of today', () => {
    expect(limitSteps(course, '2026-02-01').at(-1)).toEqual({ from: '2026-07-01', to: '2026-07-12', total: 0 })
  })

  test('takes an entry that changes nothing for no step', () => {
    const again = [...course, { from: '2026-05-01', total: 10_000_000 }]
    expect(limitSteps(again, '2026-08-01')).toEqual(limitSteps(course, '2026-08-01'))
  })

  test('is nothing where no limit was ever granted', () => {
    expect(limitSteps([], '2026-08-01')).toEqual([])
    expect(stepPath([])).toBe('')
  })

  test('is drawn without a gap and never outside its box, whatever the course', () => {
    fc.assert(
      fc.property(someCourse, fc.nat({ max: 4000 }), (changes, day) => {
        const drawn = drawSteps(limitSteps(changes, addDays('2020-01-01', day)), 640, 96)
        expect(drawn[0]?.left).toBe(0)
        expect(drawn.at(-1)?.right).toBe(640)
        for (const [index, step] of drawn.entries()) {
          expect(step.right).toBeGreaterThan(step.left)
          expect(step.right).toBe(drawn[index + 1]?.left ?? 640)
          expect(step.y).toBeGreaterThanOrEqual(0)
          expect(step.y).toBeLessThanOrEqual(96)
        }
      }),
    )
  })

  test('stands the higher the larger it is, the highest at the top and nothing at the bottom', () => {
    const drawn = drawSteps(limitSteps(course, '2026-08-01'), 640, 100)
    expect(drawn.map(step => step.y)).toEqual([80, 0, 100])
    expect(stepPath(drawn)).toMatch(/^M0,80H[\d.]+V0H[\d.]+V100H640$/)
  })

  test('marks days outside it at its edges', () => {
    const place = placeOfDay(limitSteps(course, '2026-08-01'), 640)
    expect(place('2020-01-01')).toBe(0)
    expect(place('2030-01-01')).toBe(640)
    expect(place('2026-04-24')).toBeCloseTo(640 * (113 / 225), 6)
  })
})
