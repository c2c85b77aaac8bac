import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { formsWorkbook } from '../../electron/backend/reports/forms-workbook.ts'
import { writeRegister } from '../../electron/backend/reports/register.ts'
import { defaultRegisterColumns, registerColumns } from '../../shared/catalogue/register.ts'
import { writeWorkbook } from '../../electron/backend/reports/workbook.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { maxFen } from '../../shared/domain/money.ts'
import type { Path, Value, Values } from '../../shared/catalogue/field.ts'
import type { FormName } from '../../shared/catalogue/layout/layout.ts'
import { type Language, languages } from '../../shared/text/language.ts'
import { bareCustomer, fullCustomer } from '../fixtures/full-customer.ts'
import { context } from './make.ts'

// The pages stay there to be looked at.
const artefacts = path.resolve(import.meta.dirname, '../../out/test/excel')

/** Every text as long as it may be, with an end of its own; every amount as large. */
function longest(place: Path, value: Value, index: number): Value {
  const field = boxAt(place)?.field
  if (field?.kind === 'money') return maxFen
  if (typeof value !== 'string' || (field?.kind !== 'text' && field?.kind !== 'longText')) return value
  const length = field.maxLength ?? (field.kind === 'text' ? 200 : 4000)
  const end = length >= 200 ? endOf(index) : ''
  return value.repeat(length).slice(0, length - end.length) + end
}

const endOf = (index: number): string => `终${index}止`
const longAnswers: Values = Object.fromEntries(
  Object.entries(fullCustomer).map(([place, value], index) => [place, longest(place, value, index)]),
)
const formNames = ['KH001', 'KH002'] as const
const customers = [
  ['full', fullCustomer],
  ['bare', bareCustomer],
  ['long', longAnswers],
] as const

const printedForms = languages.flatMap(language =>
  customers.flatMap(([name, values]) => formNames.map(form => ({ form, language, name, values }))),
)
const fileOf = (form: FormName, name: string, language: Language): string => `${form}-${name}-${language}`
const pages = new Map<string, string[]>()

/** The words of each printed page of a workbook, without the blanks, which pdftotext guesses between Chinese characters. */
const pagesOf = (form: FormName, name: string, language: Language = 'zh-CN'): string[] =>
  pages.get(fileOf(form, name, language)) ?? []

beforeAll(async () => {
  rmSync(artefacts, { recursive: true, force: true })
  mkdirSync(artefacts, { recursive: true })
  const inFolder = (name: string) => path.join(artefacts, `${name}.xlsx`)
  for (const { form, name, language, values } of printedForms) {
    const workbook = formsWorkbook([{ customerNo: '0123', values }], [form], { ...context, language })
    await writeWorkbook(inFolder(fileOf(form, name, language)), workbook)
  }
  for (const form of formNames) {
    const open = formsWorkbook([{ customerNo: '0123', values: fullCustomer }], [form], {
      ...context,
      withDelicate: false,
    })
    await writeWorkbook(inFolder(fileOf(form, 'open', 'zh-CN')), open)
  }
  const rows = Array.from({ length: 150 }, () => ({ customerNo: '', values: fullCustomer }))
  const register = { customers: rows, count: rows.length, columns: defaultRegisterColumns }
  await writeRegister(inFolder('register'), register, context)
  await writeRegister(inFolder('wide-register'), { ...register, columns: registerColumns }, context)
  printAll(readdirSync(artefacts).map(name => path.join(artefacts, name)))
  for (const pdf of readdirSync(artefacts).filter(name => name.endsWith('.pdf'))) {
    const words = execFileSync('pdftotext', ['-layout', path.join(artefacts, pdf), '-'], { encoding: 'utf8' })
    pages.set(
      path.basename(pdf, '.pdf'),
      words
        .replace(/[ \u00a0]/g, '')
        .split('\f')
        .slice(0, -1),
    )
  }
}, 180_000)

/** Prints workbooks as an office would, with fonts as wide as the ones there. */
function printAll(files: readonly string[]): void {
  const profile = mkdtempSync(path.join(tmpdir(), 'kehu-office-'))
  const fonts = path.resolve(import.meta.dirname, '../fixtures/fonts.conf')
  const options = ['--headless', `-env:UserInstallation=${pathToFileURL(profile).href}`, '--convert-to', 'pdf']
  execFileSync('soffice', [...options, '--outdir', artefacts, ...files], {
    env: { ...process.env, FONTCONFIG_FILE: fonts },
    stdio: 'pipe',
  })
  rmSync(profile, { recursive: true, force: true })
}

test.each(printedForms)('$language $name $form: KH001 is one page, KH002 at most two', ({ form, name, language }) => {
  const printed = pagesOf(form, name, language)
  expect(printed).toHaveLength(form === 'KH002' && name === 'long' ? 2 : 1)
  expect(printed[0]).toMatch(language === 'en' ? /Page1of/ : /第1[页頁]\/共/)
})

test.each(formNames)('%s without its delicate boxes says so at the foot of its one page', form => {
  const printed = pagesOf(form, 'open')
  expect(printed).toHaveLength(1)
  expect(printed[0]).toContain('敏感栏目未打印第1页/共1页')
  expect(pagesOf(form, 'full')[0]).not.toContain('未打印')
})

test('a printed page shows amounts, ticks and words, none of them as ####', () => {
  const [card = ''] = pagesOf('KH001', 'full')
  const [file = ''] = pagesOf('KH002', 'full')
  for (const words of ['客户资料卡', '5,000,000.00元', '☑F其他:供销社改制', '1998-03', '13857105678', '第1页/共1页']) {
    expect(card).toContain(words)
  }
  for (const words of [
    '500,000.00元',
    '(人民币伍拾万元整)',
    '1,200,000.00元',
    '9,800.00元/月',
    '60.0%',
    '☑离马路近',
    '2026-11-24',
  ]) {
    expect(file).toContain(words)
  }
  const broken = [...pages].filter(([, printed]) => printed.join('').includes('##'))
  expect(broken).toEqual([])
})

test('the end of every long text is printed, too', () => {
  const printed = [...pagesOf('KH001', 'long'), ...pagesOf('KH002', 'long')].join('').replace(/\s/g, '')
  const onPaper = (place: Path) => !place.endsWith('.homePhone') || place.startsWith('people.principal.')
  const long = Object.values(longAnswers).map((value, index) =>
    typeof value === 'string' && value.endsWith(endOf(index)) ? endOf(index) : '',
  )
  const ends = long.filter((end, index) => end !== '' && onPaper(Object.keys(longAnswers)[index] ?? ''))
  expect(ends.length).toBeGreaterThan(20)
  expect(ends.filter(end => !printed.includes(end))).toEqual([])
})

test('a register prints on several pages with its head on each of them', () => {
  const printed = pages.get('register') ?? []
  expect(printed.length).toBeGreaterThan(1)
  for (const page of printed) expect(page).toContain('客户名称')
  expect(printed.at(-1)).toContain('75,000,000.00')
})

test('a register of every column prints in readable type, with number and name on every page', () => {
  const printed = pages.get('wide-register') ?? []
  expect(printed.length).toBeGreaterThan(10)
  for (const page of printed) expect(page).toMatch(/客户编号[^\n]*客户名称/)
  // How wide the name is tells how large the type is; the usual columns on their one page are the smallest that we take.
  expect(widthOfName('wide-register')).toBeGreaterThan(widthOfName('register') * 0.95)
})

/** The width in points that a customer's name has on paper. */
function widthOfName(name: string): number {
  const words = execFileSync('pdftotext', ['-bbox', '-l', '1', path.join(artefacts, `${name}.pdf`), '-'], {
    encoding: 'utf8',
  })
  const [, left, right] = /xMin="([\d.]+)".*xMax="([\d.]+)".*>杭州明珠商贸有限公司</.exec(words) ?? []
  return Number(right) - Number(left)
}
