import { kindSign } from './search-text.ts'

/** The beginning of everything that follows it in the texts of a segment, with the places of the customers that have it. */
export interface Gram {
  readonly gram: string
  readonly places: readonly number[]
}

/**
 * As long as more customers than these share a gram, it is followed by one that is a sign longer. So no search has to read more
 * texts of a segment than these, and what many share is answered without reading any.
 */
export const mostShared = 128

/**
 * Every gram of the texts of a segment, each before the longer ones that begin with it. A gram never goes beyond the line it stands
 * in but may hold its end; those of a name may begin with the sign of its kind. Yields nothing now and then where it takes long.
 */
export function* gramsOf(
  texts: readonly { readonly place: number; readonly facts: string }[],
): Generator<Gram | undefined> {
  const whole = texts.map(({ facts }) => facts).join('')
  const owners = new Uint16Array(whole.length)
  let end = 0
  for (const { place, facts } of texts) owners.fill(place, end, (end += facts.length))
  yield* grow(whole, owners, 0, starts(whole))
}

const nameSign = kindSign('name').charCodeAt(0)
const lineEnd = 10

function starts(whole: string): Int32Array {
  const found = new Int32Array(whole.length)
  let count = 0
  for (let at = 0; at < whole.length; at++) {
    const unit = whole.charCodeAt(at)
    const isInside = unit > 31 && (unit & 0xfc00) !== 0xdc00
    if (isInside || unit === nameSign) found[count++] = at
  }
  return found.subarray(0, count)
}

/** `places` say where in the whole text one gram of `length` stands; yields those that are a sign longer, and so on. */
function* grow(whole: string, owners: Uint16Array, length: number, from: Int32Array): Generator<Gram | undefined> {
  for (const [sign, at] of yield* bySign(whole, length, from)) {
    const places: number[] = []
    for (const start of at) {
      const owner = owners[start] ?? 0
      if (places.at(-1) !== owner) places.push(owner)
    }
    const first = at[0] ?? 0
    yield { gram: whole.slice(first, first + length + sign.length), places }
    if (places.length > mostShared && sign !== '\n') yield* grow(whole, owners, length + sign.length, at)
  }
}

const breath = 0x8000

/** Sorts places by the sign that follows there, keeping their order. */
function* bySign(whole: string, length: number, from: Int32Array): Generator<undefined, Map<string, Int32Array>> {
  const signAt = (start: number) => whole.codePointAt(start + length) ?? lineEnd
  const counts = new Map<number, number>()
  for (let index = 0; index < from.length; index++) {
    const sign = signAt(from[index] ?? 0)
    counts.set(sign, (counts.get(sign) ?? 0) + 1)
    if (index % breath === breath - 1) yield
  }
  const room = new Int32Array(from.length)
  const ends = new Map<number, number>()
  let used = 0
  for (const [sign, count] of counts) {
    ends.set(sign, used)
    used += count
  }
  for (let index = 0; index < from.length; index++) {
    const start = from[index] ?? 0
    const sign = signAt(start)
    const end = ends.get(sign) ?? 0
    room[end] = start
    ends.set(sign, end + 1)
    if (index % breath === breath - 1) yield
  }
  const parts = new Map<string, Int32Array>()
  for (const [sign, count] of counts) {
    const end = ends.get(sign) ?? 0
    parts.set(String.fromCodePoint(sign), room.subarray(end - count, end))
  }
  return parts
}
