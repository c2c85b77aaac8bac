import path from 'node:path'
import type exceljs from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellText } from '../../electron/backend/reports/cell-text.ts'
import { headerFooter, pageCount, pageNumber } from '../../electron/backend/reports/header-footer.ts'
import { fromSerial, toSerial } from '../../shared/domain/serial-date.ts'
import { columnWidth, newWorkbook, put, writeWorkbook } from '../../electron/backend/reports/workbook.ts'
import { makeForms, scratch } from './make.ts'
import { reopen } from './read-back.ts'
import { partOf } from './zip-part.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'

const properties = { title: '册 & 页', company: '甲 <乙> & $& 丙', creator: '林晓', created: '2026-11-22' }

async function written(values: readonly exceljs.CellValue[]): Promise<exceljs.Worksheet | undefined> {
  const file = path.join(scratch(), 'a.xlsx')
  const workbook = newWorkbook(properties)
  const sheet = workbook.addWorksheet('a')
  values.forEach((value, index) => put(sheet, { top: index + 1, bottom: index + 1, left: 1, right: 2 }, value, {}))
  await writeWorkbook(file, workbook)
  return (await reopen(file)).getWorksheet('a')
}

function textAt(sheet: exceljs.Worksheet | undefined, row: number): string {
  const value = sheet?.getCell(row, 1).value ?? ''
  if (typeof value !== 'string') throw new TypeError(`row ${row} holds no text`)
  return value
}

test.each([
  ['ends of lines', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ['control marks', 'a\u0000\u0008\u000b\u001fb\tc', 'ab\tc'],
  ['marks that XML forbids', 'a\ufffe\uffffb', 'ab'],
  ['half characters', 'a\ud800b\udc00c𠮷', 'a\ufffdb\ufffdc𠮷'],
])('cell text: %s', (_what, typed, text) => {
  expect(cellText(typed)).toBe(text)
})

test('a text that is too long is cut, and never within a character', () => {
  expect(cellText('中'.repeat(40_000))).toHaveLength(32_767)
  expect(cellText(`${'a'.repeat(32_766)}𠮷`)).toBe('a'.repeat(32_766))
})

test('text comes back as typed, formulas, escapes and strange characters included', async () => {
  const texts = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '_x0041_',
    '_x005F_x0041_',
    ' a  b ',
    '<&>"',
    'a\nb',
    '0123',
    '6222021202010012345',
  ]
  const sheet = await written(texts)
  expect(texts.map((_, index) => sheet?.getCell(index + 1, 1).value)).toEqual(texts)
})

test('any text at all gives a file that opens and says the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 20 }),
      async texts => {
        const sheet = await written(texts)
        const plain = (text: string) =>
          text
            .replace(/\r\n?/g, '\n')
            .replace(/[\p{Cc}\ufffe\uffff]/gu, character => ('\n\t'.includes(character) ? character : ''))
        // exceljs reads back without DEL and the C1 marks, which are allowed but never meant.
        const read = texts.map((_, index) => plain(textAt(sheet, index + 1)))
        expect(read).toEqual(texts.map(plain))
      },
    ),
    { numRuns: 25 },
  )
})

test('every cell of a merged range carries its own part of the border', async () => {
  const workbook = newWorkbook(properties)
  const sheet = workbook.addWorksheet('a')
  put(
    sheet,
    { top: 1, left: 1, bottom: 2, right: 3 },
    'x',
    {},
    { top: 'medium', left: 'thin', bottom: 'thin', right: undefined },
  )
  const sides = (address: string) => Object.keys(sheet.getCell(address).border).sort()
  expect(sheet.getCell('C2').master.address).toBe('A1')
  expect(['A1', 'B1', 'C1', 'A2', 'B2', 'C2'].map(sides)).toEqual([
    ['left', 'top'],
    ['top'],
    ['top'],
    ['bottom', 'left'],
    ['bottom'],
    ['bottom'],
  ])
  expect(sheet.getCell('B1').border.top?.style).toBe('medium')
})

test('ranges that overlap are a mistake that shows', () => {
  const sheet = newWorkbook(properties).addWorksheet('a')
  put(sheet, { top: 1, left: 1, bottom: 2, right: 2 }, 'x', {})
  expect(() => put(sheet, { top: 2, left: 2, bottom: 3, right: 3 }, 'y', {})).toThrow('merge')
})

test('dates are day numbers that no time zone moves, and old ones stay text', () => {
  expect(toSerial('2026-01-15')).toBe(46_037)
  expect(toSerial('1900-03-01')).toBe(61)
  expect(['1900-02-28', '1899-12-31', '1998', '1998-03', '', '2026-02-30'].map(toSerial)).toEqual(
    Array(6).fill(undefined),
  )
  expect(fromSerial(46_037.75)).toBe('2026-01-15')
  expect(() => fromSerial(60)).toThrow(RangeError)
  const days = fc.integer({ min: 61, max: 109_000 })
  fc.assert(
    fc.property(days, serial => {
      expect(toSerial(fromSerial(serial))).toBe(serial)
    }),
  )
})

test('a header doubles &, and a digit after the size is no part of it', () => {
  const footer = headerFooter({ left: '3&D 公司', centre: `${pageNumber}/${pageCount}`, right: '8 号' }, '宋体')
  expect(footer).toBe('&L&8&"宋体,Regular"3&&D 公司&C&8&"宋体,Regular"&P/&N&R&8&"宋体,Regular"8 号')
  expect(headerFooter({ left: '字'.repeat(500), right: '&'.repeat(500) }, '宋体').length).toBeLessThan(256)
})

test('a column is wider than its text by what programs take off', () => {
  expect(columnWidth(10)).toBeCloseTo(10.71)
})

test('documents say what they are and who made them', async () => {
  const file = path.join(scratch(), 'a.xlsx')
  const workbook = newWorkbook(properties)
  workbook.addWorksheet('a')
  await writeWorkbook(file, workbook)
  const { title, company, creator, created } = await reopen(file)
  expect({ title, company, creator, created }).toEqual({ ...properties, created: new Date('2026-11-22T00:00:00Z') })
  expect(partOf(file, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
})

test('a form sheet has an absolute print area, titles on every page, and no mark on numbers kept as text', async () => {
  const file = await makeForms([{ ...fullCustomer, 'customer.name': "O'Neill & 子 公司" }])
  expect((await reopen(file)).worksheets.map(({ name }) => name)).toEqual(['KH001 O Neill & 子', 'KH002 O Neill & 子'])
  const names = partOf(file, 'xl/workbook.xml')
  expect(names).toMatch(/Print_Area" localSheetId="0">&apos;KH001 O Neill &amp; 子&apos;!\$A\$1:\$AV\$\d+</)
  expect(names).toMatch(/Print_Titles" localSheetId="1">&apos;KH002 O Neill &amp; 子&apos;!\$1:\$2</)
  const sheet = partOf(file, 'xl/worksheets/sheet1.xml')
  expect(sheet).toMatch(
    /<ignoredErrors><ignoredError sqref="[^"]+" numberStoredAsText="1"\/><\/ignoredErrors><\/worksheet>$/,
  )
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
  expect(sheet).not.toContain('outlinePr')
})
