/** How long the same thing took, again and again, in ms; or how much memory it held, in MB. */
export type Series = number[]

/** One kind of work with so many customers, beside something to hold it against; a series per round. */
export interface Measurement {
  readonly work: string
  readonly customers: number
  readonly unit: 'ms' | 'MB'
  readonly rounds: readonly Series[]
  readonly beside?: { readonly what: string; readonly rounds: readonly Series[] }
}

/** What a measurement comes to: the middle round's median and 95th percentile. */
export interface Figures {
  readonly median: number
  readonly p95: number
}

/** The median and the 95th percentile of every round, and of those the one in the middle, so that one bad round decides nothing. */
export function figures(rounds: readonly Series[]): Figures {
  return {
    median: quantile(
      rounds.map(round => quantile(round, 0.5)),
      0.5,
    ),
    p95: quantile(
      rounds.map(round => quantile(round, 0.95)),
      0.5,
    ),
  }
}

/** The smallest value that a share (0 to 1) of all values does not exceed. Throws RangeError when there is none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new RangeError('nothing was measured')
  return value
}

/** What a piece of work takes, in ms, with what it answers. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; answer: T }> {
  const start = performance.now()
  const answer = await work()
  return { ms: performance.now() - start, answer }
}
