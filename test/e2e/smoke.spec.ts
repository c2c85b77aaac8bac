import { expect, test } from './fixtures.ts'

test('the window opens in Chinese, and opens again after a power cut', async ({ app }) => {
  await expect(app.page.locator('body')).toContainText(/\p{Script=Han}/u)
  await app.kill()
  await app.restart()
  await expect(app.page.locator('body')).toContainText(/\p{Script=Han}/u)
})
