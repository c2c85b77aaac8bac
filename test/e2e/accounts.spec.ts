import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { boxInHand } from './steps/keyboard.ts'
import { box, openCustomer, typeInto } from './steps/open.ts'
import { keepPicture } from './steps/pictures.ts'
import { gate, goToRoute, setUpCompany, signIn, specPassword, switchTo } from './steps/sign-in.ts'

const password = (page: Page) => gate(page).locator('input[type=password]').first()
const customer = 'KH-0001'

test.describe('the first run', () => {
  test('makes the first administrator, whose password is asked for at the next start', async ({ app }) => {
    let { page } = app
    await page.getByLabel('公司名称').fill('示例商贸公司')
    await page.getByLabel('您的姓名').fill('林晓')
    await page.getByLabel('密码', { exact: true }).fill('short')
    await page.getByLabel('再输入一次密码').fill('shorter')
    await page.getByRole('button', { name: '开始使用' }).click()
    await expect(page.getByText('密码至少要八个字符。')).toBeVisible()
    await expect(page.getByText('两次输入的密码不一样，请重新输入。')).toBeVisible()
    await keepPicture(page, app.kind, 'first-run-refused')
    expect.soft(await barriers(page), 'first run').toEqual([])
    await setUpCompany(page, '示例商贸公司')
    await expect(page.locator('.me-menu')).toContainText('林晓 管理员、填表人')
    page = await app.restart()
    await expect(page.locator('.me-menu')).toContainText('林晓')
  })
})

test.describe('signing in', () => {
  test.use({ programArguments: ['--sample'], person: '' })

  test('five wrong passwords let the account rest, and nobody else', { tag: '@page' }, async ({ app }) => {
    const { page } = app
    await expect(password(page)).toBeFocused()
    await expect(gate(page)).toContainText('所有人的密码都是 kehu-sample')
    await keepPicture(page, app.kind, 'sign-in')
    expect.soft(await barriers(page), 'sign-in').toEqual([])
    for (let tries = 1; tries <= 5; tries++) {
      await password(page).fill('wrong-password')
      await page.keyboard.press('Enter')
      await expect(gate(page).getByRole('alert')).toContainText(tries < 5 ? '密码不对' : '休息五分钟')
      await expect(password(page)).toHaveValue('')
    }
    await password(page).fill(specPassword)
    await page.keyboard.press('Enter')
    await expect(gate(page).getByRole('alert')).toContainText('休息五分钟')
    await keepPicture(page, app.kind, 'sign-in-rests')
    await signIn(page, '孙磊')
    await expect(page.locator('.me-menu')).toContainText('孙磊 填表人')
  })
})

test.describe('a session', () => {
  test.use({ programArguments: ['--sample'] })

  test('is locked by key and unlocked with what was typed still there and the cursor where it was', async ({ app }) => {
    const { page } = app
    await openCustomer(page, customer)
    await typeInto(page, 'customer.capital', '大约五十')
    await page.keyboard.press('ControlOrMeta+Shift+KeyL')
    await expect(gate(page)).toContainText('林晓的画面已锁定')
    await expect(box(page, 'customer.capital')).not.toBeVisible()
    await keepPicture(page, app.kind, 'locked')
    expect.soft(await barriers(page), 'lock').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(gate(page)).toBeVisible()
    await password(page).fill('wrong-password')
    await page.keyboard.press('Enter')
    await expect(gate(page).getByRole('alert')).toContainText('密码不对')
    await signIn(page)
    await expect(box(page, 'customer.capital')).toHaveValue('大约五十')
    await expect.poll(() => boxInHand(page)).toBe('customer.capital')
    await page.keyboard.type('万')
    await expect(box(page, 'customer.capital')).toHaveValue('大约五十万')
  })

  test('that is locked is locked after a reload too, and a reload of an open one asks for nothing', {
    tag: '@page',
  }, async ({ app }) => {
    const { page } = app
    await page.reload()
    await expect(page.getByRole('grid')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Shift+KeyL')
    await gate(page).waitFor()
    await page.reload()
    await expect(gate(page)).toContainText('林晓的画面已锁定')
    await expect(page.getByRole('grid')).toHaveCount(0)
    await signIn(page)
    await expect(page.getByRole('grid')).toBeVisible()
  })

  test('of somebody else begins with nothing of the one before, whose draft is kept', async ({ app }) => {
    const { page } = app
    await openCustomer(page, customer)
    await typeInto(page, 'customer.fax', '0571-88661235')
    await switchTo(page, '何静')
    await expect(page.locator('.me-menu')).toContainText('何静 审计')
    await expect(page.locator('.paper')).toHaveCount(0)
    await goToRoute(page, '/customers')
    await page.getByRole('grid').waitFor()
    await expect(page.getByRole('button', { name: '新客户' })).toHaveCount(0)
    await page.keyboard.press('Alt+KeyN')
    await expect(page.getByRole('grid')).toBeVisible()
    await switchTo(page, '林晓')
    await goToRoute(page, '/customers/1/kh001')
    await page.getByRole('button', { name: '继续填写' }).click()
    await expect(box(page, 'customer.fax')).toHaveValue('0571-88661235')
  })

  test('locks itself when nobody has touched the window for ten minutes', { tag: '@page' }, async ({ app }) => {
    const { page } = app
    await page.clock.install()
    await page.reload()
    await expect(page.getByRole('grid')).toBeVisible()
    await page.clock.fastForward('09:00')
    await page.keyboard.press('ArrowDown')
    await page.clock.fastForward('09:00')
    await expect(gate(page)).toHaveCount(0)
    await page.clock.fastForward('02:00')
    await expect(gate(page)).toContainText('林晓的画面已锁定')
  })

  test('of somebody with a password from the administrator begins with a password of their own', {
    tag: '@page',
  }, async ({ app }) => {
    const { page } = app
    const first = 'first-password'
    await addFiller(page, '沈洁', first)
    await page.locator('.me-menu').click()
    await keepPicture(page, app.kind, 'user-menu')
    expect.soft(await barriers(page), 'menu').toEqual([])
    await page.getByRole('menuitem', { name: '切换用户' }).click()
    await password(page).waitFor()
    await page.keyboard.type('沈洁')
    await page.keyboard.press('Enter')
    await password(page).fill(first)
    await page.keyboard.press('Enter')
    await expect(gate(page)).toContainText('请先修改密码')
    await keepPicture(page, app.kind, 'password-expired')
    expect.soft(await barriers(page), 'expired').toEqual([])
    await expect(password(page)).toBeFocused()
    await password(page).fill(first)
    await gate(page).getByLabel('新密码', { exact: true }).fill(first)
    await gate(page).getByLabel('再输入一次新密码').fill(first)
    await page.keyboard.press('Enter')
    await expect(gate(page)).toContainText('新密码要和现在的密码不同。')
    await gate(page).getByLabel('新密码', { exact: true }).fill(specPassword)
    await gate(page).getByLabel('再输入一次新密码').fill(specPassword)
    await page.keyboard.press('Enter')
    await expect(gate(page)).toHaveCount(0)
    await expect(page.locator('.me-menu')).toContainText('沈洁 填表人')
  })

  for (const { code, name } of [
    { code: 'zh-TW', name: '繁體中文' },
    { code: 'en', name: 'English' },
  ]) {
    test(`is locked, ended and begun in ${code} as well`, { tag: '@page' }, async ({ app }) => {
      const { page } = app
      await goToRoute(page, '/settings')
      await page.locator('#language').click()
      await page.locator('.ant-select-item-option', { hasText: name }).click()
      await expect(page.locator('html')).toHaveAttribute('lang', code)
      await page.locator('.me-menu').click()
      await expect(page.getByRole('menuitem')).toHaveCount(4)
      await keepPicture(page, app.kind, `user-menu-${code}`)
      await page.getByRole('menuitem').nth(2).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.locator('input[type=password]')).toHaveCount(3)
      await keepPicture(page, app.kind, `change-password-${code}`)
      expect.soft(await barriers(page), 'change of password').toEqual([])
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
      await page.keyboard.press('ControlOrMeta+Shift+KeyL')
      await gate(page).waitFor()
      await keepPicture(page, app.kind, `locked-${code}`)
      expect.soft(await barriers(page), 'lock').toEqual([])
      await gate(page).getByRole('button').last().click()
      await expect(gate(page).getByRole('combobox')).toBeVisible()
      await keepPicture(page, app.kind, `sign-in-${code}`)
      expect.soft(await barriers(page), 'sign-in').toEqual([])
    })
  }
})

/** Gives somebody an account by the road of the page; the screen for it is tested where the settings are. */
async function addFiller(page: Page, name: string, first: string): Promise<void> {
  const facts = { name, staffNo: null, phone: null, address: null, bankAccountNo: null }
  const input = { requestId: randomUUID(), ...facts, roles: ['filler'], password: first }
  const outcome = await page.evaluate(async asked => {
    const session = sessionStorage.getItem('kehu.session') ?? ''
    const bridge = (window as unknown as { kehu?: { invoke: (...given: unknown[]) => Promise<unknown> } }).kehu
    if (bridge) return bridge.invoke('accounts.add', asked, session)
    const token = sessionStorage.getItem('kehu.token') ?? ''
    const headers = { 'content-type': 'application/json', 'x-kehu-token': token, 'x-kehu-session': session }
    const body = JSON.stringify({ name: 'accounts.add', input: asked })
    return (await fetch('call', { method: 'POST', headers, body })).json() as Promise<unknown>
  }, input)
  expect(outcome).toMatchObject({ ok: true })
}
