import fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeShares, type ShareRow, sharesTotal } from '../../shared/domain/shares.ts'

const known = (monthlySales: number): ShareRow => ({ monthlySales, sharePct: null })
const typed = (sharePct: number | null): ShareRow => ({ monthlySales: null, sharePct })

test.each<[string, ShareRow[], (number | null)[]]>([
  ['known sales divide what a typed share leaves', [known(240_000), known(100_000), typed(15)], [60, 25, 15]],
  ['thirds foot', [known(1), known(1), known(1)], [33.4, 33.3, 33.3]],
  ['an unknown line stays unknown', [known(240_000), known(100_000), typed(null)], [70.6, 29.4, null]],
  ['a typed share is overruled by known sales', [{ monthlySales: 300, sharePct: 10 }, known(100)], [75, 25]],
  ['typed shares above 100 leave nothing', [known(500), typed(70), typed(40)], [0, 70, 40]],
  ['nothing known', [typed(null)], [null]],
  ['only zeros sold', [known(0), known(0), typed(20)], [null, null, 20]],
  ['a line that sells nothing', [known(0), known(10)], [0, 100]],
  ['no lines', [], []],
])('%s', (_name, rows, shares) => {
  expect(computeShares(rows)).toEqual(shares)
})

test('the total tells over from under', () => {
  expect(sharesTotal([60, 25, 15])).toBe(100)
  expect(sharesTotal([0, 70, 40])).toBe(110)
  expect(sharesTotal([33.3, null, 33.3])).toBe(66.6)
  expect(sharesTotal([0.1, 0.2])).toBe(0.3)
  expect(sharesTotal([null])).toBe(null)
  expect(sharesTotal([])).toBe(null)
})

test('shares foot to 100 and stay within a tenth of the exact share, also with the largest amounts', () => {
  const sales = fc.integer({ min: 0, max: 9_000_000_000_000_000 })
  fc.assert(
    fc.property(fc.array(sales, { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 1000 }), (list, tenths) => {
      fc.pre(list.some(value => value > 0))
      const shares = computeShares([...list.map(known), typed(tenths / 10)])
      expect(sharesTotal(shares)).toBe(100)
      const total = list.reduce((sum, value) => sum + value, 0)
      list.forEach((value, index) => {
        expect(Math.abs((shares[index] ?? 0) - (value / total) * (100 - tenths / 10))).toBeLessThan(0.1001)
      })
    }),
  )
})
