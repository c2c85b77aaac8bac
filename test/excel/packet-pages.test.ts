import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PacketContent } from '../../electron/backend/reports/packet/packet-content.ts'
import { languages } from '../../shared/text/language.ts'
import { packetSheetTexts } from '../../shared/text/packet-sheet.ts'
import { samplePacket } from '../fixtures/packet-content.ts'
import { readBack, writePacket } from './packet-steps.ts'

// The pages stay there to be looked at.
const artefacts = path.resolve(import.meta.dirname, '../../out/test/packets')

/** As much as there may be of everything, each text with an end of its own. */
const longPacket: PacketContent = {
  ...samplePacket,
  snapshot: {
    ...samplePacket.snapshot,
    reason: `${'旺季备货'.repeat(480)}终理由止`,
    plan: Array.from({ length: 24 }, (_, index) => ({
      on: `2027-01-${String(index + 1).padStart(2, '0')}`,
      amount: 1_000_000 + index,
    })),
  },
  steps: samplePacket.steps.map(step =>
    step.comment ? { ...step, comment: `${'请注意回款'.repeat(390)}终说明止` } : step,
  ),
  changes: [
    ...samplePacket.changes,
    {
      path: 'credit.owner.career',
      from: `${'曾任采购员'.repeat(300)}终经历止`,
      to: `${'现任总经理'.repeat(790)}终现任止`,
    },
  ],
  attachments: Array.from({ length: 60 }, (_, index) => ({
    fileName: `第${index + 1}号照片.jpg`,
    kind: 'photo',
    bytes: 20_000_000,
    sha256: String(index % 10).repeat(64),
  })),
}

const packets = [
  ...languages.map(language => [language, { ...samplePacket, language }] as const),
  ['long', { ...longPacket, withDelicate: true }] as const,
]
const pages = new Map<string, string[]>()

/** The words of each printed page, without the blanks, which pdftotext guesses between Chinese characters. */
const pagesOf = (name: string): string[] => pages.get(name) ?? []
const printed = (words: string): string => words.replace(/\s/g, '')

beforeAll(async () => {
  rmSync(artefacts, { recursive: true, force: true })
  mkdirSync(artefacts, { recursive: true })
  const files = packets.map(([name]) => path.join(artefacts, `${name}.xlsx`))
  for (const [name, content] of packets) await writePacket(path.join(artefacts, `${name}.xlsx`), content)
  const profile = mkdtempSync(path.join(tmpdir(), 'kehu-office-'))
  const args = [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    artefacts,
  ]
  execFileSync('soffice', [...args, ...files], { stdio: 'ignore' })
  rmSync(profile, { recursive: true, force: true })
  for (const [name] of packets) {
    const text = execFileSync('pdftotext', ['-layout', path.join(artefacts, `${name}.pdf`), '-'], { encoding: 'utf8' })
    pages.set(
      name,
      text
        .split('\f')
        .slice(0, -1)
        .map(page => page.replace(/\s/g, '')),
    )
  }
}, 120_000)

describe.each(languages)('a printed packet in %s', language => {
  const texts = packetSheetTexts[language]

  test('is four pages of A4: the one that is signed, both forms, and what stands behind them', () => {
    expect(pagesOf(language)).toHaveLength(4)
    const info = execFileSync('pdfinfo', [path.join(artefacts, `${language}.pdf`)], { encoding: 'utf8' })
    expect(info).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts/)
    expect(pagesOf(language)[0]).toContain(printed(texts.title))
    expect(pagesOf(language)[3]).toContain(printed(texts.factsTitle))
  })

  test('says on the page that is signed what is asked for, what stands now and who has signed', () => {
    const [first] = pagesOf(language)
    for (const words of [
      '500,000.00',
      '人民币伍拾万元整',
      '300,000.00',
      '400,000.00',
      '陈静',
      '周敏',
      '赵明',
      texts.byHigher,
    ])
      expect(first).toContain(printed(words))
    expect(first).toContain(printed(texts.onBehalfOf('孙丽', '钱伟')))
    expect(first).toContain(printed(texts.grades.jia))
    expect(first).toContain(printed(texts.grades.bing))
    for (const item of Object.values(texts.items)) expect(first).toContain(printed(item))
  })

  test('can be told by its foot on every page', () => {
    for (const page of pagesOf(language)) {
      expect(page).toContain(printed(texts.packet(samplePacket.packetId)))
      expect(page).toContain(printed(texts.digests('a'.repeat(12), 'c'.repeat(12))))
    }
  })
})

test('nothing is cut off, however much there is of it', () => {
  const all = pagesOf('long').join('')
  for (const end of ['终理由止', '终说明止', '终经历止', '终现任止', '2027-01-2410,000.23', '第60号照片.jpg'])
    expect([end, all.includes(end)]).toEqual([end, true])
})

test('the open cells stay where they are looked for, however much stands above and beside them', async () => {
  const file = path.join(artefacts, 'long.xlsx')
  const read = await readBack(file, { ...longPacket, withDelicate: true }, '2026-11-26')
  expect(read.changes).toEqual([])
  expect(read.refusals.map(({ cell }) => cell)).toEqual(['H13 意见', 'H16 签名', 'H17 日期'])
})
