import { expect, type Page } from '@playwright/test'
import { choose, fill, send } from './dialogs.ts'
import { gate, goToRoute, specPassword } from './sign-in.ts'

const firstPassword = 'told-in-person'

/** Turns to a part of the settings. */
export async function turnTo(page: Page, section: string): Promise<void> {
  await goToRoute(page, `/settings/${section}`)
  await page.locator('.settings-body .sheet').first().waitFor()
}

/** The administrator gives somebody an account. */
export async function addAccount(page: Page, name: string, role: string): Promise<void> {
  await page.getByRole('button', { name: '新帐号' }).click()
  await fill(page, { 姓名: name, 初始密码: firstPassword })
  await page.getByRole('dialog').getByRole('checkbox', { name: role, exact: true }).check()
  await send(page, '保存')
  await expect(page.getByRole('row', { name: new RegExp(`${name}.*须改密码`) })).toBeVisible()
}

/** The administrator proposes somebody for a post. */
export async function proposePost(page: Page, name: string, post: string): Promise<void> {
  await page.getByRole('button', { name: '提议岗位' }).click()
  await choose(page, '人员', name)
  await choose(page, '岗位', post)
  await fill(page, { 为什么提议: '公司开始使用本程序' })
  await send(page, '提议')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Whoever has the right agrees to every proposal that is there. */
export async function agreeToProposals(page: Page, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) {
    const decide = page.getByRole('button', { name: '决定', exact: true })
    await expect(decide).toHaveCount(left)
    await decide.first().click()
    await page.getByRole('radio', { name: '同意', exact: true }).check()
    await fill(page, { 您的密码: specPassword })
    await send(page, '决定')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

/** Changes places to somebody who has never signed in: the password that was told in person is changed first. */
export async function arrive(page: Page, name: string): Promise<void> {
  await page.locator('.me-menu').click()
  await page.getByRole('menuitem', { name: '切换用户' }).click()
  const card = gate(page)
  await card.getByRole('combobox').click()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await card.locator('input[type=password]').fill(firstPassword)
  await page.keyboard.press('Enter')
  await card.getByLabel('现在的密码').fill(firstPassword)
  await card.getByLabel('新密码', { exact: true }).fill(specPassword)
  await card.getByLabel('再输入一次新密码').fill(specPassword)
  await page.keyboard.press('Enter')
  await expect(card).toHaveCount(0)
}
