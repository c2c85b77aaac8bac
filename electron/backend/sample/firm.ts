import {
  checkRegistrationNo,
  creditCodeCheckCharacter,
  organisationCheckCharacter,
} from '../../../shared/domain/credit-code.ts'
import { type Place, places } from './places.ts'
import type { Random } from './random.ts'
import { fancyFirst, fancySecond, trades } from './words.ts'

/** The legal side of an invented firm; `ownership` and `businessForm` are codes of the catalogue that fit each other. */
export interface Firm {
  readonly name: string
  readonly place: Place
  readonly ownership: 'individual' | 'collective' | 'partnership' | 'stateRun' | 'jointStock'
  readonly businessForm: 'individual' | 'other' | 'partnership' | 'stateOwned' | 'company'
}

/** Invents a firm whose name follows the rule region, own name, trade, legal form. */
export function inventFirm(random: Random): Firm {
  // The first ten places are the home province: half of the customers are there.
  const place = random.chance(0.5) ? random.pick(places.slice(0, 10)) : random.pick(places)
  const own = random.pick(fancyFirst) + random.pick(fancySecond)
  const trade = random.pick(trades)
  const kind = random.fraction()
  if (kind < 0.5)
    return { name: companyName(random, place, own + trade), place, ownership: 'jointStock', businessForm: 'company' }
  if (kind < 0.85) {
    const form = random.pick(['商行', '经营部', '批发部', '超市', '便利店', '粮油店', '食品店', '副食店'])
    const region = place.city + random.pick(['市', '']) + random.pick([random.pick(place.districts), ''])
    return { name: `${region}${own}${form}`, place, ownership: 'individual', businessForm: 'individual' }
  }
  if (kind < 0.93) {
    const name = `${place.city}${own}${trade}商行（普通合伙）`
    return { name, place, ownership: 'partnership', businessForm: 'partnership' }
  }
  if (kind < 0.97)
    return { name: `${place.city}市${own}供销合作社`, place, ownership: 'collective', businessForm: 'other' }
  return { name: `${place.city}市${own}副食品总公司`, place, ownership: 'stateRun', businessForm: 'stateOwned' }
}

function companyName(random: Random, place: Place, middle: string): string {
  if (random.chance(0.12)) return `${middle}（${place.city}）有限公司`
  const form = random.chance(0.75) ? '有限公司' : random.pick(['有限责任公司', '有限责任公司', '股份有限公司'])
  const branch = random.chance(0.04) ? `${random.pick(places).city}分公司` : ''
  return `${place.city}${random.pick(['市', '', ''])}${middle}${form}${branch}`
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organisations = 31 ** 5

/** A 统一社会信用代码 with right check characters, a different one for every `index` below 28 million. */
export function inventCreditCode(firm: Firm, index: number): string {
  // The multiplier has no factor in common with 31, so that the steps through the numbers never meet; they only look random.
  let rest = (index * 7_368_787 + 4_211) % organisations
  let organisation = ''
  for (let place = 0; place < 5; place++) {
    organisation = alphabet.charAt(rest % 31) + organisation
    rest = Math.floor(rest / 31)
  }
  const body = `MA${firm.businessForm === 'individual' ? 'L' : '5'}${organisation}`
  const first17 = `9${firm.businessForm === 'individual' ? '2' : '1'}${firm.place.region}${body}${organisationCheckCharacter(body)}`
  return first17 + creditCodeCheckCharacter(first17)
}

/** An old 工商登记号 of 15 digits with a right check digit. */
export function inventOldNumber(random: Random, firm: Firm): string {
  const first14 = `${firm.place.region}${firm.businessForm === 'individual' ? '6' : '0'}${random.digits(7)}`
  const fits = (digit: string) => {
    const check = checkRegistrationNo(first14 + digit)
    return check.kind === 'oldNumber15' && check.checkDigit === 'right'
  }
  return first14 + (Array.from('0123456789').find(fits) ?? '')
}
