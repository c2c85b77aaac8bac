import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCells } from '../../electron/backend/reports/packet/open-cells.ts'
import {
  type PlainCell,
  plainCell,
  type PlainSheet,
  plainSheets,
} from '../../electron/backend/reports/packet/packet-cells.ts'
import type { PacketContent } from '../../electron/backend/reports/packet/packet-content.ts'
import { withoutDelicate } from '../../electron/backend/reports/packet/packet-file.ts'
import { packetWorkbook } from '../../electron/backend/reports/packet/packet-workbook.ts'
import { readAnswer } from '../../electron/backend/reports/packet/read-answer.ts'
import { formatMoney } from '../../shared/domain/money.ts'
import { toSerial } from '../../shared/domain/serial-date.ts'
import { languages } from '../../shared/text/language.ts'
import { packetSheetTexts } from '../../shared/text/packet-sheet.ts'
import { samplePacket } from '../fixtures/packet-content.ts'
import type { Filling } from './packet-steps.ts'

const content = withoutDelicate(samplePacket) // the last step: 400,000 of 500,000 are offered, submitted on 2026-11-21
const today = '2026-11-26'
const drawn = plainSheets(packetWorkbook(content))

/** The sheets of the packet as they are when the open cells were filled in; an empty text empties a cell. */
function filled(filling: Filling, packet: PacketContent = content): PlainSheet[] {
  const addresses = new Map(openCells(packet))
  const cells = Object.entries(filling).map(([box, value]): [string, PlainCell] => [
    addresses.get(box as keyof Filling) ?? '',
    typeof value === 'string' ? (toSerial(value) ?? value) : value,
  ])
  const { approvalSheet } = packetSheetTexts[packet.language]
  return drawn.map(sheet =>
    sheet.name === approvalSheet
      ? { ...sheet, cells: new Map([...new Map([...sheet.cells, ...cells])].filter(([, value]) => value !== '')) }
      : sheet,
  )
}

const agreed: Filling = { decision: '同意', signature: '李建国', signedOn: '2026-11-25' }
const lowered: Filling = { ...agreed, decision: '同意但改额度', comment: '额度需要调整' }
const refusalsOf = (filling: Filling) =>
  readAnswer(content, filled({ ...agreed, ...filling }), today).refusals.map(({ code, cell }) => [code, cell])
const answerTo = (filling: Filling) => readAnswer(content, filled({ ...agreed, ...filling }), today).answer

describe('an answer on a packet', () => {
  test('grants what was offered when it only agrees, also where the amount is repeated', () => {
    expect(answerTo({})).toMatchObject({ decision: 'agree', granted: null })
    expect(answerTo({ granted: 400_000 })).toMatchObject({ decision: 'agree', granted: null })
  })

  test('grants any other amount up to what was asked for, when it says so', () => {
    expect(answerTo({ ...lowered, granted: 0 })).toMatchObject({ decision: 'lower', granted: 0 })
    expect(answerTo({ ...lowered, granted: 123_456.78 })).toMatchObject({ granted: 12_345_678 })
    expect(answerTo({ ...lowered, granted: 500_000 })).toMatchObject({ granted: 50_000_000 })
    expect(refusalsOf({ ...lowered, granted: 500_000.01 })).toEqual([['amount-too-large', 'H14 核定额度']])
    expect(refusalsOf({ ...lowered, granted: 400_000 })).toEqual([['decision-unknown', 'H13 意见']])
    expect(refusalsOf({ granted: 300_000 })).toEqual([['decision-unknown', 'H13 意见']])
  })

  test.each(['5万', '50,000', '五万元', -1, 1.005, Number.MAX_VALUE])('takes no amount such as %s', granted => {
    const [refused] = refusalsOf({ ...lowered, granted })
    expect(refused).toEqual(['amount-not-number', 'H14 核定额度'])
    expect(answerTo({ ...lowered, granted })).toBeNull()
  })

  test('needs an amount where another one is granted', () => {
    expect(refusalsOf(lowered)).toEqual([['amount-not-number', 'H14 核定额度']])
  })

  test('needs a decision of the list, in whichever language', () => {
    expect(refusalsOf({ decision: '' })).toEqual([['decision-missing', 'H13 意见']])
    expect(refusalsOf({ decision: '可以' })).toEqual([['decision-unknown', 'H13 意见']])
    for (const language of languages)
      expect(answerTo({ decision: packetSheetTexts[language].decisions.agree })).toMatchObject({ decision: 'agree' })
  })

  test('gives a reason of five characters for everything but consent', () => {
    for (const decision of ['退回', '否决', '同意但改额度']) {
      expect(refusalsOf({ decision, granted: 300_000, comment: '不行  ' })).toEqual([['comment-missing', 'H15 说明']])
      expect(refusalsOf({ decision, granted: 300_000, comment: '资料不足呢' })).toEqual([])
    }
  })

  test('neither grants nor grades when it gives back or refuses', () => {
    expect(answerTo({ decision: '退回', comment: '请补充照片', granted: 300_000 })).toMatchObject({
      decision: 'return',
      granted: null,
      grade: null,
      validTo: null,
    })
  })

  test('is signed on a day from the submission to today', () => {
    expect(refusalsOf({ signedOn: '2026-11-21' })).toEqual([])
    expect(refusalsOf({ signedOn: '2026-11-26' })).toEqual([])
    expect(refusalsOf({ signedOn: '2026-11-20' })).toEqual([['date-before-submission', 'H17 日期']])
    expect(refusalsOf({ signedOn: '2026-11-27' })).toEqual([['date-future', 'H17 日期']])
    expect(refusalsOf({ signedOn: '' })).toEqual([['date-missing', 'H17 日期']])
    expect(refusalsOf({ signedOn: '明天' })).toEqual([['date-missing', 'H17 日期']])
    expect(refusalsOf({ signedOn: 7 })).toEqual([['date-missing', 'H17 日期']])
  })

  test('sets grade and 有效期至 with the last signature, which are filled in beforehand', () => {
    expect(answerTo({})).toMatchObject({ grade: 'A', validTo: '2027-11-24' })
    expect(answerTo({ grade: 'ｃ', validTo: '2027年5月1日' })).toMatchObject({ grade: 'C', validTo: '2027-05-01' })
    expect(refusalsOf({ grade: '' })).toEqual([['grade-missing', 'H18 客户等级']])
    expect(refusalsOf({ grade: 'D' })).toEqual([['grade-unknown', 'H18 客户等级']])
    expect(refusalsOf({ validTo: '' })).toEqual([['valid-to-missing', 'H19 有效期至']])
    expect(refusalsOf({ validTo: '长期' })).toEqual([['valid-to-invalid', 'H19 有效期至']])
    expect(refusalsOf({ validTo: '2026-11-24' })).toEqual([['valid-to-invalid', 'H19 有效期至']])
  })

  test('says everything that is wrong at once', () => {
    const empty = { decision: '', signature: '', signedOn: '' }
    expect(refusalsOf(empty).map(([code]) => code)).toEqual(['decision-missing', 'signature-missing', 'date-missing'])
  })

  test('understands every amount of whole 分 that may be granted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: content.snapshot.amount }), fen => {
        fc.pre(fen !== content.offered)
        expect([formatMoney(fen), answerTo({ ...lowered, granted: fen / 100 })?.granted]).toEqual([
          formatMoney(fen),
          fen,
        ])
      }),
      { numRuns: 200 },
    )
  })
})

test('a cell says the same however a program has stored it', () => {
  expect(plainCell('甲\r\n乙')).toBe('甲\n乙')
  expect(plainCell('_x005F_x0041_')).toBe('_x0041_')
  expect(plainCell({ richText: [{ text: '同' }, { text: '意' }] })).toBe('同意')
  expect(plainCell({ text: '同意', hyperlink: 'https://example.com' })).toBe('同意')
  expect(plainCell({ formula: 'A1+1', result: 50_000 })).toBe(50_000)
  expect(plainCell({ formula: 'A1+1' })).toBeUndefined()
  expect(plainCell(new Date('2026-11-25T00:00:00Z'))).toBe(toSerial('2026-11-25'))
  expect(plainCell(true)).toBe('TRUE')
  expect(plainCell({ error: '#REF!' })).toBe('#REF!')
  expect(plainCell('')).toBeUndefined()
})
