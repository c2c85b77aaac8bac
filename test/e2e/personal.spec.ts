import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { openCustomer, typeInto } from './steps/open.ts'
import { recordConsent } from './steps/personal.ts'
import { keepPicture } from './steps/pictures.ts'
import { languages, speak } from './steps/screens.ts'
import { goToRoute, specPassword } from './steps/sign-in.ts'

test.use({ programArguments: ['--sample'] })

const customer = '嘉兴春茂'

test('a box is closed while nobody has agreed, says so, and leads to where it is opened', { tag: '@page' }, async ({
  app,
}) => {
  const { page } = app
  await goToRoute(page, '/customers')
  await openCustomer(page, customer)
  await page.getByRole('button', { name: '个人信息：负责人' }).press('Enter')
  const desk = page.getByRole('dialog', { name: '个人信息' })
  await desk.getByRole('button', { name: '撤回同意' }).press('Enter')
  const withdrawal = page.getByRole('dialog', { name: /^撤回同意：/ })
  await withdrawal.getByRole('button', { name: '撤回同意' }).press('Enter')
  await expect(desk.getByRole('row', { name: /^健康状况 \d{4}-\d\d-\d\d 撤回/ })).toBeVisible()
  expect.soft(await barriers(page), 'personal data of a person').toEqual([])
  await keepPicture(page, app.kind, 'personal-person')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: '信用卡 KH002' }).click()
  const opener = /^健康状况 未开放：先登记本人同意/
  await expect(page.getByRole('button', { name: opener })).toBeVisible()
  await expect(page.getByRole('radiogroup', { name: '健康状况' })).toHaveCount(0)
  await page.getByRole('group', { name: '能否正常经营' }).getByRole('button', { name: '是' }).press('Enter')
  await expect(page.locator('[data-stop="credit.accounts.remarks"]')).toHaveValue(/^能否正常经营：是\n/)
  expect.soft(await barriers(page), 'a closed box').toEqual([])
  await keepPicture(page, app.kind, 'personal-closed')
  await recordConsent(page, opener, '健康状况')
  await expect(page.getByRole('button', { name: opener })).toHaveCount(0)
  await page.keyboard.press('F4')
  await expect(page.getByRole('radiogroup', { name: '健康状况' }).getByRole('radio').first()).toBeEnabled()
})

test('what a person asks for is noted, stands on 今日 until its day, and ends with what came of it', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await goToRoute(page, '/customers')
  await openCustomer(page, customer)
  await page.getByRole('button', { name: '个人信息：负责人' }).press('Enter')
  const desk = page.getByRole('dialog', { name: '个人信息' })
  await desk.getByRole('button', { name: '登记要求' }).press('Enter')
  const noting = page.getByRole('dialog', { name: /^登记要求：/ })
  await noting.getByRole('button', { name: '登记要求' }).press('Enter')
  await expect(noting).toHaveCount(0)
  await desk.getByRole('tab', { name: '保存的内容' }).press('Enter')
  await expect(desk.getByRole('row', { name: /姓名 袁阿根/ })).toBeVisible()
  expect.soft(await barriers(page), 'what is kept').toEqual([])
  await keepPicture(page, app.kind, 'personal-kept')
  await desk.getByRole('button', { name: /^更正 .*姓名/ }).press('Enter')
  await expect(page.locator('[data-stop="people.principal.1.name"]')).toBeFocused()

  await goToRoute(page, '/today')
  await page.getByRole('button', { name: '个人信息要求：待办' }).press('Enter')
  await page
    .getByRole('row', { name: /袁阿根/ })
    .getByRole('link')
    .press('Enter')
  await page.getByRole('button', { name: '个人信息：负责人' }).press('Enter')
  await desk.getByRole('tab', { name: '本人的要求' }).press('Enter')
  await desk.getByRole('button', { name: '办结…' }).press('Enter')
  const closing = page.getByRole('dialog', { name: '办结：查看' })
  await closing.getByRole('button', { name: '保存' }).press('Enter')
  await expect(desk.getByText(/^已办 \d{4}-/)).toBeVisible()
  expect.soft(await barriers(page), 'requests').toEqual([])
  await keepPicture(page, app.kind, 'personal-requests')
})

test('what is kept about a person is deleted with the password, and the request for it is done', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await goToRoute(page, '/customers')
  await openCustomer(page, customer)
  await page.getByRole('link', { name: '信用卡 KH002' }).click()
  await typeInto(page, 'credit.accounts.remarks', '价格先问杨关荣')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText(/^已保存 \d\d:\d\d:\d\d$/)).toBeVisible()
  await page.getByRole('link', { name: /KH001$/ }).click()
  await page.getByRole('button', { name: '个人信息：采购人' }).press('Enter')
  const desk = page.getByRole('dialog', { name: '个人信息' })
  await desk.getByRole('button', { name: '删除…' }).press('Enter')
  const erasing = page.getByRole('dialog', { name: /^删除个人信息：杨关荣/ })
  await expect(erasing.getByText(/^将删除：栏目 [1-9]/)).toBeVisible()
  await erasing.getByLabel('原因').fill('本人要求删除')
  await erasing.locator('input[type=password]').fill(specPassword)
  expect.soft(await barriers(page), 'deletion').toEqual([])
  await keepPicture(page, app.kind, 'personal-erase')
  // However little room there is for the sentences, the buttons stay in sight, and what is above them can be reached.
  await erasing.getByRole('radio', { name: '全部内容' }).check()
  await expect(erasing.locator('.erase-list')).toContainText('价格先问杨关荣')
  const { width, height } = page.viewportSize() ?? { width: 1366, height: 768 }
  await page.setViewportSize({ width, height: 480 })
  await expect(erasing.getByRole('button', { name: '删除', exact: true })).toBeInViewport({ ratio: 1 })
  await erasing.getByLabel('原因').scrollIntoViewIfNeeded()
  await expect(erasing.getByLabel('原因')).toBeInViewport()
  await page.setViewportSize({ width, height })
  await erasing.getByRole('radio', { name: '只删敏感、慎用内容' }).check()
  await expect(erasing.locator('.erase-list')).toHaveCount(0)
  await erasing.getByRole('button', { name: '删除', exact: true }).press('Enter')
  await expect(erasing).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-stop="people.buyer.1.homeAddress"]')).not.toHaveValue('****')

  // As the list of what is kept too long leads to it.
  const route = await page.evaluate(() => location.hash)
  await goToRoute(page, '/settings/personal')
  await page.locator('.purposes').waitFor()
  await page.evaluate(hash => {
    history.pushState({ due: { subject: 'people.principal.1', class: 'guarded' } }, '', hash)
    dispatchEvent(new HashChangeEvent('hashchange'))
  }, route)
  const due = page.getByRole('dialog', { name: /^删除个人信息：袁阿根/ })
  await expect(due.getByRole('radio', { name: '只删慎用内容' })).toBeChecked()
  await expect(due.locator('input[type=password]')).toBeFocused()
  await page.goBack()
  await page.locator('.purposes').waitFor()
  await page.goForward()
  await expect(page.locator('[data-stop="customer.name"]')).toBeFocused()
  await expect(due).toHaveCount(0)
})

test('what personal data is kept for stands in the settings in every language', { tag: '@page' }, async ({ app }) => {
  const { page } = app
  for (const language of languages) {
    await speak(page, language)
    await goToRoute(page, '/settings/personal')
    await page.locator('.purposes').waitFor()
    expect.soft(await barriers(page), `purposes ${language.code}`).toEqual([])
    await keepPicture(page, app.kind, `personal-purposes-${language.code}`)
  }
})
