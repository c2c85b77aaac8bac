import { pinyin } from 'pinyin-pro'
import { foldWidth } from '../../../shared/domain/width.ts'
import { polyphones } from './polyphones.ts'
import { remembering } from './remember.ts'
import { signOf } from './syllables.ts'

/** How a name can be typed in Latin letters, and where it stands in a list. */
export interface Readings {
  /** Sorts by syllable, tone, character, one character of the name after the other; compare it byte by byte. */
  readonly sortKey: string
  /** Every way to write the whole name in pinyin: lower case, no blanks, ü as v; the likeliest first. */
  readonly pinyin: readonly string[]
  /** The same with one sign for every syllable, as a search text keeps it; letters and digits stand for themselves. */
  readonly sounds: readonly string[]
  /** Every way to write the first letters of its syllables; the likeliest first. */
  readonly initials: readonly string[]
}

// Names with many polyphones would multiply without end; readings that depart least from the likeliest one come first.
const mostCombinations = 16

/** The readings of a firm or place, with all readings of its polyphones: 重庆 is found by cq and by zq (rules.md 15). */
export const nameReadings = remembering(name => readings(name, 'off'))

/** The readings of a person, whose first character is read as a surname first: 单 shan, 曾 zeng, 仇 qiu (rules.md 15). */
export const personReadings = remembering(name => readings(name, 'head'))

interface Sound {
  readonly sortKey: string
  readonly syllables: readonly string[]
  readonly signs: readonly string[]
}

function readings(name: string, surname: 'head' | 'off'): Readings {
  const text = foldWidth(name.normalize('NFKC')).toLowerCase()
  const mode = surname === 'head' ? 'surname' : 'normal'
  const spoken = pinyin(text, { type: 'array', toneSandhi: false, mode, surname })
  const sounds = Array.from(text).flatMap((character, index) => soundOf(character, spoken[index] ?? character))
  const syllables = sounds.map(sound => sound.syllables)
  return {
    sortKey: sounds.map(sound => sound.sortKey).join(''),
    pinyin: combinations(syllables),
    sounds: combinations(sounds.map(sound => sound.signs)),
    initials: combinations(syllables.map(list => unique(list.map(firstCharacter)))),
  }
}

/** Letters and digits speak for themselves, brackets and other marks say nothing. The tilde sorts Chinese behind both. */
function soundOf(character: string, spoken: string): Sound[] {
  if (spoken !== character) {
    const { syllable, tone } = syllableOf(spoken)
    const syllables = unique([syllable, ...(polyphones.get(character) ?? [])])
    return [{ sortKey: `~${syllable}${tone}${character}`, syllables, signs: syllables.map(signOf) }]
  }
  // A character too rare for the dictionary is found by itself and stands behind all others.
  if (/\p{Script=Han}/u.test(character))
    return [{ sortKey: `~~${character}`, syllables: [character], signs: [character] }]
  return /[\p{L}\p{N}]/u.test(character) ? [{ sortKey: character, syllables: [character], signs: [character] }] : []
}

interface Syllable {
  readonly syllable: string
  readonly tone: number
}

const toneMarks = ['\u0304', '\u0301', '\u030c', '\u0300']
const knownSyllables = new Map<string, Syllable>()

/** A syllable that is written with its tone: lǜ is lv in the fourth. There are some thirteen hundred of them. */
function syllableOf(spoken: string): Syllable {
  let known = knownSyllables.get(spoken)
  if (!known) {
    const marked = spoken.normalize('NFD')
    const tone = 1 + toneMarks.findIndex(mark => marked.includes(mark))
    const syllable = marked.replaceAll('u\u0308', 'v').replace(/[\u0304\u0301\u030c\u0300]/g, '')
    known = { syllable: syllable.normalize('NFC'), tone }
    knownSyllables.set(spoken, known)
  }
  return known
}

/** Joins one choice from every place, first those that depart in no place from the first choice, then in one, then in two. */
function combinations(places: readonly (readonly string[])[]): string[] {
  const found = [{ choice: places.map(choices => choices[0] ?? ''), from: 0 }]
  // The list grows while it is walked: every combination adds those that depart in one later place more.
  for (const { choice, from } of found) {
    for (let place = from; place < places.length; place++) {
      for (const other of places[place]?.slice(1) ?? []) {
        if (found.length === mostCombinations) break
        found.push({ choice: choice.map((own, index) => (index === place ? other : own)), from: place + 1 })
      }
    }
  }
  return unique(found.map(({ choice }) => choice.join('')))
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

function unique(texts: readonly string[]): string[] {
  return texts.length > 1 ? [...new Set(texts)] : [...texts]
}
