import { asRemembered, dayBetween } from './dates.ts'
import type { DraftFile } from './draft-file.ts'
import { inventFixedLine, inventHome, inventMobile, inventPerson } from './person.ts'
import { ethnicities, positions, qualities } from './words.ts'

// How often a card names a first and a second person below each row head.
const likelihoods = {
  principal: [0.98, 0.08],
  influencer: [0.5, 0.04],
  buyer: [0.6, 0.05],
  seller: [0.55, 0.12],
} as const

/** Fills the 人员 table: the row heads of the paper, each with nobody, one or two invented people. */
export function fillPeople(file: DraftFile): void {
  for (const role of ['principal', 'influencer', 'buyer', 'seller'] as const) {
    let position = 0
    for (const likelihood of likelihoods[role]) {
      if (!file.random.chance(likelihood)) break
      position++
      fillPerson(file, role, position)
    }
  }
}

function fillPerson(file: DraftFile, role: keyof typeof positions, position: number): void {
  const { random, firm } = file
  const { name, sex } = inventPerson(random)
  const put = (key: string, value: string, likelihood?: number) =>
    file.put(`people.${role}.${position}.${key}`, value, likelihood)
  put('name', name, 1)
  put('sex', sex, 0.95)
  put('birth', asRemembered(random, dayBetween(random, 1956, 1998)))
  put('ethnicity', random.pick(ethnicities))
  put('position', random.pick(positions[role]))
  put('married', random.chance(0.85) ? 'yes' : 'no')
  put('phone', inventMobile(random), 0.92)
  put('homeAddress', inventHome(random, firm.place))
  put('quality', random.pick(qualities))
  if (role === 'principal' && position === 1) put('homePhone', inventFixedLine(random, firm.place), 0.4)
}
