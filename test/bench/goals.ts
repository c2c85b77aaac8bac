import { type Figures, figures, type Measurement } from './measure.ts'

/** What a measurement comes to, how it stands beside the other thing, and whether that is good enough; no goal, no verdict. */
export interface Verdict {
  readonly work: string
  readonly customers: number
  readonly unit: Measurement['unit']
  readonly ours: Figures
  readonly beside?: { readonly what: string } & Figures
  readonly ratio?: string
  readonly goal?: string
  readonly met?: boolean
}

interface Goal {
  readonly work: RegExp
  readonly said: string
  readonly isMet: (ours: Figures, beside: Figures | undefined) => boolean
}

/** The goals of the product that are measured here; all of them are for the large register. */
const goals: readonly Goal[] = [
  {
    work: /^search/,
    said: 'p95 ≤ 5 ms, median ≥ 10× faster',
    isMet: (ours, scan) => ours.p95 <= 5 && scan !== undefined && scan.median >= 10 * ours.median,
  },
  { work: /^open/, said: 'p95 ≤ 5 ms', isMet: ours => ours.p95 <= 5 },
  {
    work: /^save/,
    said: '≤ 2× the bare commit',
    // A save has to keep up with the bare commit on a good day and on a bad one.
    isMet: (ours, bare) => bare !== undefined && ours.median <= 2 * bare.median && ours.p95 <= 2 * bare.p95,
  },
  { work: /^memory, idle/, said: '≤ 120 MB', isMet: ours => ours.median <= 120 },
  { work: /^memory of the list/, said: '≤ 60 MB', isMet: ours => ours.median <= 60 },
  { work: /^a key/, said: 'p95 ≤ 16 ms', isMet: ours => ours.p95 <= 16 },
  {
    work: /^a frame/,
    said: '60 a second',
    isMet: ours => ours.median <= 1000 / 60 + 0.5 && ours.p95 <= (2 * 1000) / 60,
  },
  { work: /^start until the window/, said: '≤ 1.3× a bare window', isMet: (ours, bare) => within(1.3, ours, bare) },
  { work: /^start until the list/, said: '≤ 2× a bare window', isMet: (ours, bare) => within(2, ours, bare) },
  {
    work: /^register.*memory/,
    said: '≤ 200 MB',
    isMet: ours => ours.median <= 200,
  },
  {
    work: /^register/,
    said: '≥ 2× as fast',
    isMet: (ours, theirs) => theirs !== undefined && theirs.median >= 2 * ours.median,
  },
  { work: /^import.*memory/, said: '≤ 500 MB', isMet: ours => ours.median <= 500 },
  { work: /^import/, said: '≤ 60 s', isMet: ours => ours.median <= 60_000 },
  { work: /^a look at the list during/, said: 'p95 ≤ 100 ms', isMet: ours => ours.p95 <= 100 },
  { work: /^one approval packet/, said: '≤ 500 ms', isMet: ours => ours.p95 <= 500 },
]

function within(times: number, ours: Figures, other: Figures | undefined): boolean {
  return other !== undefined && ours.median <= times * other.median
}

/** The number of customers that the goals are meant for. */
export const largeRegister = 100_000

/** Holds a measurement against its goal. */
export function judge({ work, customers, unit, rounds, beside }: Measurement): Verdict {
  const ours = figures(rounds)
  const other = beside && figures(beside.rounds)
  const goal = customers === largeRegister ? goals.find(candidate => candidate.work.test(work)) : undefined
  return {
    work,
    customers,
    unit,
    ours,
    ...(beside && other && { beside: { what: beside.what, ...other }, ratio: compare(ours, other, unit) }),
    ...(goal && { goal: goal.said, met: goal.isMet(ours, other) }),
  }
}

function compare(ours: Figures, other: Figures, unit: Measurement['unit']): string {
  const [less, more] = unit === 'ms' ? ['faster', 'slower'] : ['less', 'more']
  const times = (a: number, b: number) =>
    a < b ? `${(b / a).toPrecision(2)}× ${less}` : `${(a / b).toPrecision(2)}× ${more}`
  return unit === 'ms'
    ? `${times(ours.median, other.median)}, p95 ${times(ours.p95, other.p95)}`
    : times(ours.median, other.median)
}
