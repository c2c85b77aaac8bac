import { expect, test } from '../e2e/fixtures.ts'

test.use({ programArguments: ['--sample'] })

test('the menu leads to the help, which says what is shipped and that this copy can not look for updates', async ({
  app,
}) => {
  const { page } = app
  await app.main().evaluate(({ Menu }) => {
    const menus = Menu.getApplicationMenu()?.items ?? []
    menus.find(({ label }) => label === '帮助')?.submenu?.items[0]?.click()
  })
  await expect(page).toHaveURL(/#\/help$/)
  await expect(page.getByText('没有登记发布地址')).toBeVisible()
  await page.getByText('better-sqlite3', { exact: false }).click()
  await expect(page.locator('details[open] pre')).toContainText('Permission is hereby granted')
})
