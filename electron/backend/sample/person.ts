import type { Place } from './places.ts'
import type { Random } from './random.ts'
import { estates, femaleNames, maleNames, surnames } from './words.ts'

/** An invented person; the sex is the code of the catalogue. */
export interface Person {
  readonly name: string
  readonly sex: 'male' | 'female'
}

/** Invents a person; two in three are men, as among the wholesalers these cards describe. */
export function inventPerson(random: Random): Person {
  const sex = random.chance(0.66) ? 'male' : 'female'
  return { name: random.pick(surnames) + random.pick(sex === 'male' ? maleNames : femaleNames), sex }
}

/** A mobile number of the right shape. */
export function inventMobile(random: Random): string {
  return `1${random.pick(['3', '5', '8', '7'])}${random.whole(0, 9)}${random.digits(8)}`
}

// Areas whose numbers still have seven digits.
const sevenDigits = new Set('0570 0572 0578 0552 0553 0558 0564 0792 0793 0539 0717 0771'.split(' '))

/** A fixed line of the place, with as many digits as numbers have there. */
export function inventFixedLine(random: Random, place: Place): string {
  return `${place.areaCode}-${random.whole(2, 8)}${random.digits(sevenDigits.has(place.areaCode) ? 6 : 7)}`
}

/** A home in a housing estate of the place. */
export function inventHome(random: Random, place: Place): string {
  const [building, entrance, room] = [
    random.whole(1, 38),
    random.whole(1, 4),
    random.whole(1, 18) * 100 + random.whole(1, 4),
  ]
  return `${place.city}市${random.pick(place.districts)}${random.pick(estates)}${building}幢${entrance}单元${room}室`
}
