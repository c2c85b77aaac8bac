import { expect, test } from 'vitest'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { cardProgress } from '../../shared/domain/card-gates.ts'
import { isKeyBox, keyBoxes } from '../../shared/domain/key-boxes.ts'
import { defaultTerms } from '../../shared/domain/policy.ts'

test('every key box is a box of the forms, and only those are', () => {
  expect(keyBoxes.filter(path => boxAt(path) === undefined)).toEqual([])
  expect(['customer.name', 'customer.bankName', 'people.principal.2.name'].filter(isKeyBox)).toEqual(['customer.name'])
})

test('the key boxes are what a card needs to become formal', () => {
  const facts = { values: {}, salespersonId: null, noCodeReason: null, contactsReason: null, verification: [] }
  const { formal } = cardProgress({ ...facts, terms: defaultTerms }).missing
  expect(formal.flatMap(({ fields }) => fields).sort()).toEqual([...keyBoxes].sort())
})
