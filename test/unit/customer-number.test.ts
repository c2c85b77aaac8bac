import { expect, test } from 'vitest'
import { cardNoFor, creditNoFor, formatCustomerNo, readCustomerNo } from '../../shared/domain/customer-number.ts'

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

test.each(['KH-0031', 'kh0031', 'KH-31', '31', '0031', '00031', ' ＫＨ－００３１ '])(
  '%s is the customer 0031',
  written => {
    expect(readCustomerNo(written)).toBe('0031')
  },
)

test.each(['KH001-0031', 'KH001', 'KH002-0031-01', 'A31', '3-1', '', '1234567890'])(
  '%s is no number of a customer',
  text => {
    expect(readCustomerNo(text)).toBe(text)
  },
)
