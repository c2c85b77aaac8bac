import { expect, test } from 'vitest'
import { cardNoFor, creditNoFor, formatCustomerNo } from '../../shared/domain/customer-number.ts'

test('numbers are as on the paper', () => {
  expect(formatCustomerNo(1)).toBe('0001')
  expect(formatCustomerNo(123)).toBe('0123')
  expect(formatCustomerNo(100_000)).toBe('100000')
  expect(cardNoFor('0123')).toBe('KH001-0123')
  expect(creditNoFor('0123', 1)).toBe('KH002-0123-01')
  expect(creditNoFor('0123', 100)).toBe('KH002-0123-100')
})

test.each([0, -1, 1.5, Number.NaN])('%s is not a running number', n => {
  expect(() => formatCustomerNo(n)).toThrow(RangeError)
  expect(() => creditNoFor('0123', n)).toThrow(RangeError)
})
