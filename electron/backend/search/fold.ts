import { simplified } from './simplified.ts'

const known = new Map<string, string>()

// Signs that the search text uses for itself: kinds of facts, line ends, syllables.
// oxlint-disable-next-line no-control-regex -- control characters are what is taken away
const ours = /[\u0000-\u0008\u000b-\u001f\ue000-\uf8ff]/g
const plain = /^[ -@[-~]*$/ // printable, without capitals
const mayBeTraditional = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu

/** One spelling for stored and typed text: compatibility forms, full width, capitals and traditional characters make no difference. */
export function fold(text: string): string {
  if (plain.test(text)) return text
  return text.normalize('NFKC').toLowerCase().replace(ours, '').replace(mayBeTraditional, simplifiedCharacter)
}

/** Character by character: what a word is converted to must not hang on what stands beside it, or its parts would not be found. */
function simplifiedCharacter(character: string): string {
  let simple = known.get(character)
  if (simple === undefined) {
    simple = simplified(character)
    known.set(character, simple)
  }
  return simple
}
