import { expect, type Page } from '@playwright/test'
import { samplePassword } from '../../../shared/domain/sample.ts'

/** The password of everybody in the specs, in the sample company and in those that are set up. */
export const specPassword = samplePassword

/** What stands before the program while nobody has signed in. */
export const gate = (page: Page) => page.locator('dialog.gate')

/** Signs in as a person signs in: the name is chosen unless it stands there already, then the password and Enter. */
export async function signIn(page: Page, name?: string, password = specPassword): Promise<void> {
  const card = gate(page)
  await card.locator('input[type=password]').waitFor()
  if (name !== undefined && (await card.locator('.ant-select-content').textContent()) !== name) {
    await card.getByRole('combobox').click()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  await card.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await expect(card).toHaveCount(0)
}

/** Changes places: whoever works signs out, somebody else signs in; in any language. */
export async function switchTo(page: Page, name: string, password = specPassword): Promise<void> {
  await page.locator('.me-menu').click()
  await page.getByRole('menuitem').first().click()
  await signIn(page, name, password)
}

/** Signs in where the program asks for it; a first run and data that can not be opened do not. */
export async function signInIfAsked(page: Page, name?: string, password = specPassword): Promise<void> {
  await page.locator('dialog.gate, main.start, .app').first().waitFor()
  if ((await gate(page).count()) > 0) await signIn(page, name, password)
}

/** Goes to a screen by its route. */
export async function goToRoute(page: Page, route: string): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, route)
}

/** Answers the first run: 林晓 sets up the company and is signed in. */
export async function setUpCompany(page: Page, company: string): Promise<void> {
  await page.getByLabel('公司名称').fill(company)
  await page.getByLabel('您的姓名').fill('林晓')
  await page.getByLabel('密码', { exact: true }).fill(specPassword)
  await page.getByLabel('再输入一次密码').fill(specPassword)
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.locator('.app').waitFor()
}
