import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { unpack } from '../../electron/backend/files/unpack.ts'
import { zipEntries } from '../../electron/backend/files/zip-entries.ts'
import { readPacketFile } from '../../electron/backend/jobs/read-packet-file.ts'
import { readPacket } from '../../electron/backend/reports/packet/read-packet.ts'
import { samplePacket } from '../fixtures/packet-content.ts'
import { type ZipPart, zipWith } from '../fixtures/zip-of.ts'
import { writePacket } from './packet-steps.ts'
import { workerPath } from '../fixtures/worker-path.ts'

let packet: Buffer
let parts: ZipPart[]

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kehu-packet-'))
  const file = path.join(folder, 'packet.xlsx')
  await writePacket(file, samplePacket)
  packet = readFileSync(file)
  rmSync(folder, { recursive: true })
  parts = (zipEntries(packet) ?? []).map(entry => ({ name: entry.name, content: unpack(packet, entry, 1e9) }))
})

async function codeOf(bytes: Buffer): Promise<string | null> {
  const read = await readPacket(bytes)
  return read.ok ? null : read.code
}

const withPart = (part: ZipPart) => zipWith([...parts.filter(({ name }) => name !== part.name), part])
const sheetPart = 'xl/worksheets/sheet1.xml'
const sheetOf = (rows: string) =>
  Buffer.from(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  )
/** As many cells as are asked for on top of those of the other sheets. */
function sheetWithCells(total: number): Buffer {
  const others = parts
    .filter(({ name }) => /^xl\/worksheets\/[^/]*\.xml$/.test(name) && name !== sheetPart)
    .reduce((sum, { content }) => sum + (content.toString('utf8').match(/<c[ />]/g) ?? []).length, 0)
  const count = total - others
  const cells = Array.from({ length: count }, (_, index) => `<c r="A${index + 1}"><v>${index * 7919}</v></c>`)
  return sheetOf(cells.map((cell, index) => `<row r="${index + 1}">${cell}</row>`).join(''))
}

describe('what is read as a packet', () => {
  test('is a workbook, taken apart and put together again', async () => {
    expect(await codeOf(packet)).toBeNull()
    expect(await codeOf(zipWith(parts))).toBeNull()
  })

  test('is nothing that only has the name of one', async () => {
    expect(await codeOf(Buffer.from('<html><table></table></html>'))).toBe('not-xlsx')
    expect(await codeOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('not-xlsx') // .xls, or a password
    expect(await codeOf(Buffer.alloc(0))).toBe('not-xlsx')
    const text = Buffer.from('<w/>')
    expect(
      await codeOf(
        zipWith([
          { name: '[Content_Types].xml', content: text },
          { name: 'word/document.xml', content: text },
        ]),
      ),
    ).toBe('not-xlsx')
    expect(await codeOf(packet.subarray(0, packet.length - 40))).toBe('unreadable')
  })

  test('has no macros, whatever it is called', async () => {
    expect(await codeOf(withPart({ name: 'xl/vbaProject.bin', content: Buffer.from('macro') }))).toBe('macro-file')
    const types = parts.find(({ name }) => name === '[Content_Types].xml')?.content.toString('utf8') ?? ''
    const macroTypes = types.replace('spreadsheetml.sheet.main', 'macroEnabled.main')
    expect(macroTypes).not.toBe(types)
    expect(await codeOf(withPart({ name: '[Content_Types].xml', content: Buffer.from(macroTypes) }))).toBe('macro-file')
  })

  test('is at most 20 MB', async () => {
    expect(await codeOf(Buffer.concat([packet, Buffer.alloc(20 * 1024 * 1024)]))).toBe('too-large')
  })

  test('does not swell when it is unpacked, whatever its table of contents says', async () => {
    const zeros = Buffer.alloc(80 * 1024 * 1024)
    expect(await codeOf(withPart({ name: 'xl/media/picture.png', content: zeros }))).toBe('zip-bomb')
    expect(await codeOf(withPart({ name: 'xl/media/picture.png', content: zeros, claimed: 10 }))).toBe('zip-bomb')
  })

  test('has at most 200,000 cells', async () => {
    expect(await codeOf(withPart({ name: sheetPart, content: sheetWithCells(200_000) }))).toBeNull()
    expect(await codeOf(withPart({ name: sheetPart, content: sheetWithCells(200_001) }))).toBe('too-many-cells')
  })

  test('may have lists on every cell of a column without taking for ever', async () => {
    const sheet = parts.find(({ name }) => name === sheetPart)?.content.toString('utf8') ?? ''
    const wide = sheet.replace(
      /<dataValidations.*<\/dataValidations>/s,
      () =>
        '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"A,B"</formula1></dataValidation></dataValidations>',
    )
    expect(wide).not.toBe(sheet)
    expect(await codeOf(withPart({ name: sheetPart, content: Buffer.from(wide) }))).toBeNull()
  })
})

describe('the thread that reads', () => {
  test('answers what was read', async () => {
    const read = await readPacketFile(workerPath, packet)
    expect(read).toMatchObject({ ok: true, packetId: samplePacket.packetId })
    expect(read.ok && read.sheets.map(({ name }) => name)).toEqual([
      '审批单',
      'KH001 杭州明珠商贸',
      'KH002 杭州明珠商贸',
      '变更与核实',
      'kehu',
      '字典',
    ])
  })

  test('is stopped by a name that takes all memory', async () => {
    const book = parts.find(({ name }) => name === 'xl/workbook.xml')?.content.toString('utf8') ?? ''
    const huge = book.replace(
      '</definedNames>',
      '<definedName name="huge">\'字典\'!$A$1:$XFD$1048576</definedName></definedNames>',
    )
    expect(huge).not.toBe(book)
    const bytes = withPart({ name: 'xl/workbook.xml', content: Buffer.from(huge) })
    expect(await readPacketFile(workerPath, bytes)).toEqual({ ok: false, code: 'unreadable' })
  }, 60_000)
})
