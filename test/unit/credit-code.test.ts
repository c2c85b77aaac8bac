import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkRegistrationNo,
  creditCodeCheckCharacter,
  normaliseRegistrationNo,
  organisationCheckCharacter,
} from '../../shared/domain/credit-code.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const valid = ['91350100M000100Y43', '91110108551385082Q']

test.each(valid)('%s is right, its organisation part too', number => {
  expect(checkRegistrationNo(number)).toEqual({ kind: 'creditCode', number, oddPart: null })
})

test('is read in any width and case, with blanks and hyphens', () => {
  expect(normaliseRegistrationNo(' ９１350100-m000100y43 ')).toBe('91350100M000100Y43')
  expect(checkRegistrationNo('9135 0100 m000 100y 43').kind).toBe('creditCode')
})

test('names the check character it expects', () => {
  const number = '91350100M000100Y44'
  expect(checkRegistrationNo(number)).toEqual({ kind: 'wrongCheckCharacter', number, expected: '3' })
})

test('names the forbidden letter and what was probably meant', () => {
  expect(checkRegistrationNo('9135O100M000100Y43')).toEqual({
    kind: 'forbiddenLetter',
    number: '9135O100M000100Y43',
    letter: 'O',
    position: 5,
    suggestion: '91350100M000100Y43',
  })
  // The vector of rules.md 7: the Z is refused before the check character 3 can be asked for.
  expect(checkRegistrationNo('91350100M000100Y4Z')).toMatchObject({
    letter: 'Z',
    position: 18,
    suggestion: '91350100M000100Y42',
  })
  expect(creditCodeCheckCharacter('91350100M000100Y4')).toBe('3')
  expect(checkRegistrationNo('9135V100M000100Y43')).toMatchObject({ kind: 'forbiddenLetter', suggestion: null })
})

test.each(valid)('every single-character error and every adjacent swap of %s is caught', number => {
  const positions = number.split('').map((_, at) => at)
  const replaced = positions.flatMap(at =>
    alphabet.split('').map(other => number.slice(0, at) + other + number.slice(at + 1)),
  )
  const swapped = positions.map(
    at => number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2),
  )
  const wrong = [...replaced, ...swapped].filter(changed => changed !== number)
  expect(wrong.length).toBeGreaterThan(540)
  expect(wrong.filter(changed => checkRegistrationNo(changed).kind !== 'wrongCheckCharacter')).toEqual([])
})

test('every first part has exactly one check character, also where the sum is divisible by 31', () => {
  const body = fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength: 17, maxLength: 17 })
  fc.assert(
    fc.property(body, first17 => {
      const accepted = alphabet.split('').filter(last => checkRegistrationNo(first17 + last).kind === 'creditCode')
      expect(accepted).toEqual([creditCodeCheckCharacter(first17)])
    }),
  )
  expect(creditCodeCheckCharacter('0'.repeat(17))).toBe('0')
})

test('a wrong organisation part is told apart from a wrong code', () => {
  const first17 = '91350100M000100Y5'
  const number = first17 + creditCodeCheckCharacter(first17)
  expect(checkRegistrationNo(number)).toEqual({ kind: 'creditCode', number, oddPart: 'organisation' })
  expect(organisationCheckCharacter('M000100Y')).toBe('4')
  expect(organisationCheckCharacter('55138508')).toBe('2')
})

test('knows the older numbers by their length', () => {
  expect(checkRegistrationNo('110108000000016')).toEqual({
    kind: 'oldNumber15',
    number: '110108000000016',
    checkDigit: 'right',
  })
  expect(checkRegistrationNo('1101082012345')).toEqual({ kind: 'oldNumber13', number: '1101082012345' })
  expect(checkRegistrationNo('杭工商123')).toEqual({ kind: 'unknown', number: '杭工商123' })
  expect(checkRegistrationNo('91350100M000100Y4').kind).toBe('unknown')
})

test('every single-digit error of a 15-digit number is caught', () => {
  const number = '110108000000016'
  for (let at = 0; at < number.length; at++) {
    for (let digit = 0; digit < 10; digit++) {
      const changed = number.slice(0, at) + digit + number.slice(at + 1)
      expect(checkRegistrationNo(changed)).toMatchObject({ checkDigit: changed === number ? 'right' : 'wrong' })
    }
  }
})

test('does not compute a check character for something else', () => {
  expect(() => creditCodeCheckCharacter('123')).toThrow(RangeError)
  expect(() => creditCodeCheckCharacter(`O${'0'.repeat(16)}`)).toThrow(RangeError)
  expect(() => organisationCheckCharacter('1234567')).toThrow(RangeError)
})
