import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { box, saveByKey, typeInto } from './steps/open.ts'
import { keepPicture } from './steps/pictures.ts'
import { goTo } from './steps/screens.ts'
import { goToRoute, switchTo } from './steps/sign-in.ts'

test.use({ programArguments: ['--sample'] })

/** Begins another card and types its name. */
async function typeNew(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+n')
  await expect(page.locator('.who .tag', { hasText: 'KH-' })).toHaveCount(0)
  await typeInto(page, 'customer.name', name)
}

test('a firm is made only once: refused, answered, found by a scan, merged', { tag: '@page' }, async ({ app }) => {
  const { page } = app
  const dialog = page.getByRole('dialog')
  const number = page.locator('.who .tag', { hasText: 'KH-' })
  await page.getByRole('grid').waitFor()
  await goTo(page, '/customers/7/kh001', '.paper')
  const name = await box(page, 'customer.name').inputValue()

  // The same name: nothing is saved, and one key opens the file that is there.
  await typeNew(page, name)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(dialog).toContainText('这个客户已经有了')
  await expect(dialog).toContainText('名称相同')
  await keepPicture(page, app.kind, 'duplicates-certain')
  expect.soft(await barriers(page), 'certain').toEqual([])
  await expect(dialog.getByRole('button', { name: '打开已有客户' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.who .tag').first()).toHaveText('KH-0007')

  // A branch by its name: it is answered once, and the next save asks no more.
  await typeNew(page, `${name}温州分公司`)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(dialog).toContainText('是不是同一个客户？')
  await dialog.getByRole('radio', { name: '不是重复' }).first().check()
  await keepPicture(page, app.kind, 'duplicates-probable')
  // Alt+N would leave the question behind.
  await page.keyboard.press('Alt+n')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(number).toBeVisible()
  await typeInto(page, 'customer.fax', '0577-88661234')
  await saveByKey(page)
  const own = (await page.locator('.who .tag').first().textContent()) ?? ''

  // Two cards that nobody was asked about are found by a scan; the sales manager begins it and merges from its list.
  for (const firm of ['宁波大华食品有限公司', '宁波大花食品有限公司']) {
    await typeNew(page, firm)
    await typeInto(page, 'people.principal.1.name', '王小明')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(number).toBeVisible()
  }
  await goTo(page, `/customers/${Number(own.replace(/\D/g, ''))}/history`, '.sheet')
  await expect(page.getByRole('region', { name: '查重' })).toContainText(
    `不是重复：KH-0007 ${name}`.replace('：', '： '),
  )
  // What was said is taken back, and the pair is asked about again.
  await page.getByRole('region', { name: '查重' }).getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('region', { name: '查重' })).toHaveCount(0)
  await switchTo(page, '陈卫东')
  await goTo(page, '/customers/duplicates', '.page')
  await page.getByRole('button', { name: '全库查重' }).click()
  await expect(page.getByText(/^[1-9]\d* 对待处理$/)).toBeVisible()
  await goToRoute(page, '/')
  await page.getByRole('button', { name: /重复客户等待处理/ }).click()
  await page.locator('.today-rows').getByRole('link').first().click()
  await expect(page).toHaveURL(/#\/customers\/duplicates/)
  await page.getByRole('row', { name: '宁波大花食品有限公司' }).dblclick()
  await expect(dialog).toContainText('这两个客户是什么关系？')
  await keepPicture(page, app.kind, 'duplicates-pair')
  // Nothing is proposed: whoever only presses Enter has said nothing.
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('请选择这两个客户的关系')
  await dialog.getByRole('button', { name: '合并…' }).click()
  await page.getByRole('table', { name: '合并客户' }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.type('同一家公司重复建档')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /已并入/ })).toBeVisible()
})
