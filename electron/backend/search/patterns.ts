import { spelled } from './syllables.ts'

/** What is looked for in a search text: this, and after it one sign out of a range where there is one. */
export interface Pattern {
  readonly text: string
  readonly last?: readonly [string, string]
}

/** Everything that a word can mean: what it says, and letters also as pinyin. One of them has to be found. */
export function patternsOf(word: string): Pattern[] {
  const letters = word.replaceAll("'", '').replaceAll('ü', 'v')
  // One letter is an initial, which every name is kept with.
  if (!/^[a-z]{2,}$/.test(letters)) return [{ text: word }]
  return [{ text: word }, ...spelled(letters).map(({ signs, ...last }) => ({ text: signs, ...last }))]
}

/** Whether a text holds a pattern anywhere; from where on it does, or -1. */
export function placeOf(text: string, { text: wanted, last }: Pattern): number {
  if (!last) return text.indexOf(wanted)
  for (let place = text.indexOf(wanted); place >= 0 && place < text.length; place = text.indexOf(wanted, place + 1)) {
    const next = text.charAt(place + wanted.length)
    if (next >= last[0] && next <= last[1]) return place
  }
  return -1
}
