import { addDays, daysBetween } from '../../../../shared/domain/calendar.ts'

/** One level of the limit: 分 from a day until the day before `to` (ISO). */
export interface LimitStep {
  readonly from: string
  readonly to: string
  readonly total: number
}

/** Where a step stands on a drawing, in the drawing's own units. */
export interface DrawnStep extends LimitStep {
  readonly left: number
  readonly right: number
  readonly y: number
}

const roomAfter = 0.06 // of the whole span, so that the last step is seen to go on
const leastRoom = 7 // days

/** The levels of the effective limit one after the other; the last one goes on a little beyond today. */
export function limitSteps(course: readonly { from: string; total: number }[], today: string): LimitStep[] {
  const changes = [...course]
    .sort((a, b) => a.from.localeCompare(b.from))
    .filter((change, index, all) => change.total !== all[index - 1]?.total)
  const first = changes[0]?.from
  const last = changes.at(-1)?.from
  if (first === undefined || last === undefined) return []
  const shown = last > today ? last : today
  const end = addDays(shown, Math.max(leastRoom, Math.round(daysBetween(first, shown) * roomAfter)))
  return changes.map(({ from, total }, index) => ({ from, total, to: changes[index + 1]?.from ?? end }))
}

/** Puts the steps into a box of the given size: days to the right, amounts upwards, the highest one at the top. */
export function drawSteps(steps: readonly LimitStep[], width: number, height: number): DrawnStep[] {
  const x = placeOfDay(steps, width)
  const most = Math.max(1, ...steps.map(step => step.total))
  return steps.map(step => ({
    ...step,
    left: x(step.from),
    right: x(step.to),
    y: height - (step.total / most) * height,
  }))
}

/** How far to the right a day stands; days outside the steps stand at an edge. */
export function placeOfDay(steps: readonly LimitStep[], width: number): (day: string) => number {
  const first = steps[0]?.from
  const end = steps.at(-1)?.to
  if (first === undefined || end === undefined) return () => 0
  const span = daysBetween(first, end)
  return day => Math.min(1, Math.max(0, daysBetween(first, day) / span)) * width
}

/** The line along all steps as a path of SVG. */
export function stepPath(drawn: readonly DrawnStep[]): string {
  return drawn
    .map((step, index) => `${index === 0 ? 'M' : 'V'}${index === 0 ? `${step.left},` : ''}${step.y}H${step.right}`)
    .join('')
}
