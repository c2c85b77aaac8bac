import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordNames, records } from '../../shared/catalogue/records.ts'
import { contactMarks, customerMarks, isMarked, type MarkKind } from '../../shared/domain/look-alike.ts'
import type { Values } from '../../shared/catalogue/field.ts'

const marksOf = (values: Values, kind: MarkKind) =>
  customerMarks(values)
    .filter(mark => mark.kind === kind)
    .map(({ mark }) => mark)

test.each([
  ['0571-8866 1234', ['57188661234']],
  ['+86 571 88661234', ['57188661234']],
  ['（0571）88661234 转 801', ['57188661234']],
  ['138 1234 5678、１３９８７６５４３２１', ['13812345678', '13987654321']],
  ['+86-138-1234-5678', ['13812345678']],
  ['8866123', ['8866123']],
  ['95588', []],
  ['找老王', []],
])('the telephones %j are compared as %j', (phone, expected) => {
  expect(marksOf({ 'customer.phone': phone }, 'phone')).toEqual(expected)
})

test('every telephone of the card counts once, whoever it belongs to, and the fax does not', () => {
  const values = {
    'customer.phone': '13800000001',
    'customer.fax': '13800000009',
    'people.buyer.2.phone': '138-0000-0001',
    'people.principal.1.homePhone': '0571-88661234',
  }
  expect(marksOf(values, 'phone')).toEqual(['13800000001', '57188661234'])
})

test('addresses differ by neither width nor blanks, and the name of a town is none', () => {
  const address = (text: string) => marksOf({ 'customer.address': text }, 'address')
  expect(address('杭州市 文三路１２３号')).toEqual(address('杭州市文三路123号'))
  expect(address('杭州市文三路123号')).toHaveLength(1)
  expect(address('杭州市')).toEqual([])
})

test('whoever is in charge is compared with the telephone, so that a name alone proves nothing', () => {
  const principal = { 'people.principal.1.name': '李 明', 'people.principal.1.phone': '13800000001' }
  expect(marksOf(principal, 'contact')).toEqual(['李明 13800000001'])
  expect(marksOf({ ...principal, 'people.principal.1.phone': '' }, 'contact')).toEqual([])
  expect(marksOf({ ...principal, 'people.principal.1.name': '' }, 'contact')).toEqual([])
})

test('an employee is compared in the same spelling as a customer', () => {
  const facts = { phone: '0571 8866 1234', address: '杭州市文三路 123 号', bankAccountNo: '6222 0000-1111' }
  const values = {
    'customer.phone': '0571-88661234',
    'customer.address': '杭州市文三路123号',
    'customer.bankAccountNo': '622200001111',
  }
  expect(contactMarks(facts)).toEqual(customerMarks(values))
  expect(contactMarks({ phone: null, address: null })).toEqual([])
})

test('no box that has no part in the marks changes them', () => {
  const paths = recordNames.flatMap(record =>
    records[record].map(({ key }) =>
      record === 'people'
        ? `people.principal.1.${key}`
        : record === 'productLines'
          ? `productLines.1.${key}`
          : `${record}.${key}`,
    ),
  )
  const unmarked = paths.filter(path => !isMarked(path))
  expect(paths.length - unmarked.length).toBe(6)
  const values = {
    'customer.phone': '13800000001',
    'people.principal.1.name': '李明',
    'people.principal.1.phone': '13900000001',
  }
  fc.assert(
    fc.property(fc.constantFrom(...unmarked), fc.constantFrom('13711112222', '杭州市文三路123号'), (path, text) => {
      expect(customerMarks({ ...values, [path]: text })).toEqual(customerMarks(values))
    }),
  )
})
