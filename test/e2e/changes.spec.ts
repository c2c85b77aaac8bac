import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { fill, send, settle } from './steps/dialogs.ts'
import { box, reveal, typeInto } from './steps/open.ts'
import { keepPicture } from './steps/pictures.ts'
import { goTo, languages, lookAt, speak } from './steps/screens.ts'
import { specPassword, switchTo } from './steps/sign-in.ts'

test.use({ programArguments: ['--sample'] })

const account = '6222 0210 0111 6245 702'
const dialog = (page: Page) => page.getByRole('dialog')

/** The route of a customer of the sample company who has a limit. */
async function formalCustomer(page: Page): Promise<string> {
  await goTo(page, '/approvals', '.page')
  await page.getByText('全部', { exact: true }).click()
  await page.getByRole('row', { name: '已批准' }).last().dblclick()
  await page.locator('.chain').waitFor()
  const href = await page.locator('.customer-link').getAttribute('href')
  return href?.match(/\/customers\/\d+/)?.[0] ?? ''
}

test('a new bank account is typed as always, asked for, called back about and approved by somebody else; both names and accounts stay', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  const file = await formalCustomer(page)
  await goTo(page, `${file}/kh001`, '.paper')
  const formal = page.locator('.gate-steps .reached', { hasText: '正式客户' })
  await expect(formal).toHaveAttribute('title', /起是正式客户/)
  await reveal(page)
  const old = await box(page, 'customer.bankAccountNo').inputValue()
  await typeInto(page, 'customer.fax', '0571-66667777')
  await typeInto(page, 'customer.bankAccountNo', account)
  await page.keyboard.press('ControlOrMeta+s')

  // The free box is saved, the key box waits for its reason; nothing typed is lost when the person goes back.
  await expect(dialog(page)).toContainText('申请变更关键栏目')
  await expect(page.getByText(/^已保存 \d\d:\d\d:\d\d$/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(box(page, 'customer.bankAccountNo')).toHaveValue(account)
  await page.keyboard.press('ControlOrMeta+s')
  await fill(page, { 再次输入新帐号: '6222021001116245701', 理由: '客户换了开户行' })
  await send(page, '提出申请')
  await expect(dialog(page)).toContainText('两次输入不一样')
  await keepPicture(page, app.kind, 'changes-ask')
  expect.soft(await barriers(page), 'asking').toEqual([])
  await fill(page, { 再次输入新帐号: '6222021001116245702' })
  await settle(page, '提出申请')
  // Masked again or not, by how long it took.
  await expect(box(page, 'customer.bankAccountNo')).toHaveValue(
    new RegExp(`${old.replace(/ /g, '').slice(-4).replaceAll(/(?!^)/g, ' ?')}$`),
  )
  await expect(page.locator('.pending-change')).toContainText(/待批准：(6222 0210 0111 6245 702|\*{4} 5702)/)
  await keepPicture(page, app.kind, 'changes-pending')
  expect.soft(await barriers(page), 'pending').toEqual([])

  // Whoever approves does not see the account before the customer has named it.
  await switchTo(page, '周敏')
  // What waits in the sample company comes first.
  const others = page.locator('.changes-item', { hasText: '孙磊' })
  await goTo(page, '/approvals/changes', '.change-card')
  await others.click()
  await page.keyboard.press('Alt+a')
  await fill(page, { 您的密码: specPassword })
  await page.keyboard.press('Enter')
  await expect(others).toHaveCount(0)
  await goTo(page, '/', '.today-item')
  await page.getByRole('button', { name: /待批准的变更/ }).click()
  await page.locator('.today-rows a').first().click()
  const card = page.locator('.change-card')
  await expect(card).toContainText('已隐藏，回访相符后显示')
  await expect(card).not.toContainText('5702')
  await expect(card.getByRole('button', { name: '批准' })).toBeDisabled()
  await keepPicture(page, app.kind, 'changes-hidden')
  expect.soft(await barriers(page), 'hidden').toEqual([])
  await page.keyboard.press('Alt+c')
  await fill(page, { 回访电话: '0571-87654321', 接听人: '财务陈姐', 客户在电话里说的新帐号: '6222021001116245702' })
  await dialog(page).getByRole('radio', { name: '114 查号' }).check()
  await keepPicture(page, app.kind, 'changes-callback')
  expect.soft(await barriers(page), 'calling back').toEqual([])
  await settle(page, '记录回访')
  await expect(card).toContainText('相符')
  await expect(card).toContainText('**** 5702')
  await expect(card).not.toContainText(account)
  await page.keyboard.press('F4')
  await expect(card).toContainText(account)
  await expect(card).toContainText(old)
  await page.keyboard.press('F4')
  await expect(card).not.toContainText(account)
  await speak(page, languages[2])
  await lookAt(page, app.kind, 'en', [{ screen: 'changes', at: '/approvals/changes', ready: '.change-card' }])
  await speak(page, languages[0])
  await goTo(page, '/approvals/changes', '.change-card')
  await page.keyboard.press('Alt+a')
  await fill(page, { 您的密码: specPassword })
  await page.keyboard.press('Enter')
  await expect(page.getByText('没有等待批准的变更。')).toBeVisible()

  await goTo(page, `${file}/history`, '.card-past')
  await expect(page.locator('.card-past')).not.toContainText(old)
  await expect(page.getByRole('region', { name: '变更申请' })).toContainText('**** 5702')
  await reveal(page)
  await expect(box(page, 'customer.bankAccountNo')).toHaveCount(0)
  await expect(page.locator('.card-past')).toContainText(old)
  await expect(page.locator('.card-past')).toContainText(account)
  await expect(page.locator('table.plain').last().getByRole('row', { name: account })).toContainText('林晓 · 周敏 批准')
  await keepPicture(page, app.kind, 'changes-history')
  expect.soft(await barriers(page), 'history').toEqual([])
})
