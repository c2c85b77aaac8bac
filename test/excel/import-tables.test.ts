import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openTable } from '../../electron/backend/imports/open-table.ts'
import { type Row, TableError } from '../../electron/backend/imports/table.ts'
import { zipWith } from '../fixtures/zip-of.ts'

async function all(rows: AsyncIterable<Row> | undefined): Promise<Row[]> {
  const found: Row[] = []
  for await (const row of rows ?? []) found.push(row)
  return found
}

async function rowsOf(bytes: Buffer): Promise<Row[][]> {
  const sheets = await openTable(bytes)
  return Promise.all(sheets.map(sheet => all(sheet.rows())))
}

/** Why a file is refused, whether at once or when its rows are read. */
async function problemOf(bytes: Buffer): Promise<string> {
  try {
    await rowsOf(bytes)
    return 'none'
  } catch (error) {
    if (error instanceof TableError) return error.code
    throw error
  }
}

const relations = (target: string, kind: string) =>
  `<Relationships xmlns="r"><Relationship Id="rId1" Type="http://x/${kind}" Target="${target}"/></Relationships>`

/** The least that is a workbook, around the XML of its one sheet. */
function workbookWith(sheet: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const content: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations('xl/workbook.xml', 'officeDocument'),
    'xl/workbook.xml': '<workbook><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations('worksheets/sheet1.xml', 'worksheet'),
    'xl/worksheets/sheet1.xml': sheet,
    ...parts,
  }
  return zipWith(Object.entries(content).map(([name, xml]) => ({ name, content: Buffer.from(xml) })))
}

const number = (text: string) => ({ kind: 'number', text, format: 'plain' })

describe('a workbook', () => {
  test('tells texts, numbers, dates, truth and errors apart, and keeps the numbers of its rows', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('客户')
    sheet.addRow(['编号', { richText: [{ text: '杭州' }, { text: '明珠', font: { bold: true } }] }])
    sheet.getRow(4).values = ['0571', 1234.5, new Date(Date.UTC(2024, 2, 5)), true, { error: '#N/A' }]
    sheet.getCell('C4').numFmt = 'yyyy"年"m"月"'
    sheet.getCell('G4').value = { formula: 'B4*2', result: 2469 }
    sheet.getCell('H4').value = 0.35
    sheet.getCell('H4').numFmt = '0.0%'
    sheet.getRow(5).hidden = true
    sheet.getCell('A5').value = 'hidden'
    workbook.addWorksheet('旧', { state: 'veryHidden' })
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
    const [first = []] = await rowsOf(bytes)
    expect(first).toEqual([
      { number: 1, cells: ['编号', '杭州明珠'] },
      {
        number: 4,
        cells: [
          '0571',
          number('1234.5'),
          { kind: 'date', day: '2024-03-05', shows: 'month' },
          true,
          { kind: 'error', text: '#N/A' },
          null,
          number('2469'),
          { kind: 'number', text: '0.35', format: 'percent' },
        ],
      },
      { number: 5, cells: ['hidden'], isHidden: true },
    ])
    expect((await openTable(bytes)).map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['客户', false],
      ['旧', true],
    ])
  })

  test('may have prefixes, no references, texts in the cell, readings, entities and empty styled rows', async () => {
    const bytes = workbookWith(
      `<?xml version="1.0"?><!-- > --><x:worksheet xmlns:x="m"><x:sheetData>
        <x:row><x:c t="inlineStr"><x:is><x:r><x:t>A&amp;B</x:t></x:r><x:rPh><x:t>読み</x:t></x:rPh><x:r><x:t> &#20013;</x:t></x:r></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row>
        <x:row r="3"><x:c r="AB3" s="2"/></x:row>
        <x:row><x:c t="str"><x:f>"a>b"</x:f><x:v><![CDATA[a<b]]>_x000D_!</x:v></x:c></x:row>
      </x:sheetData></x:worksheet>`,
    )
    expect(await rowsOf(bytes)).toEqual([
      [
        { number: 1, cells: ['A&B 中', number('1')] },
        { number: 4, cells: ['a<b\r!'] },
      ],
    ])
  })

  test('can count its days from 1904', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.properties.date1904 = true
    workbook.addWorksheet('a').getCell('A1').value = new Date(Date.UTC(2024, 2, 5))
    expect((await rowsOf(Buffer.from(await workbook.xlsx.writeBuffer())))[0]?.[0]?.cells).toEqual([
      { kind: 'date', day: '2024-03-05', shows: 'day' },
    ])
  })

  test('can be left in the middle, and be stopped', async () => {
    const row = '<row><c t="inlineStr"><is><t>x</t></is></c></row>'
    const [sheet] = await openTable(workbookWith(`<worksheet><sheetData>${row.repeat(50_000)}</sheetData></worksheet>`))
    for await (const { number: first } of sheet?.rows() ?? []) {
      expect(first).toBe(1)
      break
    }
    const controller = new AbortController()
    const reading = all(sheet?.rows({ signal: controller.signal, onProgress: () => controller.abort() }))
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('a text file', () => {
  const expected = [
    { number: 1, cells: ['客户名称', '电话', '备注'] },
    { number: 3, cells: ['明珠, "商贸"', '0571-88661234', '两\n行'] },
  ]
  const text = (separator: string) =>
    ['客户名称', '电话', '备注\r\n\r\n"明珠, ""商贸"""', '="0571-88661234"', '"两\n行"\r\n'].join(separator)

  test.each([',', '\t', ';'])('is taken apart at %j', async separator => {
    expect(await rowsOf(Buffer.from(text(separator)))).toEqual([expected])
    expect(await rowsOf(Buffer.from(`\ufeff${text(separator)}`))).toEqual([expected])
    expect(await rowsOf(Buffer.from(`\ufeff${text(separator)}`, 'utf16le'))).toEqual([expected])
  })

  test('may be GB18030', async () => {
    const bytes = Buffer.from('bfcdbba7c3fbb3c62cb5e7bbb00ac3f7d6e9c9ccc3b32c31320a', 'hex')
    expect(await rowsOf(bytes)).toEqual([
      [
        { number: 1, cells: ['客户名称', '电话'] },
        { number: 2, cells: ['明珠商贸', '12'] },
      ],
    ])
  })
})

describe('a file that is no table is refused by what it is', () => {
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  test.each<[string, string, Buffer]>([
    ['nothing', 'empty-file', Buffer.alloc(0)],
    ['.xls', 'old-xls', old],
    ['a password', 'password', Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])],
    ['macros', 'macro-file', workbookWith('<worksheet/>', { 'xl/vbaProject.bin': 'x' })],
    ['a page called .xls', 'web-page', Buffer.from('<html><table><tr><td>客户</td></tr></table></html>')],
    ['a PDF', 'other-format', Buffer.from('%PDF-1.7')],
    ['bytes', 'other-format', Buffer.from([1, 0, 0, 0, 255, 254, 0, 3])],
    ['another zip', 'other-format', zipWith([{ name: 'a.txt', content: Buffer.from('x') }])],
    ['half a file', 'damaged', workbookWith('<worksheet><sheetData/></worksheet>').subarray(0, 300)],
    ['XML that ends too early', 'damaged', workbookWith('<worksheet><sheetData><row><c><v>1</v></c>')],
    ['entities of its own', 'damaged', workbookWith('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>')],
    [
      'a text that is not there',
      'damaged',
      workbookWith('<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>'),
    ],
    [
      'a column far out',
      'too-many-columns',
      workbookWith('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'),
    ],
  ])('%s: %s', async (_name, code, bytes) => {
    expect(await problemOf(bytes)).toBe(code)
  })

  test('a small file that unpacks to a huge one is stopped', async () => {
    const sheet = `<worksheet><sheetData>${'<row></row>'.repeat(1_600_000)}</sheetData></worksheet>`
    expect(deflateRawSync(sheet).length).toBeLessThan(150_000)
    expect(await problemOf(workbookWith(sheet))).toBe('unpacks-too-large')
  })
})

test('whatever the bytes are, they are read or refused', async () => {
  const sound = workbookWith('<worksheet><sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData></worksheet>')
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map(bytes => Buffer.from(bytes)),
    fc.string({ unit: 'binary', maxLength: 200 }).map(text => workbookWith(text)),
    fc
      .string({
        unit: fc.constantFrom('<', '>', '/', 'row', 'c', ' r="A1"', '&', ';', '"', '<v>', '</v>', '<row>', '<c t="s">'),
      })
      .map(text => workbookWith(`<worksheet><sheetData>${text}</sheetData></worksheet>`)),
    fc.tuple(fc.nat(sound.length - 1), fc.nat(255)).map(([at, byte]) => {
      const bytes = Buffer.from(sound)
      bytes[at] = byte
      return bytes
    }),
  )
  await fc.assert(
    fc.asyncProperty(anything, async bytes => {
      expect(await problemOf(bytes)).toMatch(/^[a-z-]+$/)
    }),
    { numRuns: 100 },
  )
})
