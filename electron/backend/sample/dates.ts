import type { Random } from './random.ts'

/** The day on which the sample stands still: nothing in it is later. ISO. */
export const sampleDay = '2026-06-30'

/** A day from the first of `firstYear` to the end of `lastYear`, but never after `sampleDay`. ISO. */
export function dayBetween(random: Random, firstYear: number, lastYear: number): string {
  const day = [random.whole(firstYear, lastYear), random.whole(1, 12), random.whole(1, 28)]
    .map(part => String(part).padStart(2, '0'))
    .join('-')
  return day > sampleDay ? sampleDay : day
}

/** The day with the precision that people remember: mostly the month, sometimes the day, for old things often only the year. */
export function asRemembered(random: Random, day: string): string {
  return day.slice(0, random.pick([4, 7, 7, 7, 10]))
}

/** The year of an ISO date of any precision. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}
