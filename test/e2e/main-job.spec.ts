import type { Page } from '@playwright/test'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { forms } from '../../shared/catalogue/layout/forms.ts'
import type { FormName } from '../../shared/catalogue/layout/layout.ts'
import { placeForm } from '../../shared/catalogue/layout/place.ts'
import { registerColumns } from '../../shared/catalogue/register.ts'
import type { Path, Values } from '../../shared/catalogue/field.ts'
import { boxesOnSheet } from '../excel/form-cells.ts'
import { reopen } from '../excel/read-back.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'
import { expect, test } from './fixtures.ts'
import { keepPages, pdfPageCount, printWorkbook } from './steps/pdf.ts'
import { readForm, shownFor, typeForm } from './steps/form.ts'
import { boxInHand, tabTo } from './steps/keyboard.ts'
import { recordConsent, recordPurpose } from './steps/personal.ts'
import { reveal } from './steps/open.ts'
import { keepPicture } from './steps/pictures.ts'
import { goToRoute, specPassword } from './steps/sign-in.ts'
import { readRegister, registerAnswer, registerHead } from './steps/workbook.ts'

/** As a clerk spells some of the answers; the program understands them. */
const typedAs: Readonly<Record<Path, string>> = {
  'customer.capital': '500万',
  'customer.turnover': '480万',
  'customer.openedOn': '98.3',
  'customer.businessRegNo': '９１３５０１００ m000100y43',
  'people.principal.1.birth': '1968年5月12日',
  'credit.requestedLimit': '50万',
}

/** What a person can type: all boxes of both forms but those that the program or the approval chain fills. */
const typed: Values = Object.fromEntries(
  Object.entries(fullCustomer).filter(([path]) => {
    const box = boxAt(path)
    if (!box || box.field.setBy || box.field.key === 'sharePct') return false
    return box.field.key !== 'homePhone' || box.row === 'principal'
  }),
)

/** The boxes that a form draws, its product table included. */
function boxesOf(form: FormName): Path[] {
  const { cells } = placeForm(forms[form], { values: typed, withProductTable: true })
  const drawn = cells.flatMap(({ cell }) => (cell.kind === 'box' ? cell.paths : []))
  return [forms[form].numberPath, ...drawn].filter(path => typed[path] !== undefined)
}

/** What the sheets print: what was typed, and the shares that follow from it. */
const printed: Values = {
  ...typed,
  ...Object.fromEntries(Object.entries(fullCustomer).filter(([path]) => path.endsWith('.sharePct'))),
}

/** The number stands above the form, 其他 behind its option, the product lines on KH002 alone, and 本公司 nowhere. */
function hasBoxOnSheet(form: FormName, path: Path): boolean {
  const field = boxAt(path)?.field
  if (path === forms[form].numberPath || field?.otherOf || field?.key === 'isOurs') return false
  return form === 'KH002' || !path.startsWith('productLines.')
}

async function expectForm(page: Page, form: FormName): Promise<void> {
  const shown = await readForm(page)
  const productLine = (path: Path) => form === 'KH001' && path.startsWith('productLines.')
  for (const path of boxesOf(form).filter(candidate => !productLine(candidate))) {
    expect.soft(shown.get(path), path).toEqual(shownFor(path, typed[path] ?? null))
  }
}

test('a customer is typed by keyboard alone, kept over a restart, found by initials and handed out as workbooks', async ({
  app,
}) => {
  let { page } = app
  await test.step('first run', async () => {
    await page.getByLabel('公司名称').waitFor()
    await keepPicture(page, app.kind, 'first-run')
    await page.keyboard.type('示例商贸公司')
    for (const answer of ['林晓', specPassword, specPassword]) {
      await page.keyboard.press('Enter')
      await page.keyboard.type(answer)
    }
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: '录入第一个客户' })).toBeFocused()
    await keepPicture(page, app.kind, 'empty-list')
    await page.keyboard.press('Enter')
  })
  await test.step('KH001', async () => {
    await expect.poll(() => boxInHand(page)).toBe('customer.name')
    await page.keyboard.press('Shift+Enter')
    expect(await boxInHand(page)).toBe('customer.cardNo')
    const met = await typeForm(page, typed, typedAs)
    expect([...new Set(met)]).toEqual(expect.arrayContaining(boxesOf('KH001')))
    await expect(page.getByRole('button', { name: '保存' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('KH-0001')).toBeVisible()
    await keepPicture(page, app.kind, 'kh001')
  })
  await test.step('what opens the box of somebody’s health', async () => {
    const card = new URL(page.url()).hash.slice(1)
    await page.keyboard.press('Alt+PageDown')
    await expect(page.getByRole('button', { name: /^健康状况 未开放/ })).toBeVisible()
    await recordPurpose(page, '健康状况')
    await goToRoute(page, card)
    await recordConsent(page, '个人信息：负责人', '健康状况')
    await page.locator('[data-stop="customer.name"]').focus()
  })
  await test.step('KH002', async () => {
    await page.keyboard.press('Alt+PageDown')
    await expect.poll(() => boxInHand(page)).toBe('customer.name')
    await page.keyboard.press('Shift+Enter')
    const met = await typeForm(page, typed, typedAs)
    expect(met).toEqual(expect.arrayContaining(boxesOf('KH002')))
    await page.keyboard.press('Control+s')
    await expect(page.getByText(/^已保存 \d\d:\d\d:\d\d$/)).toBeVisible()
    await keepPicture(page, app.kind, 'kh002')
  })
  await test.step('restart, find by initials, read back', async () => {
    page = await app.restart()
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('hzmz')
    await expect(page.getByRole('row', { name: /杭州明珠商贸有限公司/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect.poll(() => boxInHand(page)).toBe('customer.name')
    const masked = await readForm(page)
    expect(masked.get('people.principal.1.homeAddress')).toBe('****')
    expect(masked.get('customer.bankAccountNo')).toMatch(/^\*\*\*\* \d{4}$/)
    await reveal(page)
    await expectForm(page, 'KH001')
    await page.keyboard.press('Alt+PageDown')
    await page.locator('[data-stop="credit.cardNo"]').waitFor()
    await expectForm(page, 'KH002')
  })
  await test.step('both forms as a workbook', async () => {
    await page.keyboard.press('Control+e')
    await tabTo(page, page.getByRole('checkbox', { name: /敏感/ }))
    await page.keyboard.press('Space')
    await page.getByRole('textbox', { name: /敏感/ }).waitFor()
    await page.keyboard.type('总公司存档')
    await tabTo(page, page.getByRole('button', { name: '导出', exact: true }))
    const file = await app.exportFile(() => page.keyboard.press('Enter'))
    const { worksheets } = await reopen(file)
    for (const form of ['KH001', 'KH002'] as const) {
      const sheet = worksheets.find(({ name }) => name.startsWith(form))
      expect.soft(sheet?.getCell(2, 48).text).toContain(String(fullCustomer[forms[form].numberPath]))
      const boxes = boxesOnSheet(sheet, form, printed)
      for (const { paths, shown, wanted } of boxes) expect.soft(shown, `${form} ${paths.join(' ')}`).toBe(wanted)
      const compared = boxes.flatMap(({ paths }) => paths)
      expect(compared).toEqual(expect.arrayContaining(boxesOf(form).filter(path => hasBoxOnSheet(form, path))))
    }
    const pdf = await printWorkbook(file, test.info().outputDir)
    const pages = await pdfPageCount(pdf)
    await keepPages(pdf, app.kind, 'forms')
    expect(pages).toBeGreaterThanOrEqual(2)
    expect(pages).toBeLessThanOrEqual(3)
  })
  await test.step('the register', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('91350100')
    await expect(page.getByRole('row', { name: /杭州明珠商贸有限公司/ })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('grid')).toBeFocused()
    await tabTo(page, page.getByRole('button', { name: '导出客户名册' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: '全部栏目' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: '导出', exact: true }), 'Shift+Tab')
    const file = await app.exportFile(() => page.keyboard.press('Enter'))
    const register = await readRegister(file)
    const known = registerColumns.filter(path => typed[path] !== undefined)
    const open = known.filter(path => !boxAt(path)?.field.delicate)
    for (const path of open)
      expect.soft(register.get(registerHead(path)), path).toEqual(registerAnswer(path, typed[path] ?? null))
    for (const path of known.filter(candidate => !open.includes(candidate)))
      expect.soft(register.get(registerHead(path)), path).toBe('已隐去')
  })
})
