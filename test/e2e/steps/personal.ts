import { expect, type Page } from '@playwright/test'
import { goToRoute } from './sign-in.ts'

/** Says in the settings what a kind of personal data is kept for, with the keyboard alone. */
export async function recordPurpose(page: Page, kind: string): Promise<void> {
  await goToRoute(page, '/settings/personal')
  await page.getByRole('button', { name: `登记 ${kind}`, exact: true }).press('Enter')
  const dialog = page.getByRole('dialog', { name: `登记用途：${kind}` })
  await expect(dialog.getByLabel('用途', { exact: true })).toBeFocused()
  await page.keyboard.type('判断能否持续经营')
  await page.keyboard.press('Tab')
  await page.keyboard.type('只靠负责人一人经营')
  await dialog.getByRole('button', { name: '保存' }).press('Enter')
  await expect(dialog).toHaveCount(0)
}

/** Records on the open card that a person has agreed, with the keyboard alone; `opener` is a button that leads there. */
export async function recordConsent(page: Page, opener: string | RegExp, kind: string): Promise<void> {
  await page.getByRole('button', { name: opener }).press('Enter')
  const desk = page.getByRole('dialog', { name: '个人信息' })
  await desk.getByRole('button', { name: '登记同意' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: /^登记同意：/ })
  const box = dialog.getByRole('checkbox', { name: kind })
  await expect(dialog.getByRole('checkbox').first()).toBeFocused()
  if (!(await box.isChecked())) await box.press('Space')
  await dialog.getByRole('button', { name: '登记同意' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(desk.getByRole('row', { name: new RegExp(`^${kind} 有效`) })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(desk).toHaveCount(0)
}
