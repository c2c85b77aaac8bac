import { nameReadings, personReadings } from './pinyin.ts'

const codePoints = 0x11_00_00

/**
 * A short key for every text that compares as the text sounds: one code unit for each of its characters, in the order of their readings.
 * SQLite and JavaScript compare texts by their code units, which is no order for Chinese, and whole readings are long. Of people the
 * first character is a surname: 曾 is zeng, 单 is shan.
 */
export function soundKeys(texts: readonly string[], ofPeople: boolean): string[] {
  const spelled = texts.map(text => text.toLowerCase())
  const firsts = new Map<number, string>()
  const others = new Map<number, string>()
  // A table a place, since a hundred thousand addresses have two million characters to be looked up.
  const heads = new Uint16Array(ofPeople ? codePoints : 0)
  const rest = new Uint16Array(codePoints)
  for (const text of spelled)
    eachCodePoint(text, (point, isFirst) => {
      const [table, readings, read] =
        ofPeople && isFirst ? [heads, firsts, personReadings] : [rest, others, nameReadings]
      if (table[point] !== 0) return
      table[point] = 1
      readings.set(point, read(String.fromCodePoint(point)).sortKey)
    })
  const units = unitsOf(new Set([...firsts.values(), ...others.values()]))
  for (const [point, reading] of firsts) heads[point] = units.get(reading) ?? 0
  for (const [point, reading] of others) rest[point] = units.get(reading) ?? 0
  return spelled.map(text => {
    const key: number[] = []
    eachCodePoint(text, (point, isFirst) => {
      const unit = (ofPeople && isFirst ? heads : rest)[point] ?? 0
      if (unit > 0) key.push(unit)
    })
    return String.fromCharCode(...key)
  })
}

function eachCodePoint(text: string, work: (point: number, isFirst: boolean) => void): void {
  for (let index = 0; index < text.length; index++) {
    const point = text.codePointAt(index) ?? 0
    work(point, index === 0)
    if (point > 0xff_ff) index++
  }
}

/** One code unit a reading; marks that say nothing have none. A register has a few thousand characters, and there are 65,535 units. */
function unitsOf(readings: ReadonlySet<string>): ReadonlyMap<string, number> {
  const spoken = [...readings].filter(reading => reading !== '').sort()
  return new Map(spoken.map((reading, index) => [reading, index + 1]))
}
