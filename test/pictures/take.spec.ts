import path from 'node:path'
import type { Page } from '@playwright/test'
import { test } from '../e2e/fixtures.ts'
import { goToRoute, switchTo } from '../e2e/steps/sign-in.ts'

test.use({ programArguments: ['--sample'], person: '孙磊', startsAt: '/' })

const folder = path.resolve(import.meta.dirname, '../../resources/pictures')

/** Keeps the screen as it stands. */
async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(folder, `${name}.png`), caret: 'hide' })
}

/** Goes to a screen and waits until it shows what it is for. */
async function see(page: Page, route: string, what: string): Promise<void> {
  await goToRoute(page, route)
  await page.locator(what).first().waitFor()
}

/** The route of the customer in the first row behind a count of 今日. */
async function firstBehind(page: Page, count: string): Promise<string> {
  await see(page, '/', '.today-item')
  await page.locator('.today-item', { hasText: count }).click()
  const number = await page.locator('.today-rows tbody a').first().textContent()
  // In the sample company a customer has the id of its number: KH-0042, KH002-0042-01.
  return `/customers/${Number(/^KH(?:002)?-(\d+)/.exec(number ?? '')?.[1])}`
}

/** Opens 首单已收款 of the first customer whose limit waits for it. */
async function openUnreleased(page: Page): Promise<void> {
  await see(page, '/approvals', '[role=grid]')
  await page.getByText('全部', { exact: true }).click()
  const approved = page.getByRole('row').filter({ hasText: '已批准' })
  await approved.first().waitFor()
  for (const row of await approved.allTextContents()) {
    await see(page, `/customers/${Number(/KH002-(\d+)/.exec(row)?.[1])}/approvals`, '.sections svg')
    const release = page.getByRole('button', { name: '首单已收款' })
    if (await release.isVisible()) return release.click()
  }
}

test('the pictures of the README and of the guide', async ({ app: { page } }) => {
  test.setTimeout(180_000)
  const approved = await firstBehind(page, '额度即将到期')
  await see(page, `${approved}/kh001`, '.paper')
  await take(page, 'kh001')
  await see(page, `${approved}/kh002`, '.paper')
  await take(page, 'kh002')
  await see(page, `${approved}/approvals`, '.sections svg')
  await take(page, 'filler-limit')
  const asked = '[data-stop="credit.requestedLimit"]'
  await see(page, `${await firstBehind(page, '申请退回给您修改')}/kh002`, asked)
  await page.locator(asked).fill('3万')
  await page.getByRole('button', { name: '提交审批' }).first().click()
  await page.getByRole('dialog').locator('ol').waitFor()
  await take(page, 'filler-submit')
  await page.keyboard.press('Escape')

  await switchTo(page, '陈卫东')
  await see(page, '/', '.today-rows tbody tr')
  await take(page, 'approver-today')
  await page.locator('.today-rows a').first().click()
  await page.getByRole('radio', { name: '同意' }).check()
  await take(page, 'approver-decision')

  await switchTo(page, '钱芳')
  await see(page, '/reports', '.report')
  await take(page, 'accountant-reports')
  await openUnreleased(page)
  await page.getByRole('dialog').getByLabel('发票号').fill('FP-1017')
  await take(page, 'accountant-release')
  await page.keyboard.press('Escape')

  await switchTo(page, '林晓')
  await see(page, '/settings/accounts', 'table tbody tr')
  await take(page, 'administrator-accounts')
  await see(page, '/settings/log', 'table tbody tr')
  await page.getByRole('button', { name: '核对日志' }).click()
  await page.getByText('日志完整').waitFor()
  await take(page, 'administrator-log')
})
