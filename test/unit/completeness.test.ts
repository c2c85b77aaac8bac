import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completeness, overallCompleteness } from '../../shared/catalogue/derive/completeness.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { Path, Value, Values } from '../../shared/catalogue/field.ts'
import type { FormName } from '../../shared/catalogue/layout/layout.ts'
import { bareCustomer, fullCustomer } from '../fixtures/full-customer.ts'

const formNames: readonly FormName[] = ['KH001', 'KH002']
const paths = Object.keys(fullCustomer)
const isUnasked = (path: Path) => boxAt(path)?.field.delicate || boxAt(path)?.field.setBy
/** Boxes whose answer makes others apply. */
const openers = [
  'credit.shop.ownedProperty',
  'credit.shop.rentedProperty',
  'customer.tradingSince',
  'credit.accounts.paymentAttitude',
]
const without = (...left: Path[]): Values =>
  Object.fromEntries(Object.entries(fullCustomer).filter(([path]) => !left.includes(path)))

/** Some boxes of the full customer, in the order in which they are drawn from the bag. */
const someValues: fc.Arbitrary<Values> = fc
  .subarray(paths)
  .map(chosen => Object.fromEntries(chosen.map(path => [path, fullCustomer[path] ?? null])))

describe('what is asked', () => {
  test('of an empty card, in the order of the paper', () => {
    expect(completeness({}, 'KH001').missing).toEqual(
      [
        'name address phone postcode ownershipType category grade'.split(' ').map(key => `customer.${key}`),
        'name sex position phone'.split(' ').map(key => `people.principal.1.${key}`),
        'businessRegNo taxNo bankName capital workingCapital'.split(' ').map(key => `customer.${key}`),
        'openedOn salesArea warehouseArea employeeCount'.split(' ').map(key => `customer.${key}`),
        'premisesTenure vehicleCount transportModes paymentMethod turnover'.split(' ').map(key => `customer.${key}`),
        'productLines.1.line',
        'coverageArea developedOn developedBy filledBy filledOn'.split(' ').map(key => `customer.${key}`),
      ].flat(),
    )
  })

  test('of an empty credit file, in the order in which it is filled in', () => {
    expect(completeness({}, 'KH002').missing).toEqual(
      [
        'name address phone postcode'.split(' ').map(key => `customer.${key}`),
        'people.principal.1.name',
        'customer.foundedOn credit.businessForm credit.locationType'.split(' '),
        'productLines.1.line customer.coverageArea customer.vehicleCount'.split(' '),
        'ownedProperty site decor insurance'.split(' ').map(key => `credit.shop.${key}`),
        'customer.bankName credit.accounts.bankCredit credit.accounts.books credit.accounts.peerRating'.split(' '),
        'customer.capital credit.accounts.communityRating'.split(' '),
        'customer.workingCapital customer.businessRegNo'.split(' '),
        'credit.salesOpinion credit.requestedLimit credit.filledBy credit.filledOn'.split(' '),
      ].flat(),
    )
  })

  test('is never delicate, a note, the text of 其他, or the matter of the program or the approvers', () => {
    fc.assert(
      fc.property(someValues, fc.constantFrom(...formNames), (values, form) => {
        const fields = completeness(values, form).missing.map(path => boxAt(path)?.field)
        expect(fields.filter(field => !field || field.delicate || field.optional || field.otherOf)).toEqual([])
        expect(fields.filter(field => field?.setBy)).toEqual([])
      }),
    )
  })

  test('of the property is one of the two ticks, and then what the ticked columns hold', () => {
    const shop = (values: Values) =>
      completeness({ ...bareCustomer, ...values }, 'KH002')
        .missing.filter(path => /\.(owned|rented)/.test(path))
        .map(path => path.slice('credit.shop.'.length))
    const owned = { 'credit.shop.ownedProperty': true }
    const rented = { 'credit.shop.rentedProperty': true }
    expect(shop({})).toEqual(['ownedProperty'])
    expect(shop({ 'credit.shop.ownedProperty': false })).toEqual(['ownedProperty'])
    expect(shop(owned)).toEqual(['ownedArea', 'ownedFloors', 'ownedMarketValue'])
    expect(shop(rented)).toEqual(['rentedArea', 'rentedFloors', 'rentedMonthlyRent'])
    expect(shop({ ...owned, ...rented, 'credit.shop.rentedArea': 0 })).toEqual([
      'ownedArea',
      'ownedFloors',
      'rentedFloors',
      'ownedMarketValue',
      'rentedMonthlyRent',
    ])
  })

  test('of the trade is nothing of whoever has not traded with us, and the rest of whoever has', () => {
    const [since, attitude] = ['customer.tradingSince', 'credit.accounts.paymentAttitude']
    const lacks = (...left: Path[]) => completeness(without(...paths.filter(isUnasked), ...left), 'KH002')
    expect(lacks(since, attitude)).toEqual({ percent: 100, missing: [] })
    expect(lacks(attitude).missing).toEqual([attitude])
    expect(lacks(since).missing).toEqual([since])
  })

  test('of the people is the first person in charge alone, and any line answers for the product table', () => {
    const missing = (values: Values) => completeness(values, 'KH001').missing
    expect(missing({ 'people.principal.1.name': '甲' })).not.toContain('people.principal.1.name')
    expect(missing({ 'people.principal.2.name': '甲', 'people.buyer.1.name': '乙' })).toEqual(missing({}))
    expect(missing({ 'productLines.4.line': '米' })).not.toContain('productLines.1.line')
    expect(missing({ 'productLines.4.brandCompany': '甲' })).toContain('productLines.1.line')
  })
})

describe('the percent', () => {
  test('is 0 for an empty form and 100 for one whose asked boxes are all filled', () => {
    expect(completeness({}, 'KH001').percent).toBe(0)
    expect(completeness({}, 'KH002').percent).toBe(0)
    const delicate = paths.filter(isUnasked)
    expect(delicate.length).toBeGreaterThan(40)
    for (const form of formNames)
      expect(completeness(without(...delicate), form)).toEqual({ percent: 100, missing: [] })
  })

  test('counts every asked box once by its weight and never rounds up to 100', () => {
    // The card asks for 31 boxes: 4 of weight 5, 10 of weight 3 and 17 of weight 1, which are 67 together.
    const left = (...empty: Path[]) => completeness(without(...empty), 'KH001')
    expect(left('customer.address')).toEqual({ percent: 95, missing: ['customer.address'] })
    expect(left('customer.paymentMethod').percent).toBe(92)
    expect(left('customer.salesArea').percent).toBe(98)
    expect(completeness(bareCustomer, 'KH001').percent).toBe(7)
    fc.assert(
      fc.property(someValues, fc.constantFrom(...formNames), (values, form) => {
        const { percent, missing } = completeness(values, form)
        expect(percent === 100).toBe(missing.length === 0)
      }),
    )
  })

  test('takes 0 for an answer, but no empty text and no empty choice', () => {
    const percent = (values: Readonly<Record<Path, Value>>) => completeness(values, 'KH001').percent
    expect(percent({ 'customer.employeeCount': 0 })).toBe(percent({ 'customer.employeeCount': 3 }))
    expect(percent({ 'customer.employeeCount': 0 })).toBeGreaterThan(0)
    expect(percent({ 'customer.address': '', 'customer.transportModes': [] })).toBe(0)
  })

  test('never sinks when a box is filled, unless its answer makes others apply', () => {
    fc.assert(
      fc.property(someValues, fc.constantFrom(...paths), fc.constantFrom(...formNames), (values, path, form) => {
        fc.pre(!openers.includes(path))
        const before = completeness(values, form)
        const after = completeness({ ...values, [path]: fullCustomer[path] ?? null }, form)
        expect(after.percent).toBeGreaterThanOrEqual(before.percent)
        expect(after.missing).toEqual(before.missing.filter(missing => after.missing.includes(missing)))
      }),
      { numRuns: 500 },
    )
    const columns = paths.filter(path => /^credit\.shop\.(owned|rented)/.test(path))
    expect(completeness(without(...columns), 'KH002').percent).toBe(98)
    expect(completeness(without(...columns.filter(path => !openers.includes(path))), 'KH002').percent).toBe(92)
  })

  test('of the list is the mean of both forms', () => {
    expect(overallCompleteness({})).toBe(0)
    expect(overallCompleteness(fullCustomer)).toBe(100)
    expect(overallCompleteness(without('customer.salesArea', 'customer.warehouseArea'))).toBe(98)
  })
})
