import type { Value } from '../../../shared/catalogue/field.ts'
import { cardCheckDigit } from '../../../shared/domain/contact.ts'
import { asRemembered, dayBetween, sampleDay, yearOf } from './dates.ts'
import { about, type DraftFile, graded } from './draft-file.ts'
import { inventCreditCode, inventOldNumber } from './firm.ts'
import { inventFixedLine, inventMobile } from './person.ts'
import { banks, coverage, markets, salespeople, streets } from './words.ts'

/** Fills the boxes of KH001 but for its people and product lines; `index` makes its registration number unlike all others. */
export function fillCard(file: DraftFile, index: number): void {
  const put = (key: string, value: Value, likelihood?: number) => file.put(`customer.${key}`, value, likelihood)
  put('name', file.firm.name, 1)
  fillContact(file)
  put('ownershipType', file.firm.ownership, 0.95)
  put('category', graded(file, ['agent', 'wholesaler1', 'keyRetailer', 'wholesaler2', 'wholesaler2']), 0.95)
  put('grade', graded(file, ['A', 'B', 'B', 'C']))
  fillRegistration(file, index)
  fillMoney(file)
  fillDates(file)
}

function fillContact({ random, firm, put }: DraftFile): void {
  const { place } = firm
  const district = `${place.province === place.city ? '' : `${place.province}省`}${place.city}市${random.pick(place.districts)}`
  const site = random.chance(0.3)
    ? `${random.pick(markets)}${random.whole(1, 12)}区${random.whole(101, 399)}号`
    : `${random.pick(streets)}${random.whole(1, 980)}号`
  const line = inventFixedLine(random, place)
  const phones = random.chance(0.3)
    ? `${line}、${inventMobile(random)}`
    : random.chance(0.6)
      ? line
      : inventMobile(random)
  put('customer.address', district + site, 0.95)
  put('customer.phone', phones, 0.97)
  put('customer.postcode', place.postcode + random.digits(2))
  put('customer.fax', inventFixedLine(random, place), 0.35)
}

function fillRegistration(file: DraftFile, index: number): void {
  const { random, firm, put } = file
  const code = inventCreditCode(firm, index)
  if (random.chance(0.85)) {
    put('customer.businessRegNo', code)
    put('customer.taxNo', random.chance(0.85) ? code : code.slice(2, 17))
  } else put('customer.businessRegNo', inventOldNumber(random, firm))
  const bank = random.pick(banks)
  const name = bank === '农村商业银行' ? `${firm.place.city}${bank}` : `${bank}${firm.place.city}分行`
  put('customer.bankName', name + random.pick(['营业部', '城南支行', '高新支行', '市场支行', '']))
  const digits = random.digits(17)
  put('customer.bankAccountNo', firm.ownership === 'individual' ? cardNumber(digits) : `12${digits}`)
}

function cardNumber(digits: string): string {
  const first = `62${digits.slice(0, -1)}`
  return first + cardCheckDigit(first)
}

function fillMoney(file: DraftFile): void {
  const { random, firm, monthlySales, put } = file
  const small = firm.ownership === 'individual'
  put('customer.capital', about(random, monthlySales * (small ? 0.8 : 3)))
  put('customer.workingCapital', about(random, monthlySales * 0.9))
  put('customer.salesArea', random.whole(small ? 2 : 8, small ? 20 : 60) * 10)
  put(
    'customer.warehouseArea',
    Math.round(monthlySales / 2000) * 10 + random.whole(3, 30) * 10 + random.pick([0, 0, 0, 5.5]),
  )
  put('customer.employeeCount', random.whole(2, 6) + Math.round(monthlySales / 60_000))
  put('customer.premisesTenure', random.chance(0.4) ? 'owned' : 'rented')
  const vehicles = random.whole(0, 2) + Math.round(monthlySales / 200_000)
  put('customer.vehicleCount', vehicles)
  put(
    'customer.vehicleNote',
    random.pick(['厢式货车', '面包车', '4.2 米货车', '电动三轮车', '另租用冷藏车']),
    vehicles > 0 ? 0.4 : 0,
  )
  const transport = ['rail', 'water', 'truck', 'selfPickup'].filter((_, index) =>
    random.chance([0.08, 0.05, 0.85, 0.35][index] ?? 0),
  )
  if (transport.length > 0) put('customer.transportModes', transport)
  put('customer.paymentMethod', graded(file, ['转账', '月结', '转账', '货到付款', '现金']))
  const period = random.chance(0.9) ? 'year' : 'month'
  put('customer.turnover', about(random, monthlySales * (period === 'year' ? 13 : 1.1)))
  if (file.values['customer.turnover'] !== undefined) put('customer.turnoverPeriod', period, 1)
  put('customer.coverageArea', random.pick(coverage))
}

function fillDates({ random, put }: DraftFile): void {
  const founded = dayBetween(random, 1988, 2020)
  const opened = later(founded, dayBetween(random, yearOf(founded), 2021))
  const won = later(opened, dayBetween(random, Math.max(2008, yearOf(opened)), 2024))
  const trading = later(won, dayBetween(random, yearOf(won), yearOf(won)))
  put('customer.foundedOn', asRemembered(random, founded))
  put('customer.openedOn', asRemembered(random, opened))
  put('customer.developedOn', won)
  put('customer.tradingSince', trading.slice(0, random.pick([7, 10])))
  put('customer.developedBy', random.pick(salespeople))
  put('customer.filledBy', random.pick(salespeople), 1)
  put('customer.filledOn', later(trading, dayBetween(random, 2023, yearOf(sampleDay))), 1)
}

function later(a: string, b: string): string {
  return a > b ? a : b
}
