import { expect, type Page } from '@playwright/test'
import { boxInHand } from './keyboard.ts'

/** Waits for the list and opens the first customer that a search finds. */
export async function openCustomer(page: Page, search: string): Promise<void> {
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(search)
  await expect(page.getByRole('gridcell', { name: search }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(() => boxInHand(page)).toBe('customer.name')
}

/** The control of a box. */
export const box = (page: Page, path: string) => page.locator(`[data-stop="${path}"]`)

/** Types into a box as into a fresh one. */
export async function typeInto(page: Page, path: string, text: string): Promise<void> {
  await box(page, path).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Asks by key to see what is masked, and waits until it is seen. */
export async function reveal(page: Page): Promise<void> {
  await page.keyboard.press('F4')
  await expect(page.getByRole('button', { name: /隐去/ })).toBeVisible()
}

/** Saves by key and waits until the program says so. */
export async function saveByKey(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText(/^已保存 \d\d:\d\d:\d\d$/)).toBeVisible()
}

/** Opens another window of the program at the route of the present one. */
export async function openSecondWindow(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page')
  await page.evaluate(() => window.open(location.href))
  const second = await opened
  await second.locator('.paper').waitFor()
  return second
}
