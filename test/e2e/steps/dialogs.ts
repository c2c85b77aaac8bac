import { expect, type Page } from '@playwright/test'

/** Fills the boxes of the dialog in hand by their labels. */
export async function fill(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, answer] of Object.entries(answers))
    await page.getByRole('dialog').getByLabel(label, { exact: true }).fill(answer)
}

/** Picks an option of a list in the dialog in hand. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-item-option:visible', { hasText: option }).click()
}

/** Presses a button at the foot of the dialog in hand. */
export const send = (page: Page, name: string) =>
  page.getByRole('dialog').locator('.ant-modal-footer').getByRole('button', { name, exact: true }).click()

/** Presses a button at the foot of the dialog in hand, and waits until the dialog has closed upon it. */
export async function settle(page: Page, name: string): Promise<void> {
  await send(page, name)
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
