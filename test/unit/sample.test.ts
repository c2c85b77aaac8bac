import { expect, test } from 'vitest'
import { sampleDay } from '../../electron/backend/sample/dates.ts'
import { sampleCustomers } from '../../electron/backend/sample/sample-customers.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { productLines } from '../../shared/catalogue/derive/rows.ts'
import { valuesSchema } from '../../shared/catalogue/derive/schema.ts'
import { records } from '../../shared/catalogue/records.ts'
import { checkRegistrationNo } from '../../shared/domain/credit-code.ts'
import { computeShares, sharesTotal } from '../../shared/domain/shares.ts'
import { storageProblem, warningAt } from '../../shared/domain/warnings.ts'

const customers = [...sampleCustomers(500, 7)]

test('every box of every sample customer is one that the catalogue takes', () => {
  const issues = customers.flatMap(values => valuesSchema.safeParse(values).error?.issues ?? [])
  expect(issues).toEqual([])
  expect(customers.filter(storageProblem)).toEqual([])
})

test('nothing in the sample deserves a warning but a tax number that is as old as many are', () => {
  const warned = customers.flatMap(values =>
    Object.keys(values).flatMap(path => {
      const warning = warningAt(values, path, sampleDay)
      return warning && warning.code !== 'taxNoSuggested' ? [{ path, value: values[path], warning }] : []
    }),
  )
  expect(warned).toEqual([])
})

test('the same seed gives the same customers, a longer run begins with a shorter one, another seed gives others', () => {
  expect([...sampleCustomers(20, 7)]).toEqual(customers.slice(0, 20))
  expect([...sampleCustomers(20, 8)]).not.toEqual(customers.slice(0, 20))
})

test('names and registration numbers do not repeat', () => {
  const names = new Set<unknown>()
  const codes = new Set<unknown>()
  let withCode = 0
  for (const values of sampleCustomers(20_000, 1)) {
    names.add(values['customer.name'])
    if (String(values['customer.businessRegNo'] ?? '').length !== 18) continue
    withCode++
    codes.add(values['customer.businessRegNo'])
  }
  expect(names.size).toBe(20_000)
  expect(withCode).toBeGreaterThan(10_000)
  expect(codes.size).toBe(withCode)
})

test('registration numbers are right in their check character and organisation part', () => {
  const numbers = customers.flatMap(values => values['customer.businessRegNo'] ?? [])
  const checks = numbers.map(number => checkRegistrationNo(String(number)))
  const right = checks.filter(
    check =>
      (check.kind === 'creditCode' && check.oddPart === null) ||
      (check.kind === 'oldNumber15' && check.checkDigit === 'right'),
  )
  expect(right).toHaveLength(numbers.length)
  expect(new Set(checks.map(check => check.kind))).toEqual(new Set(['creditCode', 'oldNumber15']))
})

test('every box that a person fills is filled on some cards and empty on others', () => {
  const typed = (['customer', 'credit'] as const).flatMap(record =>
    records[record]
      .filter(field => !field.setBy && !field.otherOf && field.key !== 'cardNo')
      .map(field => `${record}.${field.key}`),
  )
  const filled = (path: string) => customers.filter(values => values[path] !== undefined).length
  expect(typed.length).toBeGreaterThan(60)
  expect(typed.filter(path => filled(path) <= 10)).toEqual([])
  expect(typed.filter(path => filled(path) === customers.length)).toEqual([
    'customer.name',
    'customer.filledBy',
    'customer.filledOn',
  ])
})

test('numbers, approvals and what the last signature grants are left out', () => {
  const paths = new Set(customers.flatMap(values => Object.keys(values)))
  const taken = [...paths].filter(path => path.endsWith('.cardNo') || boxAt(path)?.field.setBy !== undefined)
  expect(taken).toEqual([])
})

test('people are named below all four row heads and their rows are mostly complete', () => {
  for (const role of ['principal', 'influencer', 'buyer', 'seller']) {
    expect(customers.filter(values => values[`people.${role}.1.name`] !== undefined).length).toBeGreaterThan(200)
  }
  const columns = ['name', 'sex', 'birth', 'ethnicity', 'position', 'married', 'phone', 'homeAddress', 'quality']
  const named = customers.filter(values => values['people.principal.1.name'] !== undefined)
  const answers = named.flatMap(values => columns.map(column => values[`people.principal.1.${column}`]))
  const share = answers.filter(answer => answer !== undefined).length / answers.length
  expect(share).toBeGreaterThan(0.6)
  expect(share).toBeLessThan(0.95)
})

test('the shares of the product lines never come to more than a hundred', () => {
  const totals = customers.map(values => sharesTotal(computeShares(productLines(values))) ?? 0)
  expect(Math.max(...totals)).toBe(100)
})
