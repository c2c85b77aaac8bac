import { expect, test } from './fixtures.ts'
import { keptInDraft } from './steps/drafts.ts'
import { boxInHand } from './steps/keyboard.ts'
import { box, openCustomer, saveByKey, typeInto } from './steps/open.ts'

test.use({ programArguments: ['--sample'] })

const home = 'people.principal.1.homeAddress'
const account = 'customer.bankAccountNo'

test('a delicate box is masked, shown for a minute by F4, changed meanwhile, and masked again', async ({ app }) => {
  const { page } = app
  await page.clock.install()
  await openCustomer(page, 'KH-0001')
  await expect(box(page, account)).toHaveValue(/^\*{4} \d{4}$/)
  await box(page, account).focus()
  await page.keyboard.type('1')
  await expect(box(page, account)).toHaveValue(/^\*{4} \d{4}$/)
  await page.keyboard.press('F4')
  await expect(box(page, account)).toHaveValue(/^[\d ]{8,}$/)
  expect(await boxInHand(page)).toBe(account)
  await typeInto(page, home, '余杭良渚文化村')
  await page.clock.fastForward('01:01')
  await expect(box(page, account)).toHaveValue(/^\*{4} \d{4}$/)
  await expect(box(page, home)).toHaveValue('余杭良渚文化村')
  await saveByKey(page)
  await page.clock.fastForward('01:01')
  await expect(box(page, home)).toHaveValue('****')
  await page.keyboard.press('F4')
  await expect(box(page, home)).toHaveValue('余杭良渚文化村')
  await page.getByRole('button', { name: /^eye-invisible 隐去|隐去/ }).click()
  await expect(box(page, home)).toHaveValue('****')
})

test('a delicate box that was typed and not saved is masked when the draft is gone on with, shown by F4, and saved unseen', async ({
  app,
}) => {
  let { page } = app
  await openCustomer(page, 'KH-0001')
  await page.keyboard.press('F4')
  await typeInto(page, home, '余杭良渚文化村')
  await keptInDraft(app, '余杭良渚文化村')
  await app.kill()
  page = await app.restart()
  await page.clock.install()
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('KH-0001')
  await expect(page.getByRole('gridcell', { name: 'KH-0001' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '继续填写' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(box(page, home)).toHaveValue('****')
  await page.keyboard.press('F4')
  await expect(box(page, home)).toHaveValue('余杭良渚文化村')
  await page.clock.fastForward('01:01')
  await expect(box(page, home)).toHaveValue('****')
  await saveByKey(page)
  await expect(box(page, home)).toHaveValue('****')
  await page.keyboard.press('F4')
  await expect(box(page, home)).toHaveValue('余杭良渚文化村')
})

test('what is masked beside the boxes is shown by the same key, also where the card itself has nothing to hide', async ({
  app,
}) => {
  const { page } = app
  await page.clock.install()
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Alt+KeyN')
  await box(page, 'customer.name').waitFor()
  await typeInto(page, 'customer.name', '宁波新芽食品店')
  await typeInto(page, account, '3301040160004567890')
  await saveByKey(page)
  await expect(page.getByText('KH-0201')).toBeVisible()
  await box(page, account).fill('')
  await saveByKey(page)
  await page.clock.fastForward('01:01')
  const reveal = page.getByRole('button', { name: /显示资料/ })
  await expect(reveal).toHaveCount(0)
  await page.getByRole('link', { name: '历史' }).click()
  await expect(page.getByRole('row').filter({ hasText: '**** 7890' }).first()).toBeVisible()
  await expect(reveal).toBeVisible()
  await page.keyboard.press('F4')
  await expect(page.getByRole('row').filter({ hasText: '3301 0401 6000 4567 890' }).first()).toBeVisible()
  await page.keyboard.press('F4')
  await expect(page.getByRole('row').filter({ hasText: '**** 7890' }).first()).toBeVisible()
  await page.getByRole('link', { name: '资料卡 KH001' }).click()
  await expect(reveal).toHaveCount(0)
})
