import { displayValue, labelOf } from '../../../shared/catalogue/derive/display.ts'
import { boxAt, personPath, productLinePath } from '../../../shared/catalogue/derive/paths.ts'
import type { Field, Path, Value } from '../../../shared/catalogue/field.ts'
import { personFields, personRoles } from '../../../shared/catalogue/people.ts'
import { productLineFields } from '../../../shared/catalogue/product-lines.ts'
import { registerColumns } from '../../../shared/catalogue/register.ts'
import { isImportable, numberPath, rolePath } from '../../../shared/domain/imports.ts'
import { importingTexts } from '../../../shared/text/importing.ts'
import type { ImportingTexts } from '../../../shared/text/zh-CN/importing.ts'
import type { Language } from '../../../shared/text/language.ts'
import { typeface } from './look.ts'
import { columnsOf } from './measure.ts'
import { rowHeight } from './register.ts'
import { registerFormat } from './register-cells.ts'
import { bodyFont, registerPage } from './register-pages.ts'
import { sheetName } from './sheet-name.ts'
import { newWorkbook, type Properties, put, fontOf, headFill, type Workbook, type Worksheet } from './workbook.ts'

const listedRows = 500 // rows that offer their options in a list

/** What the example customer answers; boxes that it leaves out have no example. */
const example: Readonly<Record<Path, Value>> = {
  'customer.name': '杭州明珠商贸有限公司',
  'customer.address': '浙江省杭州市西湖区文三路 88 号',
  'customer.phone': '0571-88661234、13805710000',
  'customer.postcode': '310012',
  'customer.ownershipType': 'jointStock',
  'customer.category': 'wholesaler1',
  'customer.grade': 'B',
  'customer.businessRegNo': '91350100M000100Y43',
  'customer.bankName': '中国工商银行杭州文三支行',
  'customer.bankAccountNo': '6222021202012345678',
  'customer.capital': 50_000_000,
  'customer.workingCapital': 30_000_000,
  'customer.openedOn': '1998-03',
  'customer.salesArea': 120.5,
  'customer.employeeCount': 12,
  'customer.transportModes': ['truck', 'selfPickup'],
  'customer.paymentMethod': '月结',
  'customer.developedOn': '2026-01-15',
  'people.principal.1.name': '张明',
  'people.principal.1.sex': 'male',
  'people.principal.1.phone': '13805710000',
  [rolePath]: 'principal',
  'productLines.1.line': '食用油',
  'productLines.1.monthlySales': 12_500_000,
  'productLines.1.sharePct': 60,
}

/** An empty sheet with our heads, ready to be filled in and imported, and a second one that says how, with an example. */
export function importTemplate(about: Omit<Properties, 'title'>, language: Language): Workbook {
  const texts = importingTexts(language)
  const workbook = newWorkbook({ title: texts.templateFile, ...about })
  const parts = partSheets(texts)
  const columns = [numberPath, ...registerColumns.filter(isImportable)]
  const names: string[] = []
  const addSheet = (title: string) => {
    const name = sheetName(title, names)
    names.push(name)
    return workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }] })
  }
  fillEntrySheet(addSheet(texts.templateSheet), columns, language)
  for (const { title, paths } of parts)
    fillEntrySheet(addSheet(title), paths, language, (_, field) => field.label[language])
  // What is on a sheet of its own and not among the boxes of a customer: the role, and the product.
  const others = parts.flatMap(({ title, paths }) =>
    paths
      .filter(path => !columns.includes(path))
      .map(path => ({ path, label: `${title} · ${fieldOf(path)?.label[language] ?? ''}` })),
  )
  const explained = [...columns.map(path => ({ path, label: labelOf(path, language) })), ...others]
  fillHelpSheet(workbook.addWorksheet(sheetName(texts.templateHelp, names)), explained, language)
  return workbook
}

/** Sheets with a row for each person and each product line of the customers. */
function partSheets(texts: ImportingTexts): { readonly title: string; readonly paths: readonly Path[] }[] {
  const owner = [numberPath, 'customer.name']
  const people = personFields.map(({ key }) => personPath('principal', 1, key))
  const products = productLineFields.map(({ key }) => productLinePath(1, key))
  return [
    { title: texts.templatePeople, paths: [...owner, rolePath, ...people] },
    { title: texts.templateProducts, paths: [...owner, ...products] },
  ]
}

/** The box of a column; a role is chosen among the row heads of the form. */
function fieldOf(path: Path): Field | undefined {
  return path === rolePath ? roleField : boxAt(path)?.field
}

const roleField: Field = {
  key: rolePath,
  kind: 'single',
  label: {
    'zh-CN': importingTexts('zh-CN').role,
    'zh-TW': importingTexts('zh-TW').role,
    en: importingTexts('en').role,
  },
  boxes: [],
  options: [...personRoles],
}

function fillEntrySheet(
  sheet: Worksheet,
  columns: readonly Path[],
  language: Language,
  headOf: (path: Path, field: Field) => string = path => labelOf(path, language),
): void {
  const font = typeface(language)
  const widths: number[] = []
  columns.forEach((path, index) => {
    const field = fieldOf(path)
    if (!field) return
    const column = sheet.getColumn(index + 1)
    const head = headOf(path, field)
    column.width = Math.min(30, Math.max(10, columnsOf(head) + 3))
    widths.push(column.width)
    // A column of text keeps the zeros and all digits of what is typed into it.
    column.numFmt = registerFormat(field)
    column.font = fontOf(font, bodyFont)
    put(sheet, cell(1, index + 1), head, headLook(font))
    if (field.kind === 'single' || field.kind === 'tick') offerList(sheet, index + 1, field, language)
  })
  sheet.getRow(1).height = 30
  sheet.pageSetup = { ...sheet.pageSetup, ...registerPage(widths, 0) }
}

function offerList(sheet: Worksheet, column: number, field: Field, language: Language): void {
  const yesNo = { 'zh-CN': ['是', '否'], 'zh-TW': ['是', '否'], en: ['Y', 'N'] } as const
  const words = field.options?.map(({ label }) => label[language]) ?? yesNo[language]
  const formula = `"${words.join(',')}"`
  if (formula.length > 255) return
  for (let row = 2; row <= listedRows; row += 1)
    sheet.getCell(row, column).dataValidation = { type: 'list', allowBlank: true, formulae: [formula] }
}

interface Explained {
  readonly path: Path
  readonly label: string
}

function fillHelpSheet(sheet: Worksheet, boxes: readonly Explained[], language: Language): void {
  const texts = importingTexts(language)
  const font = typeface(language)
  const look = { font: fontOf(font, bodyFont), alignment: { vertical: 'top', wrapText: true }, numFmt: '@' } as const
  const widths = [34, 72, 36]
  const across = widths.reduce((sum, width) => sum + width, 0)
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  put(sheet, { top: 1, left: 1, bottom: 1, right: 3 }, texts.rules, look)
  sheet.getRow(1).height = rowHeight([texts.rules], [across])
  put(sheet, { top: 2, left: 1, bottom: 2, right: 3 }, texts.helpParts, look)
  sheet.getRow(2).height = rowHeight([texts.helpParts], [across])
  const heads = [texts.helpBox, texts.helpHow, texts.helpExample]
  heads.forEach((head, index) => put(sheet, cell(3, index + 1), head, headLook(font)))
  boxes.forEach(({ path, label }, index) => {
    const field = fieldOf(path)
    if (!field) return
    const row = index + 4
    const line = [label, howTo(path, field, language), displayValue(field, example[path] ?? null, language)]
    line.forEach((text, column) => put(sheet, cell(row, column + 1), text, look))
    // A program that opens the file does not make a row taller for a text that wraps.
    sheet.getRow(row).height = rowHeight(line, widths)
  })
  sheet.pageSetup = { ...sheet.pageSetup, ...registerPage(widths, 0), printTitlesRow: '3:3' }
}

function howTo(path: Path, field: Field, language: Language): string {
  const texts = importingTexts(language)
  if (path === numberPath) return texts.helpNumber
  if (path === rolePath) return texts.helpRole
  const how = texts[`how-${field.kind}`]
  const words = field.options?.map(({ code }) => displayValue(field, field.kind === 'multi' ? [code] : code, language))
  if (!words) return how
  return language === 'en' ? `${how}: ${words.join(', ')}` : `${how}：${words.join('、')}`
}

const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column })

const headLook = (font: string) =>
  ({
    font: fontOf(font, bodyFont, true),
    fill: headFill,
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    numFmt: '@',
  }) as const
