import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { keptInDraft } from './steps/drafts.ts'
import { box, openCustomer, openSecondWindow, saveByKey, typeInto } from './steps/open.ts'

test.use({ programArguments: ['--sample'] })
const customer = 'KH-0001'

test('what was typed and not saved is offered again after a power cut', async ({ app }) => {
  let { page } = app
  await openCustomer(page, customer)
  await typeInto(page, 'customer.fax', '0571-88661235')
  await typeInto(page, 'customer.capital', '大约五十')
  await keptInDraft(app, '大约五十')
  await app.kill()
  page = await app.restart()
  await openOffered(page)
  await expect(box(page, 'customer.fax')).toHaveValue('0571-88661235')
  await expect(box(page, 'customer.capital')).toHaveValue('大约五十')
})

test('what was said to be saved is there whenever the whole program is killed', async ({ app }) => {
  let { page } = app
  for (let life = 1; life <= 5; life++) {
    const saved = `0571-8866${life}000`
    await openCustomer(page, customer)
    await typeInto(page, 'customer.fax', saved)
    await saveByKey(page)
    await typeInto(page, 'customer.coverageArea', `滨江${life}`)
    // In the midst of a draft being put away, or before or after it.
    await page.waitForTimeout(life * 350)
    await app.kill()
    page = await app.restart()
    await openSettled(page)
    await expect(box(page, 'customer.fax')).toHaveValue(saved)
    await page.getByRole('link', { name: '客户', exact: true }).click()
  }
})

test('a card that was never saved is offered in the list after a power cut', { tag: '@page' }, async ({ app }) => {
  let { page } = app
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Alt+KeyN')
  await page.locator('[data-stop="customer.name"]:focus').waitFor()
  await page.keyboard.type('宁波新芽食品店')
  await keptInDraft(app, '宁波新芽食品店')
  await app.kill()
  page = await app.restart()
  await expect(page.getByText('“宁波新芽食品店”还没有保存')).toBeVisible()
  await page.getByRole('button', { name: '继续填写' }).click()
  await expect(box(page, 'customer.name')).toHaveValue('宁波新芽食品店')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('KH-0201')).toBeVisible()
})

test('a draft is offered whenever the file is opened, and nothing is typed over it unseen', { tag: '@page' }, async ({
  app,
}) => {
  const { page } = app
  await openCustomer(page, customer)
  await typeInto(page, 'customer.fax', '0571-88661235')
  await keptInDraft(app, '0571-88661235')
  await page.getByRole('link', { name: '客户', exact: true }).click()
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '继续填写' })).toBeFocused()
  await expect(box(page, 'customer.fax')).not.toBeEditable()
  await page.keyboard.press('Enter')
  await expect(box(page, 'customer.fax')).toHaveValue('0571-88661235')
})

test('a new card that is saved leaves the cursor, the undo and the typing where they are', { tag: '@page' }, async ({
  app,
}) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Alt+KeyN')
  await page.locator('[data-stop="customer.name"]:focus').waitFor()
  await page.keyboard.type('宁波新芽食品店')
  await page.keyboard.press('Enter')
  await page.keyboard.type('宁波市')
  await page.keyboard.press('ControlOrMeta+s')
  await page.keyboard.type('海曙区')
  await expect(page.getByText('KH-0201')).toBeVisible()
  await expect(box(page, 'customer.address')).toBeFocused()
  await page.keyboard.type('中山路')
  await expect(box(page, 'customer.address')).toHaveValue('宁波市海曙区中山路')
  await saveByKey(page)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(box(page, 'customer.address')).not.toHaveValue('宁波市海曙区中山路')
  await saveByKey(page)
  await page.getByRole('link', { name: '客户', exact: true }).click()
  await expect(page.getByText('共 201 户')).toBeVisible()
  await expect(page.getByText('还没有保存')).toHaveCount(0)
})

test('a draft outlives the save of another window, and what both changed is chosen box by box', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  const second = await openSecondWindow(page)
  await typeInto(page, 'customer.fax', '0571-11111111')
  await keptInDraft(app, '0571-11111111')
  await page.getByRole('link', { name: '客户', exact: true }).click()
  await typeInto(second, 'customer.fax', '0571-22222222')
  await saveByKey(second)
  await second.close()
  await openOffered(page)
  await page.keyboard.press('ControlOrMeta+s')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('0571-22222222')
  await dialog.getByRole('radio', { name: '0571-11111111' }).check()
  await dialog.getByRole('button', { name: '按选择保存' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(box(page, 'customer.fax')).toHaveValue('0571-11111111')
})

test('a text that is too long is kept as typed, with the reason beside it', { tag: '@page' }, async ({ app }) => {
  let { page } = app
  const long = '很长的名字'.repeat(1000)
  await openCustomer(page, customer)
  await box(page, 'customer.coverageArea').fill(long)
  await page.keyboard.press('Enter')
  await expect(page.getByText('太长了')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('alert').filter({ hasText: '没有保存' })).toContainText('太长了')
  await keptInDraft(app, long)
  page = await app.restart()
  await openOffered(page)
  await expect(box(page, 'customer.coverageArea')).toHaveValue(long)
})

/** Opens the customer, whatever is offered there. */
async function enterFile(page: Page): Promise<void> {
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(customer)
  await expect(page.getByRole('gridcell', { name: customer })).toBeVisible()
  await page.keyboard.press('Enter')
}

/** Opens the customer and puts aside what is offered, if anything is. */
async function openSettled(page: Page): Promise<void> {
  await enterFile(page)
  await box(page, 'customer.fax').waitFor()
  const leave = page.getByRole('button', { name: '丢弃草稿' })
  if ((await leave.count()) === 0) return
  await leave.click()
  await expect(leave).toHaveCount(0)
}

async function openOffered(page: Page): Promise<void> {
  await enterFile(page)
  const goOn = page.getByRole('button', { name: '继续填写' })
  await expect(goOn).toBeFocused()
  await page.keyboard.press('Enter')
}

test('two windows on one customer: different boxes merge, the same box is chosen field by field', async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  const second = await openSecondWindow(page)
  await typeInto(page, 'customer.fax', '0571-11111111')
  await typeInto(page, 'customer.coverageArea', '萧山')
  await saveByKey(page)
  await typeInto(second, 'customer.postcode', '311200')
  await saveByKey(second)
  await expect(box(second, 'customer.fax')).toHaveValue('0571-11111111')

  await typeInto(page, 'customer.fax', '0571-22222222')
  await typeInto(page, 'customer.coverageArea', '滨江')
  await saveByKey(page)
  await typeInto(second, 'customer.fax', '0571-33333333')
  await typeInto(second, 'customer.coverageArea', '上城')
  await second.keyboard.press('ControlOrMeta+s')
  const dialog = second.getByRole('dialog')
  await expect(dialog).toContainText('0571-11111111')
  await expect(dialog).toContainText('0571-22222222')
  await expect(dialog).toContainText('0571-33333333')
  await expect(dialog.getByRole('button', { name: '按选择保存' })).toBeDisabled()
  await dialog.getByRole('radio', { name: '滨江' }).check()
  await dialog.getByRole('radio', { name: '0571-33333333' }).check()
  await dialog.getByRole('button', { name: '按选择保存' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(box(second, 'customer.fax')).toHaveValue('0571-33333333')
  await expect(box(second, 'customer.coverageArea')).toHaveValue('滨江')
  await second.close()
})

test('the history tells who changed what, and shows the card as of a date', { tag: '@page' }, async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  await typeInto(page, 'customer.fax', '0571-11111111')
  await saveByKey(page)
  await page.getByRole('link', { name: '历史' }).click()
  const change = page.getByRole('row').filter({ hasText: '0571-11111111' })
  await expect(change).toContainText('传真')
  await expect(change).toContainText('林晓')
  await page.getByLabel('查看某日的客户卡').fill('2020-01-01')
  await expect(page.getByText('2020-01-01 时还没有这个客户。')).toBeVisible()
  await page.getByLabel('查看某日的客户卡').fill('今天')
  await expect(box(page, 'customer.fax').first()).toHaveValue('0571-11111111')
  await expect(box(page, 'customer.fax').first()).not.toBeEditable()
})

test('an archived customer leaves the list, can not be changed, and comes back', { tag: '@page' }, async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByText('停用客户').click()
  await page.getByLabel('停用的理由').fill('已注销，不再来往')
  await page.getByRole('dialog').getByRole('button', { name: '停用客户' }).click()
  await expect(page.getByText('已停用：已注销，不再来往')).toBeVisible()
  await expect(box(page, 'customer.fax')).not.toBeEditable()
  await page.getByRole('link', { name: '客户' }).click()
  await page.getByRole('grid').waitFor()
  await expect(page.getByRole('gridcell', { name: customer })).toHaveCount(0)
  await page.getByRole('switch').click()
  await expect(page.getByRole('gridcell', { name: customer })).toBeVisible()
})
