import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PacketContent } from '../../electron/backend/reports/packet/packet-content.ts'
import { withoutDelicate } from '../../electron/backend/reports/packet/packet-file.ts'
import { languages } from '../../shared/text/language.ts'
import { packetSheetTexts } from '../../shared/text/packet-sheet.ts'
import { samplePacket } from '../fixtures/packet-content.ts'
import { type Filling, fillIn, inExceljs, inLibreOffice, readBack, type Step, writePacket } from './packet-steps.ts'

const today = '2026-11-26'
const texts = packetSheetTexts['zh-CN']
const lastStep = withoutDelicate(samplePacket)
const earlierStep: PacketContent = {
  ...lastStep,
  place: 3,
  post: 'marketingVp',
  isLastStep: false,
  offered: 50_000_000,
  steps: samplePacket.steps.map(step =>
    step.place < 3
      ? step
      : {
          ...step,
          state: step.place === 3 ? 'open' : 'waiting',
          signer: null,
          onBehalfOf: null,
          signedOn: null,
          granted: null,
          comment: null,
          evidence: null,
        },
  ),
}

const agreed: Filling = { decision: '同意', signature: '李建国', signedOn: '2026-11-25' }
const lowered: Filling = {
  decision: '同意但改额度',
  granted: 350_000,
  comment: '先给三十五万，看回款',
  signature: '李建国',
  signedOn: '2026-11-25',
  grade: 'B',
  validTo: '2027-05-24',
}

interface Case {
  readonly content: PacketContent
  readonly steps: readonly Step[]
}

const approval = texts.approvalSheet
const cases = {
  untouched: { content: lastStep, steps: [] },
  delicate: { content: { ...samplePacket, withDelicate: true }, steps: [] },
  agreed: { content: lastStep, steps: fillIn(lastStep, agreed) },
  lowered: { content: lastStep, steps: fillIn(lastStep, lowered) },
  earlier: {
    content: earlierStep,
    steps: fillIn(earlierStep, {
      decision: '退回',
      comment: '请补上仓库照片',
      signature: '孙丽',
      signedOn: '2026-11-24',
    }),
  },
  changedAmount: {
    content: lastStep,
    steps: [...fillIn(lastStep, agreed), { sheet: approval, cell: 'B6', number: 800_000 }],
  },
  changedText: { content: lastStep, steps: [{ sheet: approval, cell: 'B9', text: '另有原因' }] },
  changedDay: { content: lastStep, steps: [{ sheet: approval, cell: 'G4', number: 46_000 }] },
  added: { content: lastStep, steps: [{ sheet: texts.factsSheet, cell: 'K40', text: '补充' }] },
  emptied: { content: lastStep, steps: [{ sheet: approval, cell: 'B4', text: '' }] },
  meddledIdentity: { content: lastStep, steps: [{ sheet: 'kehu', cell: 'A4', text: '{}' }] },
  extraSheet: { content: lastStep, steps: [{ addSheet: '补充说明' }] },
  removedHidden: { content: lastStep, steps: [{ removeSheet: 'kehu' }] },
  textAmount: { content: lastStep, steps: fillIn(lastStep, { ...lowered, granted: '35万' }) },
  groupedTextAmount: { content: lastStep, steps: fillIn(lastStep, { ...lowered, granted: '350,000' }) },
  formulaAmount: {
    content: lastStep,
    steps: [
      ...fillIn(lastStep, { ...lowered, granted: 0 }),
      { sheet: approval, cell: 'H14', formula: '=300000+50000' },
    ],
  },
  textDay: { content: lastStep, steps: fillIn(lastStep, { ...agreed, signedOn: '2026年11月25日' }) },
} satisfies Record<string, Case>

type Name = keyof typeof cases
let folder: string
const fileOf = (name: Name, program: string) => path.join(folder, `${name}-${program}.xlsx`)

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kehu-packets-'))
  for (const [name, { content }] of Object.entries(cases)) await writePacket(fileOf(name as Name, 'made'), content)
  inLibreOffice(
    Object.entries(cases).map(([name, { steps }]) => ({
      from: fileOf(name as Name, 'made'),
      to: fileOf(name as Name, 'LibreOffice'),
      steps,
    })),
  )
  for (const [name, { steps }] of Object.entries(cases))
    await inExceljs(fileOf(name as Name, 'made'), fileOf(name as Name, 'exceljs'), steps)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(['LibreOffice', 'exceljs'])('a packet that was saved by %s', program => {
  const readCase = (name: Name) => readBack(fileOf(name, program), cases[name].content, today)

  test.each(['untouched', 'delicate'] as const)('shows no difference as long as it is %s', async name => {
    const read = await readCase(name)
    expect(read).toMatchObject({ code: null, changes: [] })
    expect(read.refusals.map(({ code, cell }) => [code, cell])).toEqual([
      ['decision-missing', 'H13 意见'],
      ['signature-missing', 'H16 签名'],
      ['date-missing', 'H17 日期'],
    ])
  })

  test('says what was answered where only the open cells were filled in', async () => {
    expect(await readCase('agreed')).toMatchObject({
      changes: [],
      refusals: [],
      answer: {
        decision: 'agree',
        granted: null,
        grade: 'A',
        validTo: '2027-11-24',
        comment: '',
        signature: '李建国',
        signedOn: '2026-11-25',
      },
    })
    expect(await readCase('lowered')).toMatchObject({
      changes: [],
      refusals: [],
      answer: {
        decision: 'lower',
        granted: 35_000_000,
        grade: 'B',
        validTo: '2027-05-24',
        comment: '先给三十五万，看回款',
        signature: '李建国',
        signedOn: '2026-11-25',
      },
    })
    expect(await readCase('earlier')).toMatchObject({
      changes: [],
      refusals: [],
      answer: {
        decision: 'return',
        granted: null,
        grade: null,
        validTo: null,
        comment: '请补上仓库照片',
        signature: '孙丽',
        signedOn: '2026-11-24',
      },
    })
  })

  test('tells which amount, text, day and cell were changed, and what they said', async () => {
    const changesOf = async (name: Name) =>
      (await readCase(name)).changes.map(({ code, sheet, cell, expected, found }) => [
        code,
        sheet,
        cell,
        expected,
        found,
      ])
    expect(await changesOf('changedAmount')).toEqual([['cell-changed', '审批单', 'B6 申请额度', '500,000', '800,000']])
    expect(await changesOf('changedText')).toEqual([
      ['cell-changed', '审批单', 'B9 申请理由', '今秋扩大干货经营,旺季备货', '另有原因'],
    ])
    expect(await changesOf('changedDay')).toEqual([
      ['cell-changed', '审批单', 'G4 提交日期', '2026-11-21', '2025-12-09'],
    ])
    expect(await changesOf('added')).toEqual([['cell-changed', '变更与核实', 'K40', '', '补充']])
    expect(await changesOf('emptied')).toEqual([['cell-changed', '审批单', 'B4 填表人', '陈静', '']])
    expect(await changesOf('extraSheet')).toEqual([['extra-sheet', '补充说明', '', '', '补充说明']])
    expect(await changesOf('removedHidden')).toEqual([['missing-sheet', 'kehu', '', 'kehu', '']])
    expect((await changesOf('meddledIdentity')).map(([code, sheet, cell]) => [code, sheet, cell])).toEqual([
      ['cell-changed', 'kehu', 'A4'],
    ])
  })

  test('takes no amount that is a text', async () => {
    for (const name of ['textAmount', 'groupedTextAmount'] as const) {
      const { refusals, answer } = await readCase(name)
      expect(answer).toBeNull()
      expect(refusals.map(({ code, cell, expected }) => [code, cell, expected])).toEqual([
        ['amount-not-number', 'H14 核定额度', '500,000.00'],
      ])
    }
  })

  test('takes a day that is written as a text', async () => {
    expect((await readCase('textDay')).answer).toMatchObject({ signedOn: '2026-11-25' })
  })
})

test('the result of a formula counts as the amount', async () => {
  const read = await readBack(fileOf('formulaAmount', 'LibreOffice'), lastStep, today)
  expect(read).toMatchObject({ changes: [], refusals: [], answer: { granted: 35_000_000 } })
})

test.each(languages)('an untouched packet in %s reads back without a difference', async language => {
  const content = { ...lastStep, language }
  const file = path.join(folder, `${language}.xlsx`)
  await writePacket(file, content)
  expect(await readBack(file, content, today)).toMatchObject({ code: null, changes: [] })
})
