import { expect, type Page } from '@playwright/test'

/** The password of everybody in the sample company, as the sign-in screen tells it. */
export const everybodysPassword = 'kehu-sample'

/** Signs somebody in at the screen that asks who it is. */
export async function signIn(page: Page, name: string, password = everybodysPassword): Promise<void> {
  const gate = page.getByRole('dialog')
  await gate.getByRole('combobox').click()
  await gate.locator('.ant-select-item-option', { hasText: name }).click()
  await gate.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await expect(gate).toBeHidden()
}

/** Lets somebody else take the place of whoever is signed in. */
export async function changePlaces(page: Page, name: string, password = everybodysPassword): Promise<void> {
  await page.locator('.me-menu').click()
  await page.getByRole('menuitem').first().click()
  await signIn(page, name, password)
}
