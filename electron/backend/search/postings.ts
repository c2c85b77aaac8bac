// A segment of the search index holds so many customers: few enough to be made anew in the background within seconds.
const bits = 13
export const segmentSize = 1 << bits

// The distances from one customer to the next, seven bits a byte, or a bit for every customer there can be, whichever is shorter.
const mapBytes = segmentSize / 8

/** Stores the places of customers in a segment, which come in their order. */
export function packPlaces(places: readonly number[]): Buffer {
  const list: number[] = []
  let before = -1
  for (const place of places) {
    let distance = place - before
    for (; distance > 127; distance >>= 7) list.push((distance & 127) | 128)
    list.push(distance)
    before = place
  }
  if (list.length < mapBytes) return Buffer.from(list)
  const map = Buffer.alloc(mapBytes)
  for (const place of places) map[place >> 3] = (map[place >> 3] ?? 0) | (1 << (place & 7))
  return map
}

/** Marks the places that were stored, counted from `first`. */
export function markPlaces(packed: Buffer, first: number, marks: Uint8Array): void {
  if (packed.length < mapBytes) {
    let [place, distance, shift] = [first - 1, 0, 0]
    for (const byte of packed) {
      distance |= (byte & 127) << shift
      shift += 7
      if (byte > 127) continue
      place += distance
      marks[place] = 1
      distance = shift = 0
    }
    return
  }
  for (let at = 0; at < mapBytes; at++) {
    let byte = packed[at] ?? 0
    for (let place = first + (at << 3); byte !== 0; byte >>= 1, place++) if (byte & 1) marks[place] = 1
  }
}

/** The places that were stored, in their order. */
export function placesIn(packed: Buffer): number[] {
  const marks = new Uint8Array(segmentSize)
  markPlaces(packed, 0, marks)
  const places: number[] = []
  for (let place = marks.indexOf(1); place >= 0; place = marks.indexOf(1, place + 1)) places.push(place)
  return places
}

/** How many bytes so many places take at most: no distance within a segment takes more than two. */
export function mostBytes(places: number): number {
  return 2 * places
}
