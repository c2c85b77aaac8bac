import { productLinePath } from '../../../shared/catalogue/derive/paths.ts'
import type { Value } from '../../../shared/catalogue/field.ts'
import { about, type DraftFile } from './draft-file.ts'
import type { Random } from './random.ts'
import { goods, ourBrand, ourLines } from './words.ts'

/** Fills the product table: our goods first, then others; sales known for most lines, a typed share for some of the rest. */
export function fillProductLines(file: DraftFile): void {
  const { random } = file
  const others = shuffled(random, goods).slice(0, random.whole(0, 5))
  let position = 0
  let left = file.monthlySales
  const add = (line: string, brandCompany: string, ours: boolean) => {
    position++
    const put = (key: string, value: Value, likelihood: number) =>
      file.put(productLinePath(position, key), value, likelihood)
    const sales = left * (0.3 + random.fraction() * 0.4)
    left -= sales
    put('line', line, 1)
    put('brandCompany', brandCompany, ours ? 1 : 0.9)
    const known = random.chance(ours ? 0.9 : 0.7)
    put('monthlySales', about(random, sales), known ? 1 : 0)
    // Six typed shares of fifteen at most can never come to more than a hundred.
    put('sharePct', random.whole(10, 30) / 2, known ? 0 : 0.6)
    if (ours) put('isOurs', true, 1)
  }
  add(random.pick(ourLines), ourBrand, true)
  for (const { line, brands } of others) add(line, random.pick(brands), false)
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map(entry => ({ entry, place: random.fraction() }))
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry)
}
