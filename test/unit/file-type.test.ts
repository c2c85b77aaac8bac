import exceljs from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileType } from '../../electron/backend/files/file-type.ts'
import { zipEntries } from '../../electron/backend/files/zip-entries.ts'
import { zipOf } from '../fixtures/zip-of.ts'

const docx = ['[Content_Types].xml', 'word/document.xml']
const xlsx = ['[Content_Types].xml', 'xl/workbook.xml']

test.each([
  ['pdf', Buffer.from('%PDF-1.7\n')],
  ['jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ['png', Buffer.from('89504e470d0a1a0a0000', 'hex')],
  ['docx', zipOf(docx)],
  ['xlsx', zipOf(xlsx)],
])('knows a %s by its content', (type, bytes) => {
  expect(fileType(bytes)).toBe(type)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a program', Buffer.from('MZ\u0090\u0000')],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a page that names a PDF further on', Buffer.from('<p>%PDF-1.7')],
  ['half a signature', Buffer.from('89504e470d0a', 'hex')],
  ['any other zip file', zipOf(['readme.txt'])],
  ['a document with macros', zipOf([...docx, 'word/vbaProject.bin'])],
  ['a workbook with macros, whatever their case', zipOf([...xlsx, 'XL/VBAPROJECT.BIN'])],
  ['a workbook with macros of the old kind', zipOf([...xlsx, 'xl/macrosheets/sheet1.xml'])],
  ['a document that is a workbook as well', zipOf([...docx, 'xl/workbook.xml'])],
  ['a workbook without its types', zipOf(['xl/workbook.xml'])],
  ['a workbook with something behind its end', Buffer.concat([zipOf(xlsx), Buffer.from('MZ')])],
  ['a workbook with something before its beginning', Buffer.concat([Buffer.from('MZ'), zipOf(xlsx)])],
  ['half a workbook', zipOf(xlsx).subarray(0, 60)],
])('keeps %s out', (_what, bytes) => {
  expect(fileType(bytes)).toBeUndefined()
})

test('a workbook as a spreadsheet program writes it is one, and all of its parts are seen', async () => {
  const workbook = new exceljs.Workbook()
  workbook.addWorksheet('一').getCell('A1').value = '甲'
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
  expect(fileType(bytes)).toBe('xlsx')
  const entries = zipEntries(bytes) ?? []
  expect(entries.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['xl/worksheets/sheet1.xml', '[Content_Types].xml']),
  )
  expect(entries.every(({ name, size }) => size > 0 || name.endsWith('/'))).toBe(true)
})

test('what a part claims to unpack to is told before anything is unpacked', () => {
  expect(zipEntries(zipOf(['bomb'], 0xff_ff_ff_ff))).toMatchObject([{ name: 'bomb', size: 0xff_ff_ff_ff }])
})

test('rubbish and damaged files answer nothing and never throw', () => {
  const whole = zipOf(xlsx)
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
      const damaged = Buffer.from(whole)
      damaged[at] = byte
      expect([undefined, 'xlsx']).toContain(fileType(damaged))
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), rest => {
      const bytes = Buffer.concat([Buffer.from('PK\u0003\u0004'), rest, Buffer.from('PK\u0005\u0006'), rest])
      expect(fileType(bytes)).toBeUndefined()
    }),
  )
})
