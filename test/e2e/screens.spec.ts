import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { keepPages, pdfPageCount } from './steps/pdf.ts'
import { keepPicture } from './steps/pictures.ts'
import { goTo, languages, speak } from './steps/screens.ts'

test.use({ programArguments: ['--sample'] })

/** Every screen with what must stand there before it is looked at. */
const screens = [
  { name: 'list', route: '/customers', ready: '[role=gridcell]' },
  { name: 'new', route: '/new/00000000-0000-4000-8000-000000000001/kh001', ready: '.paper' },
  { name: 'kh001', route: '/customers/1/kh001', ready: '.paper' },
  { name: 'kh002', route: '/customers/1/kh002', ready: '.paper' },
  { name: 'history', route: '/customers/1/history', ready: 'tbody tr' },
  { name: 'print', route: '/print/1', ready: '.a4' },
  { name: 'extra', route: '/customers/1/extra', ready: '.sheet' },
  { name: 'duplicates', route: '/customers/duplicates', ready: '[role=grid]' },
  { name: 'import', route: '/import', ready: '.page' },
  { name: 'reports', route: '/reports', ready: '.page' },
  { name: 'changes', route: '/approvals/changes', ready: '.page' },
  { name: 'settings', route: '/settings', ready: '.facts' },
  { name: 'help', route: '/help', ready: '.licences li' },
] as const

test('every screen is readable for everybody in every language, which changes without a restart', async ({ app }) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  for (const language of languages) {
    const { code } = language
    await speak(page, language)
    for (const screen of screens) {
      await goTo(page, screen.route, screen.ready)
      await keepPicture(page, app.kind, `${screen.name}-${code}`)
      expect.soft(await barriers(page), `${screen.name} in ${code}`).toEqual([])
    }
  }
})

test('no form scrolls sideways in any language at 100 % and 125 %', async ({ app }) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  for (const language of languages) {
    const { code } = language
    await speak(page, language)
    for (const scale of [1, 1.25]) {
      await page.setViewportSize({ width: Math.round(1366 / scale), height: Math.round(768 / scale) })
      for (const screen of screens.filter(({ ready }) => ready === '.paper')) {
        await goTo(page, screen.route, screen.ready)
        const where = `${screen.name} in ${code} at ${scale}`
        const overflow = await page.locator('.desk').evaluate(desk => desk.scrollWidth - desk.clientWidth)
        expect.soft(overflow, where).toBeLessThanOrEqual(0)
        const cut = await page
          .locator('.paper .head, .paper .box')
          .evaluateAll(cells =>
            cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent),
          )
        expect.soft(cut, where).toEqual([])
        await keepPicture(page, app.kind, `${screen.name}-${code}-${scale * 100}`)
      }
    }
  }
})

test('the dialogs are readable for everybody', async ({ app }) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: '导出客户名册' }).click()
  await expect(dialog).toContainText('客户名册')
  await keepPicture(page, app.kind, 'export-register')
  expect.soft(await barriers(page), 'register').toEqual([])
  await page.keyboard.press('Escape')
  await goTo(page, '/customers/1/kh001', '.paper')
  await page.keyboard.press('Control+e')
  await expect(dialog).toContainText('资料卡')
  await keepPicture(page, app.kind, 'export-forms')
  expect.soft(await barriers(page), 'forms').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /完整度/ }).click()
  await page.locator('.missing').waitFor()
  await keepPicture(page, app.kind, 'completeness')
  expect.soft(await barriers(page), 'completeness').toEqual([])
})

/** How the control in hand looks, with the shells that may show the focus for it. */
function look(element: Element): string {
  const shells = [
    element,
    element.closest('.box'),
    element.closest('.option'),
    element.closest('.ant-input-affix-wrapper'),
  ]
  return shells
    .map(shell => {
      const style = shell && getComputedStyle(shell)
      return style
        ? [style.outlineStyle, style.outlineColor, style.boxShadow, style.borderColor, style.textDecorationLine].join()
        : ''
    })
    .join('|')
}

test('the focus is always visible: whatever has it looks otherwise than without it', async ({ app }) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  await goTo(page, '/customers/1/kh001', '.paper')
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press('Tab')
    const inHand = await page.evaluateHandle(() => document.activeElement ?? document.body)
    if (await inHand.evaluate(element => element === document.body)) continue
    const focused = await inHand.evaluate(look)
    const without = await inHand
      .evaluate(element => {
        if (element instanceof HTMLElement) element.blur()
      })
      .then(() => inHand.evaluate(look))
    expect.soft(focused, await inHand.evaluate(element => element.outerHTML.slice(0, 200))).not.toBe(without)
    await inHand.evaluate(element => element instanceof HTMLElement && element.focus())
  }
})

test('the print of both forms is one page each', async ({ app }) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  await goTo(page, '/print/1', '.a4')
  const file =
    app.kind === 'electron'
      ? await app.exportFile(() => page.getByRole('button', { name: '存为 PDF' }).click())
      : await pdfFromBrowser(page)
  expect(await pdfPageCount(file)).toBe(2)
  await keepPages(file, app.kind, 'print')
})

async function pdfFromBrowser(page: Page): Promise<string> {
  const file = test.info().outputPath('print.pdf')
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true })
  return file
}
