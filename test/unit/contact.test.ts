import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatBankAccount,
  looksLikeBankAccount,
  looksLikePhone,
  looksLikePostcode,
  normaliseBankAccount,
  splitPhones,
} from '../../shared/domain/contact.ts'

test.each([
  ['0571-8866 1234', ['0571-8866 1234']],
  ['0571 8866 1234', ['0571 8866 1234']],
  ['138 1234 5678', ['138 1234 5678']],
  ['13812345678 0571-88661234', ['13812345678', '0571-88661234']],
  ['138 1234 5678 139 8765 4321', ['138 1234 5678', '139 8765 4321']],
  ['88661234 0571 87654321', ['88661234', '0571 87654321']],
  ['8866123 8866124', ['8866123', '8866124']],
  ['0571-88661234、13812345678/400-826-1234；95588', ['0571-88661234', '13812345678', '400-826-1234', '95588']],
  ['13812345678，13987654321,13711112222', ['13812345678', '13987654321', '13711112222']],
  ['0571-88661234 转 801', ['0571-88661234 转 801']],
  ['找老王 要', ['找老王 要']],
  [' 、 / ', []],
  ['', []],
])('takes %j apart into %j', (text, numbers) => {
  expect(splitPhones(text)).toEqual(numbers)
})

test('never loses a digit, whatever was typed', () => {
  const unit = fc.constantFrom(...'0123456789013-  、,/转'.split(''))
  const digits = (text: string) => text.replace(/\D/g, '')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), text => {
      expect(digits(splitPhones(text).join('/'))).toBe(digits(text))
    }),
  )
})

test('numbers joined by any separator come apart again', () => {
  const mobile = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String)
  fc.assert(
    fc.property(
      fc.array(mobile, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('、', '，', '/', '; ', ' ', '\n'),
      (list, by) => {
        expect(splitPhones(list.join(by))).toEqual(list)
      },
    ),
  )
})

test('long hostile text is answered quickly', () => {
  const started = performance.now()
  expect(splitPhones('13812345678 '.repeat(20_000))).toHaveLength(20_000)
  expect(performance.now() - started).toBeLessThan(3_000)
})

test.each([
  '13812345678',
  '+86 138-1234-5678',
  '(0571)88661234',
  '０５７１－８８６６１２３４',
  '010-88661234-801',
  '0571-8866123',
  '88661234',
  '400-826-1234',
  '8008201234',
  '95588',
  '+852 2345 6789',
  '0049-30-1234567',
])('%s looks like a telephone number', text => {
  expect(looksLikePhone(text)).toBe(true)
})

test.each(['', '12345', '12812345678', '138123456789', '0571-8866', 'abc', '110'])(
  '%j does not look like a telephone number',
  text => {
    expect(looksLikePhone(text)).toBe(false)
  },
)

test('a postcode has six digits', () => {
  expect(looksLikePostcode('３１００００')).toBe(true)
  expect(looksLikePostcode('31000')).toBe(false)
  expect(looksLikePostcode('31000a')).toBe(false)
})

test('a bank account is stored bare and shown in groups of four', () => {
  const stored = normaliseBankAccount('6222 0212-0201 ５６７８ 901')
  expect(stored).toBe('6222021202015678901')
  expect(formatBankAccount(stored)).toBe('6222 0212 0201 5678 901')
  expect(formatBankAccount('NRA12345')).toBe('NRA12345')
})

test.each([
  ['123456', true],
  ['6222 0212 0201 5678 901', true],
  ['1'.repeat(32), true],
  ['12345', false],
  ['1'.repeat(33), false],
  ['NRA12345', false],
])('%s as a bank account: %s', (text, plausible) => {
  expect(looksLikeBankAccount(text)).toBe(plausible)
})
