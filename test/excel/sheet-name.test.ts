import fc from 'fast-check'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { sheetName } from '../../electron/backend/reports/sheet-name.ts'

test.each([
  ['KH001 杭州明珠商贸', 'KH001 杭州明珠商贸'],
  ["  O'Neill / [A*B]?:\\ ", 'O Neill A B'],
  ['History', 'History 1'],
  ['HISTORY', 'HISTORY 1'],
  ['', '1'],
  ["'''", '1'],
  ['中'.repeat(40), '中'.repeat(31)],
  [`${'a'.repeat(30)}𠮷`, 'a'.repeat(30)],
])('%j becomes %j', (wanted, name) => {
  expect(sheetName(wanted, [])).toBe(name)
})

test('a name that is taken in any case or width gets a number, and room for it', () => {
  expect(sheetName('abc', ['ABC'])).toBe('abc (2)')
  expect(sheetName('abc', ['abc', 'ＡＢＣ (2)'])).toBe('abc (3)')
  expect(sheetName('中'.repeat(31), ['中'.repeat(31)])).toBe(`${'中'.repeat(27)} (2)`)
})

test('a hundred customers of any names give sheets that exceljs takes', () => {
  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('明珠', 'Ａb', 'aB', 'history', "'", 'ß', 'SS', 'İ'),
  )
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 100 }), wanted => {
      const workbook = new exceljs.Workbook()
      const taken: string[] = []
      for (const name of wanted) {
        const given = sheetName(name, taken)
        expect(given).toMatch(/^[^'*?:\\/[\]\p{Cc}]{1,31}$/u)
        expect(workbook.addWorksheet(given).name).toBe(given)
        taken.push(given)
      }
      expect(new Set(taken.map(name => name.toLowerCase())).size).toBe(wanted.length)
    }),
  )
})
