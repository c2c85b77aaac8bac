import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personPath, productLinePath } from '../../shared/catalogue/derive/paths.ts'
import { personCount, productLineCount, productLines } from '../../shared/catalogue/derive/rows.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'

test('a row head has one person, or as many as its last used row', () => {
  expect(personCount({}, 'buyer')).toBe(1)
  expect(personCount({ [personPath('buyer', 3, 'phone')]: '1' }, 'buyer')).toBe(3)
  expect(personCount({ [personPath('buyer', 3, 'phone')]: '1' }, 'seller')).toBe(1)
  expect(
    personCount({ [personPath('buyer', 12, 'name')]: '甲', [personPath('buyer', 2, 'name')]: '乙' }, 'buyer'),
  ).toBe(12)
})

test('a row that was emptied again counts no longer', () => {
  expect(personCount({ [personPath('buyer', 3, 'phone')]: '' }, 'buyer')).toBe(1)
  expect(productLineCount({ [productLinePath(9, 'line')]: null, [productLinePath(8, 'isOurs')]: false })).toBe(6)
})

test('the product table has the six rows of the paper, or all that are filled and the spare ones', () => {
  const upTo = (last: number) => ({ [productLinePath(last, 'monthlySales')]: 0 })
  const counts = (spare: number) => [1, 5, 6, 7, 49, 50].map(last => productLineCount(upTo(last), spare))
  expect(productLineCount({})).toBe(6)
  expect(productLineCount({}, 1)).toBe(6)
  expect(counts(0)).toEqual([6, 6, 6, 7, 49, 50])
  expect(counts(1)).toEqual([6, 6, 7, 8, 50, 50])
})

test('product rows carry what their boxes say, the empty ones between and behind included', () => {
  expect(productLines({ ...fullCustomer, [productLinePath(8, 'sharePct')]: 0.5 })).toEqual([
    { position: 1, line: '食用油', brandCompany: '金谷', monthlySales: 24_000_000, sharePct: 60, isOurs: true },
    { position: 2, line: '调味品', brandCompany: '海天', monthlySales: 8_000_000, sharePct: 20, isOurs: false },
    { position: 3, line: '干货', brandCompany: '山里人', monthlySales: 4_000_000, sharePct: 10, isOurs: false },
    { position: 4, line: '大米', brandCompany: '北大荒', monthlySales: 2_000_000, sharePct: 5, isOurs: false },
    { position: 5, line: '饮料', brandCompany: '农夫山泉', monthlySales: 1_200_000, sharePct: 3, isOurs: false },
    { position: 6, line: '休闲食品', brandCompany: '洽洽', monthlySales: 800_000, sharePct: 2, isOurs: false },
    { position: 7, line: '', brandCompany: '', monthlySales: null, sharePct: null, isOurs: false },
    { position: 8, line: '', brandCompany: '', monthlySales: null, sharePct: 0.5, isOurs: false },
  ])
})

test('filling a row never takes rows away', () => {
  const place = fc.integer({ min: 1, max: 50 })
  fc.assert(
    fc.property(fc.array(place), place, (filled, next) => {
      const values = Object.fromEntries(filled.map(position => [productLinePath(position, 'line'), '米']))
      const more = { ...values, [productLinePath(next, 'line')]: '油' }
      expect(productLineCount(more)).toBe(Math.max(productLineCount(values), next))
    }),
  )
})
