import { nameReadings } from '../../electron/backend/search/pinyin.ts'
import { expect, test } from './fixtures.ts'

test.use({ programArguments: ['--sample'] })

test('the list is walked by keyboard to its end, and a file is left to the same place', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.locator('.grid-current')).toHaveAttribute('aria-rowindex', '201')
  await expect(page.locator('.grid-current')).toContainText('KH-')
  const number = await page.locator('.grid-current .cell-customer-customerNo').innerText()
  await page.keyboard.press('Enter')
  await page.locator('.paper').waitFor()
  await page.getByRole('link', { name: '客户', exact: true }).click()
  await expect(page.locator('.grid-current .cell-customer-customerNo')).toHaveText(number)
})

test('a search as one types finds by Chinese, pinyin, initials, number and the end of a telephone', async ({ app }) => {
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

test('what is ticked is what was seen: all of a search, all but some, and nothing after another search', async ({
  app,
}) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('已选 200 户')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.getByText('已选 199 户')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('食')
  await expect(page.getByText(/^共 \d+ 户$/)).toBeVisible()
})
