import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  localDay,
  usualFirstDay,
  workingDaysBetween,
} from '../../shared/domain/calendar.ts'

const anyDay = fc.integer({ min: 0, max: 80_000 }).map(days => addDays('1950-01-01', days))

test.each([
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-05-05', 0, '2026-05-05'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected)
})

test('months keep the day of the month or end on the last one there is', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, months) => {
      const later = addMonths(day, months)
      const distance = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
      expect(distance(later) - distance(day)).toBe(months)
      expect(later.slice(8) === day.slice(8) || addDays(later, 1).slice(8) === '01').toBe(true)
    }),
  )
})

test('days are counted over years, leap days and changes of the clock', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysBetween('2026-11-25', '2026-11-25')).toBe(0)
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
  )
})

// 2026-11-20 is a Friday.
test.each([
  ['2026-11-20', '2026-11-20', 0],
  ['2026-11-20', '2026-11-21', 0],
  ['2026-11-20', '2026-11-22', 0],
  ['2026-11-20', '2026-11-23', 1],
  ['2026-11-21', '2026-11-23', 1],
  ['2026-11-20', '2026-11-25', 3],
  ['2026-11-20', '2026-11-27', 5],
  ['2026-11-25', '2026-11-20', 0],
])('from %s to %s pass %i working days', (from, to, expected) => {
  expect(workingDaysBetween(from, to)).toBe(expected)
})

test('working days are those that are neither Saturday nor Sunday', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, days) => {
      const passed = Array.from({ length: days }, (_, index) => addDays(day, index + 1))
      const working = passed.filter(one => ![0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay()))
      expect(workingDaysBetween(day, addDays(day, days))).toBe(working.length)
    }),
  )
})

test('an instant counts as the day it was where the machine stands', () => {
  const late = new Date(2026, 10, 20, 23, 59)
  expect(localDay(late)).toBe('2026-11-20')
  expect(localDay(new Date(2026, 0, 5, 0, 0))).toBe('2026-01-05')
  expect(workingDaysBetween(late.toISOString(), '2026-11-23')).toBe(1)
})

test('so many working days later it is a working day, and that many have passed', () => {
  expect(addWorkingDays('2026-11-27', 15)).toBe('2026-12-18')
  expect(addWorkingDays('2026-11-28', 1)).toBe('2026-11-30')
  for (let start = 0; start < 7; start += 1) {
    const day = addDays('2026-11-23', start)
    expect(workingDaysBetween(day, addWorkingDays(day, 15))).toBe(15)
  }
})

test.each([
  ['2026-12-01', '2026-11-01'],
  ['2027-01-10', '2026-12-01'],
  ['2026-12-11', '2026-12-01'],
  ['2026-11-30', '2026-11-01'],
])('a report asked for on %s begins on %s', (today, first) => {
  expect(usualFirstDay(today)).toBe(first)
})
