import { nameReadings } from '../../electron/backend/search/pinyin.ts'
import { expect, test } from './fixtures.ts'
import { turnTo } from './steps/company.ts'
import { fill, settle } from './steps/dialogs.ts'
import { boxInHand } from './steps/keyboard.ts'
import { openCustomer } from './steps/open.ts'
import { goToRoute } from './steps/sign-in.ts'

test.use({ programArguments: ['--sample'] })

test('the list is walked by keyboard to its end, and a file is left to the same place', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('grid')).toBeFocused()
  // Row by row beyond what fits, the row in hand stays in sight.
  for (let row = 0; row < 26; row += 1) await page.keyboard.press('ArrowDown')
  await expect(page.locator('.grid-current')).toHaveAttribute('aria-rowindex', '28')
  await expect(page.locator('.grid-current')).toBeInViewport({ ratio: 0.9 })
  await page.keyboard.press('ControlOrMeta+End')
  await expect(page.locator('.grid-current')).toHaveAttribute('aria-rowindex', '201')
  await expect(page.locator('.grid-current')).toContainText('KH-')
  const number = await page.locator('.grid-current .cell-customer-customerNo').innerText()
  await page.keyboard.press('Enter')
  await page.locator('.paper').waitFor()
  await page.getByRole('link', { name: '客户', exact: true }).click()
  await expect(page.locator('.grid-current .cell-customer-customerNo')).toHaveText(number)
})

test('a search as one types finds by Chinese, pinyin, initials, number and the end of a telephone', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  const row = page.getByRole('row').nth(3)
  const name = await row.locator('.cell-customer-name').innerText()
  const phone = await row.locator('.cell-customer-phone').innerText()
  const number = await row.locator('.cell-customer-customerNo').innerText()
  const { pinyin, initials } = nameReadings(name)
  const readings = [pinyin[0] ?? '', initials[0] ?? '']
  expect(readings.join('')).toMatch(/^[a-z]{10,}$/)
  for (const search of [name.slice(1, 4), ...readings, number, phone.replace(/\D/g, '').slice(-6)]) {
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type(search)
    await expect(page.getByRole('gridcell', { name, exact: true }), search).toBeVisible()
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.press('Delete')
  }
})

test('what is ticked is what was seen: all of a search, all but some, and nothing after another search', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('已选 200 户')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.getByText('已选 199 户')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('食')
  await expect(page.getByText(/^找到 \d+ 户，共 200 户$/)).toBeVisible()
})

test('a column is sorted by and filtered from its head by keyboard, kept as a view, and found again after a restart', {
  tag: '@page',
}, async ({ app }) => {
  let { page } = app
  await expect(page.getByRole('grid')).toBeFocused()
  for (const key of ['ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  const head = page.getByRole('columnheader', { name: '类别' })
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: '按此列筛选…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: '筛选：类别' })
  await expect(dialog.getByRole('checkbox', { name: '代理商' })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^找到 \d+ 户，共 200 户$/)).toBeVisible()
  const cells = page.locator('.grid-body .cell-customer-category')
  expect(new Set(await cells.allInnerTexts())).toEqual(new Set(['代理商']))

  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: '隐藏此列' }).press('Enter')
  await expect(head).toHaveCount(0)
  await page.getByRole('button', { name: '视图：全部客户' }).click()
  await page.getByRole('menuitem', { name: '另存为视图…' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('代理商')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '视图：代理商' }).click()
  await page.getByRole('menuitem', { name: '设为默认视图' }).click()

  page = await app.restart()
  await expect(page.getByRole('button', { name: '视图：代理商' })).toBeVisible()
  await expect(page.getByText(/^找到 \d+ 户，共 200 户$/)).toBeVisible()
  await expect(page.getByRole('columnheader', { name: '类别' })).toHaveCount(0)
})

test('Shift marks a run of rows, and Enter in the search opens what it finds', { tag: '@page' }, async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('grid')).toBeFocused()
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+PageDown']) await page.keyboard.press(key)
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('Shift+ControlOrMeta+End')
  await expect(page.getByText('已选 200 户，共 200 户')).toBeVisible()
  await page.keyboard.press('Escape')
  const cell = page.getByRole('row').nth(5).locator('.cell-customer-name')
  await expect(cell).not.toBeEmpty()
  const name = await cell.innerText()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.locator('.paper').waitFor()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect.poll(() => boxInHand(page)).toBe('customer.name')
})

test('a tag is filtered by from the keyboard beside a column of the company itself', { tag: '@page' }, async ({
  app,
}) => {
  const { page } = app
  await turnTo(page, 'boxes')
  await page.getByRole('button', { name: '增加栏目' }).click()
  await fill(page, { 名称: '片区' })
  await settle(page, '保存')
  await page.getByRole('row', { name: /片区 文字/ }).waitFor()
  await goToRoute(page, '/customers')
  await openCustomer(page, '嘉兴春茂')
  await page.getByRole('button', { name: '加标签' }).click()
  await page.keyboard.type('旺季备货')
  await page.keyboard.press('Enter')
  await page.locator('.tag-list .tag').waitFor()
  await page.getByRole('link', { name: '其他资料' }).click()
  await page.getByLabel('片区').fill('良渚')
  await page.getByRole('link', { name: '客户', exact: true }).click()

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.press('Delete')
  await page.getByText(/^共 200 户$/).waitFor()
  await page.getByRole('button', { name: '列', exact: true }).click()
  await page.getByRole('dialog').getByRole('checkbox', { name: '片区' }).check()
  await settle(page, '确定')
  await page.getByRole('button', { name: '筛选' }).press('Enter')
  await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeFocused()
  await page.keyboard.type('标签')
  await page.keyboard.press('Enter')
  const choice = page.getByRole('dialog').getByRole('checkbox', { name: '旺季备货 (1 户)' })
  await choice.waitFor()
  for (const key of ['Tab', 'Tab']) await page.keyboard.press(key)
  await expect(choice).toBeFocused()
  for (const key of ['Space', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: '标签：旺季备货', exact: true })).toBeVisible()
  await expect(page.getByText('找到 1 户，共 200 户')).toBeVisible()
  await expect(page.locator('.grid-body .grid-row')).toContainText('良渚')
  await page.getByRole('grid').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('已选 1 户，共 1 户')).toBeVisible()
})
