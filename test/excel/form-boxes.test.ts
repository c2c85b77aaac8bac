import { expect, test } from 'vitest'
import { approvalFields, approvalPosts } from '../../shared/catalogue/approvals.ts'
import { approvalPath, type Box, boxAt, personPath, productLinePath } from '../../shared/catalogue/derive/paths.ts'
import type { Field, Path, Values } from '../../shared/catalogue/field.ts'
import type { FormName } from '../../shared/catalogue/layout/layout.ts'
import { personFields, personRoles } from '../../shared/catalogue/people.ts'
import { printedProductLines, productLineFields } from '../../shared/catalogue/product-lines.ts'
import { records } from '../../shared/catalogue/records.ts'
import { formatMoney } from '../../shared/domain/money.ts'
import { type Language, languages } from '../../shared/text/language.ts'
import { bareCustomer, fullCustomer } from '../fixtures/full-customer.ts'
import { boxesOnSheet } from './form-cells.ts'
import { formsWorkbook } from '../../electron/backend/reports/forms-workbook.ts'
import { context, makeForms } from './make.ts'
import { reopen, type SeenCell, seenCells } from './read-back.ts'

async function sheetsOf(
  values: Values,
  language: Language = 'zh-CN',
  withDelicate = true,
): Promise<Record<FormName, SeenCell[]>> {
  const [kh001, kh002] = (await reopen(await makeForms([values], { language, withDelicate }))).worksheets
  return { KH001: seenCells(kh001), KH002: seenCells(kh002) }
}

const numberOf: Readonly<Partial<Record<Field['kind'], number>>> = { money: 100, area: 1, count: 1, percent: 1 }

/** The cell that shows an answer, looked for in the way a reader would, without asking the code that wrote it. */
function findAnswer(cells: readonly SeenCell[], { field, path }: Box, language: Language): SeenCell | undefined {
  const value = fullCustomer[path]
  const divisor = numberOf[field.kind]
  if (divisor && typeof value === 'number') {
    const shown = field.kind === 'money' ? formatMoney(value) : String(value)
    if (field.kind === 'percent') return cells.find(cell => cell.value === value || cell.text.includes(` ${value}%`))
    return cells.find(
      cell => cell.value === value / divisor || (cell.text.startsWith(shown) && !/^\d+$/.test(cell.text)),
    )
  }
  if (field.kind === 'tick') return cells.find(cell => cell.text.endsWith(`☑${field.label[language]}`))
  if (field.key === 'turnoverPeriod')
    return cells.find(cell => cell.text.endsWith('/年') || cell.text.endsWith('/year'))
  const { options } = field
  if (options) {
    const chosen = [value].flat()
    return cells.find(cell =>
      options.every(({ code, letter, label }) => {
        const wording = letter ? `${letter} ${label[language]}` : label[language]
        return cell.text.includes(`${chosen.includes(code) ? '☑' : '☐'}${wording}`)
      }),
    )
  }
  const shown = String(value)
  return cells.find(cell => cell.text.includes(shown) || cell.text.replaceAll(' ', '').includes(shown))
}

/** Every path of the catalogue with the numbered boxes that it fills. */
function numberedBoxes(): Map<string, Path[]> {
  const boxes = new Map<string, Path[]>()
  const add = (box: string, path: Path) => boxes.set(box, [...(boxes.get(box) ?? []), path])
  for (const record of ['customer', 'credit'] as const) {
    for (const field of records[record]) for (const box of field.boxes) add(box, `${record}.${field.key}`)
  }
  for (const field of personFields) {
    for (const box of field.boxes) add(box, personPath('principal', 1, field.key))
    if (field.key !== 'homePhone') for (const role of personRoles) add(role.box, personPath(role.code, 1, field.key))
  }
  for (const field of productLineFields) {
    for (const box of field.boxes)
      for (let line = 1; line <= printedProductLines; line += 1) add(box, productLinePath(line, field.key))
  }
  for (const post of approvalPosts)
    for (const field of approvalFields) add(post.box, approvalPath(post.code, field.key))
  return boxes
}

const boxCounts = { KH001: 32, KH002: 65 } as const
const numbers = (form: FormName) => Array.from({ length: boxCounts[form] }, (_, index) => `${form}.${index + 1}`)

test.each(languages)('every numbered box of both forms is on its sheet with its answer: %s', async language => {
  const sheets = await sheetsOf(fullCustomer, language)
  const boxes = numberedBoxes()
  const missing: string[] = []
  for (const form of ['KH001', 'KH002'] as const) {
    for (const number of numbers(form)) {
      const paths = boxes.get(number) ?? []
      if (paths.length === 0) missing.push(number)
      for (const box of paths.flatMap(path => boxAt(path) ?? [])) {
        const given = fullCustomer[box.path] !== undefined
        if (!given || !findAnswer(sheets[form], box, language)) missing.push(`${number} ${box.path}`)
      }
    }
  }
  expect(missing).toEqual([])
})

test('every answer stands in its own box, whole and alone', async () => {
  const { worksheets } = await reopen(await makeForms([fullCustomer]))
  const boxes = (['KH001', 'KH002'] as const).flatMap((form, index) =>
    boxesOnSheet(worksheets[index], form, fullCustomer),
  )
  expect(boxes.map(({ paths, shown }) => [paths, shown])).toEqual(boxes.map(({ paths, wanted }) => [paths, wanted]))
  const found = new Set(boxes.flatMap(({ paths }) => paths))
  const unprinted = /Other$|cardNo$|customerNo$|\.isOurs$|people\.(?!principal).*homePhone$/
  expect(Object.keys(fullCustomer).filter(path => !found.has(path) && !unprinted.test(path))).toEqual([])
})

test('no answer is found on the sheets of a customer who gave none', async () => {
  const sheets = await sheetsOf(bareCustomer)
  const found: Path[] = []
  for (const form of ['KH001', 'KH002'] as const) {
    for (const paths of numbers(form).map(number => numberedBoxes().get(number) ?? [])) {
      for (const box of paths.flatMap(path => boxAt(path) ?? [])) {
        if (findAnswer(sheets[form], box, 'zh-CN')) found.push(box.path)
      }
    }
  }
  expect(found).toEqual([])
})

const after = (cells: readonly SeenCell[], head: string): SeenCell | undefined => {
  const at = cells.findIndex(cell => cell.text.replaceAll(' ', '') === head)
  const next = cells[at + 1]
  return at >= 0 && next?.row === cells[at]?.row ? next : undefined
}

test('answers stand beside their heads, as real numbers, real days and texts', async () => {
  const { KH001: card, KH002: file } = await sheetsOf(fullCustomer)
  const seen = (cells: readonly SeenCell[], head: string) => {
    const cell = after(cells, head)
    return [cell?.value, cell?.format]
  }
  expect(seen(card, '客户名称')).toEqual(['杭州明珠商贸有限公司', '@'])
  expect(seen(card, '邮编')).toEqual(['311113', '@'])
  expect(seen(card, '税号(国税)')).toEqual(['330110768219456', '@'])
  expect(seen(card, '往来银行及帐号')).toEqual([
    expect.stringMatching(/^工商银行良渚支行 +1202 0214 0990 0567 316$/),
    '@',
  ])
  expect(seen(card, '资本额')).toEqual([5_000_000, '#,##0.00" 元"'])
  expect(seen(card, '开业日期')).toEqual(['1998-03', '@'])
  expect(seen(card, '仓库面积')).toEqual([420.5, '#,##0.0#" ㎡"'])
  expect(seen(card, '雇员人数')).toEqual([14, '#,##0" 人"'])
  expect(seen(card, '经营额')).toEqual(['4,800,000.00 元/年', '@'])
  expect(after(card, '车辆')?.text).toBe('3 辆 厢式货车 2、面包车 1')
  expect(after(card, '开发日期及开发人')?.text).toBe('2019-06-18 周敏')
  expect(after(card, '经营品种及比重')?.text).toBe('食用油 60%、调味品 20%、干货 10%、大米 5%、饮料 3%、休闲食品 2%')
  expect(seen(card, '填表时间')).toEqual([new Date('2026-11-20T00:00:00Z'), 'yyyy-mm-dd'])
  expect(after(card, '性质')?.text).toBe('☐A 个体 ☐B 集体 ☐C 合伙 ☐D 国营 ☐E 股份公司 ☑F 其他:供销社改制')
  expect(after(file, '嗜好')?.text).toBe('☐酒 ☑香烟 ☑其他:茶')
  expect(seen(file, '申请额度')).toEqual([500_000, '#,##0.00" 元"'])
  expect(after(file, '500000')?.text).toBe('(人民币伍拾万元整)')
  expect(after(file, '300000')?.text).toBe('(人民币叁拾万元整)')
  expect(seen(file, '开始交易日期')).toEqual([new Date('2019-07-02T00:00:00Z'), 'yyyy-mm-dd'])
  expect(file.filter(cell => cell.format === '0.0"%"').map(cell => cell.value)).toEqual([60, 20, 10, 5, 3, 2])
  expect(file.filter(cell => cell.text.startsWith('房产')).map(cell => cell.text)).toEqual(['房产 ☑自有', '房产 ☑租用'])
})

test('title, number, company and footer name the form', async () => {
  const [card, file] = (await reopen(await makeForms([fullCustomer]))).worksheets
  expect(
    seenCells(card)
      .slice(0, 3)
      .map(cell => cell.text),
  ).toEqual(['客 户 资 料 卡', '示例商贸公司', 'KH001 编号：KH001-0123'])
  expect(seenCells(file)[0]?.text).toBe('客 户 信 用 卡')
  expect(file?.headerFooter.oddFooter).toMatch(
    /KH002-0123-01.*第 &P 页 \/ 共 &N 页.*打印：2026-11-22 {2}林晓 {2}日志 0123456789ab$/,
  )
})

test('empty boxes: open on KH001, closed with a dash on KH002 but for what is signed', async () => {
  const { KH001: card, KH002: file } = await sheetsOf(bareCustomer)
  expect(card.filter(cell => cell.text.includes('—'))).toEqual([])
  expect(after(card, '地址')).toBeUndefined()
  expect(after(file, '地址')?.text).toBe('—')
  expect(after(file, '申请额度')?.text).toBe('—')
  expect(after(file, '健康状况')?.text).toBe('☐好 ☐中 ☐差 —')
  expect(after(file, '信用核定·额度')?.text).toBe('客户等级')
  expect(after(file, '客户等级')?.text).toBe('☐A ☐B ☐C')
  expect(after(file, '签名')).toBeUndefined()
  expect(after(file, '日期')).toBeUndefined()
})

test('delicate boxes keep their place, empty, unless they were asked for', async () => {
  const { KH001: card, KH002: file } = await sheetsOf(fullCustomer, 'zh-CN', false)
  const delicate = [...numberedBoxes()]
    .flatMap(([, paths]) => paths)
    .flatMap(path => boxAt(path) ?? [])
    .filter(({ field }) => field.delicate)
  expect(delicate.length).toBeGreaterThan(30)
  // One sign of a delicate answer may well stand in an open one: only longer ones tell.
  const hidden = delicate.map(({ path }) => String(fullCustomer[path])).filter(answer => answer.length > 1)
  expect([...card, ...file].filter(cell => hidden.includes(cell.text))).toEqual([])
  expect(after(file, '性格')?.text).toBe('☐温柔 ☐兴奋 ☐爽朗 ☐古怪 ☐自大')
  expect(after(card, '往来银行及帐号')?.text).toBe('工商银行良渚支行')
  expect([...card, ...file].some(cell => cell.text.includes('316') || cell.text.includes('凤城路'))).toBe(false)
  expect(after(file, '住宅电话')?.text).toBe('创业日期')
})

test.each([
  ['zh-CN', '敏感栏目未打印'],
  ['zh-TW', '敏感欄目未列印'],
  ['en', 'Delicate boxes not printed'],
] as const)('a sheet says where it leaves out answers, and only there: %s', async (language, sentence) => {
  const saysSo = async (values: Values, withDelicate: boolean) => {
    const { worksheets } = await reopen(await makeForms([values], { language, withDelicate }))
    return worksheets.map(sheet => sheet.headerFooter.oddFooter?.includes(sentence))
  }
  expect(await saysSo(fullCustomer, false)).toEqual([true, true])
  expect(await saysSo(fullCustomer, true)).toEqual([false, false])
  expect(await saysSo(bareCustomer, false)).toEqual([false, false])
  expect(await saysSo({ ...bareCustomer, 'credit.owner.health': 'good' }, false)).toEqual([false, true])
  expect(await saysSo({ ...bareCustomer, 'people.buyer.2.ethnicity': '汉' }, false)).toEqual([true, false])
})

test('the longest footer is one that every program reads', async () => {
  const longest = { ...fullCustomer, 'customer.cardNo': 'K'.repeat(40), 'credit.cardNo': 'K'.repeat(40) }
  const options = { language: 'en', withDelicate: false, person: 'P'.repeat(60) } as const
  for (const { headerFooter } of (await reopen(await makeForms([longest], options))).worksheets)
    expect(headerFooter.oddFooter?.length).toBeLessThanOrEqual(255)
})

test('本公司 has no box on the paper', async () => {
  const { KH002: file } = await sheetsOf(fullCustomer)
  expect(file.find(cell => cell.text.includes('金谷'))?.text).toBe('金谷')
})

test('every person and every product line beyond the printed rows gets a row', async () => {
  const more = {
    ...fullCustomer,
    'people.buyer.2.name': '第二采购',
    'productLines.7.line': '第七种',
    'productLines.7.monthlySales': 100,
  }
  const { KH001: card, KH002: file } = await sheetsOf(more)
  expect(card.some(cell => cell.text === '第二采购')).toBe(true)
  expect(file.some(cell => cell.text === '第七种')).toBe(true)
})

test('a text that is too long for its box stands below the form, whole', async () => {
  const career = Array.from({ length: 400 }, (_, index) => `第${index}年`).join(',')
  const { KH002: file } = await sheetsOf({ ...fullCustomer, 'credit.owner.career': career })
  expect(after(file, '经历')?.text).toBe('见附注 1')
  const pieces = file.filter((_, index) => file[index - 1]?.text.startsWith('附注 1 '))
  expect(pieces.map(cell => cell.text).join('')).toBe(career)
})

test('a temporary limit stands below the standing one, never added to it', async () => {
  const line = '另有临时额度 25,000.00 元（人民币贰万伍仟元整），至 2026-12-31'
  const secondLines = { 'credit.approvedLimit': line }
  for (const approved of [5_000_000, null]) {
    const values = { ...fullCustomer, 'credit.approvedLimit': approved }
    const workbook = formsWorkbook([{ customerNo: '0123', values, secondLines }], ['KH002'], context)
    const texts: string[] = []
    workbook.worksheets[0]?.eachRow(row => row.eachCell(cell => texts.push(cell.text)))
    expect(texts.filter(text => text.includes(line))).not.toEqual([])
    expect(texts.includes('50000')).toBe(approved !== null)
  }
})
