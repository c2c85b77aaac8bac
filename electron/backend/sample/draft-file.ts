import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import type { Firm } from './firm.ts'
import type { Random } from './random.ts'

/** A customer file while it is being invented. */
export interface DraftFile {
  readonly random: Random
  readonly firm: Firm
  /** How good a customer it is, 0 to 1: grade, ratings and opinions follow from it and so agree with each other. */
  readonly quality: number
  /** Yuan that it turns over in a month. */
  readonly monthlySales: number
  readonly values: Values
  /** Fills a box in a share of `likelihood` of the cases, by default as diligently as the clerk who filled this card. */
  readonly put: (path: Path, value: Value, likelihood?: number) => void
}

/** Begins a file of which about `diligence` (0 to 1) of the boxes get filled. */
export function beginFile(random: Random, firm: Firm, diligence: number): DraftFile {
  const values: Record<Path, Value> = {}
  return {
    random,
    firm,
    quality: random.fraction(),
    monthlySales: Math.round(Math.exp(9.5 + random.fraction() * 5)),
    values,
    put: (path, value, likelihood = diligence) => {
      if (random.chance(likelihood)) values[path] = value
    },
  }
}

/** Picks from a list that runs from best to worst what suits the quality of the customer, one step off now and then. */
export function graded<T>({ random, quality }: DraftFile, bestToWorst: readonly T[]): T {
  const around = (1 - quality) * bestToWorst.length + (random.fraction() - 0.5)
  const index = Math.min(bestToWorst.length - 1, Math.max(0, Math.floor(around)))
  return bestToWorst[index] ?? random.pick(bestToWorst)
}

/** An amount near `yuan`, rounded as people round it, in 分. */
export function about(random: Random, yuan: number): number {
  const amount = yuan * (0.7 + random.fraction() * 0.6)
  const step = 10 ** Math.max(2, Math.floor(Math.log10(amount)) - 1)
  return Math.max(step, Math.round(amount / step) * step) * 100
}
