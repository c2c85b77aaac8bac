import { describe, expect, test } from 'vitest'
import { recordNames, records } from '../../shared/catalogue/records.ts'
import { errorCodes, startProblems } from '../../shared/contract/errors.ts'
import { packetProblems } from '../../shared/contract/packet-calls.ts'
import { cellNotes, cellProblems, tableProblems } from '../../shared/domain/import-reading.ts'
import { importRowProblems } from '../../shared/domain/imports.ts'
import { problems } from '../../shared/domain/parsed.ts'
import type { WarningCode } from '../../shared/domain/warnings.ts'
import { windowText as windowEn } from '../../shared/text/en/window.ts'
import { en } from '../../shared/text/en/screens.ts'
import { type Language, languages } from '../../shared/text/language.ts'
import { packetSheetTexts } from '../../shared/text/packet-sheet.ts'
import { reportTexts } from '../../shared/text/reports.ts'
import { zhCN } from '../../shared/text/zh-CN/screens.ts'
import { windowText as windowZhCN } from '../../shared/text/zh-CN/window.ts'
import { zhTW } from '../../shared/text/zh-TW/screens.ts'
import { windowText as windowZhTW } from '../../shared/text/zh-TW/window.ts'

const screens: Readonly<Record<Language, object>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en }
const windows: Readonly<Record<Language, object>> = { 'zh-CN': windowZhCN, 'zh-TW': windowZhTW, en: windowEn }
const warnings: Readonly<Record<WarningCode, true>> = {
  creditCodeCheck: true,
  creditCodeLetter: true,
  creditCodeOffice: true,
  creditCodeRegion: true,
  creditCodeOrganisation: true,
  creditCodeKind: true,
  registrationNoLength: true,
  oldNumberCheck: true,
  registrationNoSuggested: true,
  taxNoSuggested: true,
  taxNoDiffers: true,
  taxNoPersonal: true,
  phoneShape: true,
  postcodeShape: true,
  accountShape: true,
  cardNumberCheck: true,
  tradingBeforeWon: true,
  futureDate: true,
  businessFormSuggested: true,
  businessFormDiffers: true,
  privateWord: true,
  privateNumber: true,
}

/** Every sentence below a tree of texts by its name; the few that take facts are said with marks in their places. */
function sentences(texts: object, name = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]): [string, string][] => {
    if (typeof text === 'string') return [[name + key, text]]
    if (typeof text !== 'function') return sentences(text as object, `${name}${key}.`)
    const marks = Array.from({ length: text.length }, (_, index) => `{{${index}}}`)
    return [[name + key, (text as (...facts: string[]) => string)(...marks)]]
  })
}

const gaps = (text: string) => (text.match(/\{\{.*?\}\}/g) ?? []).sort()

describe.each([
  ['the screens', screens],
  ['the window', windows],
  ['the sheets', reportTexts],
  ['the packets', packetSheetTexts],
] as const)('the sentences of %s', (_name, texts) => {
  const measure = sentences(texts['zh-CN'])

  test.each(languages)('are all there in %s, none of them empty, with the same gaps', language => {
    const said = sentences(texts[language])
    expect(said.map(([name]) => name)).toEqual(measure.map(([name]) => name))
    expect(said.filter(([, text]) => text.trim() === '' || text.trim() !== text)).toEqual([])
    expect(said.map(([name, text]) => [name, gaps(text)])).toEqual(measure.map(([name, text]) => [name, gaps(text)]))
    expect(said.filter(([, text]) => !gaps(text).every(gap => /^\{\{\w+\}\}$/.test(gap)))).toEqual([])
  })

  test('name no gap that could be a slip of braces', () => {
    for (const language of languages) {
      const rest = sentences(texts[language]).map(([name, text]) => [name, text.replace(/\{\{\w+\}\}/g, '')] as const)
      expect(rest.filter(([, text]) => /[{}]/.test(text))).toEqual([])
    }
  })

  test('are English in English', () => {
    const chinese = sentences(texts.en).filter(([, text]) => /\p{Script=Han}|[，。：；！？（）]/u.test(text))
    // The example shows how an amount may be typed, whatever the language.
    expect(chinese.filter(([, text]) => !text.includes('50万')).map(([name]) => name)).toEqual([])
    expect(chinese.length).toBeLessThan(2)
  })

  test('are written in traditional characters in zh-TW', () => {
    const found = sentences(texts['zh-TW']).flatMap(([name, text]) => {
      const simplified = Array.from(text).filter(character => simplifiedOnly.has(character))
      return simplified.length > 0 ? [[name, simplified.join('')]] : []
    })
    expect(found).toEqual([])
  })

  test('use the words of Taiwan’s offices in zh-TW', () => {
    const foreign = /程式碼|字符|導出|導入|列表|打印|默認|軟件|文件夾|轉賬/
    expect(sentences(texts['zh-TW']).filter(([, text]) => foreign.test(text))).toEqual([])
  })
})

/** Characters that the catalogue always writes otherwise in its traditional wording of the same length. */
const simplifiedOnly = (() => {
  const labels = recordNames.flatMap(record =>
    records[record].flatMap(field => [field.label, ...(field.options ?? []).map(option => option.label)]),
  )
  const pairs = labels.flatMap(label =>
    Array.from(label['zh-CN']).map((character, index) => [character, label['zh-TW'][index]] as const),
  )
  const kept = new Set(pairs.filter(([simplified, traditional]) => simplified === traditional).map(([same]) => same))
  return new Set(pairs.map(([simplified]) => simplified).filter(character => !kept.has(character)))
})()

test('enough characters differ to tell the two ways of writing apart', () => {
  expect(simplifiedOnly.size).toBeGreaterThan(80)
  expect(['户', '电', '级', '额'].filter(character => !simplifiedOnly.has(character))).toEqual([])
})

describe.each([
  ['zh-CN', zhCN],
  ['zh-TW', zhTW],
  ['en', en],
] as const)('every code has a sentence in %s, and every sentence a code', (_language, texts) => {
  test('errors of calls', () => {
    expect(Object.keys(texts.errors)).toEqual([...errorCodes])
  })

  test('reasons why text is refused', () => {
    expect(Object.keys(texts.problems)).toEqual([...problems])
  })

  test('reasons why a packet is refused', () => {
    const keys = Object.keys(texts.packets).filter(key => key.startsWith('problem-'))
    expect(keys).toEqual(packetProblems.map(code => `problem-${code}`))
  })

  test('reasons why a file or a cell of it is not read', () => {
    expect(Object.keys(texts.imports.table)).toEqual([...tableProblems])
    expect(Object.keys(texts.imports.cell)).toEqual([...cellProblems])
    expect(Object.keys(texts.imports.note)).toEqual([...cellNotes])
    const ofRows = Object.keys(texts.importing).filter(key => key.startsWith('problem-'))
    expect(ofRows).toEqual([...importRowProblems, 'unknown'].map(code => `problem-${code}`))
  })

  test('warnings', () => {
    expect(Object.keys(texts.warnings)).toEqual(Object.keys(warnings))
  })

  test('reasons why the data can not be opened, each with a next step', () => {
    const keys = Object.keys(texts.broken).filter(key => /-(title|next)$/.test(key))
    expect(keys).toEqual(startProblems.flatMap(code => [`${code}-title`, `${code}-next`]))
  })

  test('no two of them say the same', () => {
    for (const group of [texts.errors, texts.problems, texts.warnings]) {
      const said = Object.values(group)
      expect(new Set(said).size).toBe(said.length)
    }
  })
})
