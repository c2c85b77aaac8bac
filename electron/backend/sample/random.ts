/** A source of repeatable chance: the same seed draws the same things on every machine. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  readonly fraction: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number
  /** True in a share of `likelihood` (0 to 1) of the draws. */
  readonly chance: (likelihood: number) => boolean
  /** One entry of a list; throws RangeError when there is none. */
  readonly pick: <T>(list: readonly T[]) => T
  /** `count` digits as text, the first of them not zero. */
  readonly digits: (count: number) => string
}

/** Makes a repeatable source of chance (the generator mulberry32) from two whole numbers. */
export function createRandom(seed: number, stream: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(stream + 1, 0xc2b2ae35)) | 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1))
  return {
    fraction,
    whole,
    chance: likelihood => fraction() < likelihood,
    pick: list => {
      if (list.length === 0) throw new RangeError('nothing to pick from')
      // The index lies inside the list, so the entry is one of T.
      return list[whole(0, list.length - 1)] as (typeof list)[number]
    },
    digits: count => Array.from({ length: count }, (_, index) => whole(index === 0 ? 1 : 0, 9)).join(''),
  }
}
