import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { turnTo } from './steps/company.ts'
import { fill, settle } from './steps/dialogs.ts'
import { openCustomer } from './steps/open.ts'
import { keepPicture } from './steps/pictures.ts'
import { languages, speak } from './steps/screens.ts'
import { goToRoute } from './steps/sign-in.ts'
import { sheetsOf } from './steps/workbook.ts'

test.use({ programArguments: ['--sample'] })

const customer = '嘉兴春茂'

test('an administrator adds boxes without programming, and a filler answers them by the keyboard', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await turnTo(page, 'boxes')
  for (const [name, kind] of [
    ['片区', '文字'],
    ['冰柜台数', '数字'],
  ] as const) {
    await page.getByRole('button', { name: '增加栏目' }).click()
    await fill(page, { 名称: name })
    await page.getByRole('radio', { name: kind }).check()
    await settle(page, '保存')
    await expect(page.getByRole('row', { name: new RegExp(`${name} ${kind}`) })).toBeVisible()
  }
  await page.getByRole('button', { name: '增加栏目' }).click()
  await fill(page, { 名称: '配送', '英文名称（可不填）': 'Delivery' })
  await page.getByRole('radio', { name: '选项' }).check()
  await fill(page, { '选项 1': '自提', '选项 2': '送货', '选项 2 英文': 'Delivered' })
  expect.soft(await barriers(page), 'new box').toEqual([])
  await settle(page, '保存')
  await expect(page.getByText('在用 3 / 20')).toBeVisible()

  await goToRoute(page, '/customers')
  await openCustomer(page, customer)
  await page.keyboard.press('Alt+PageDown')
  await page.locator('[data-stop="credit.cardNo"]').waitFor()
  await page.keyboard.press('Alt+PageDown')
  await expect(page.getByLabel('片区')).toBeFocused()
  await page.keyboard.type('良渚')
  await page.keyboard.press('Enter')
  await page.keyboard.type('三台')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('配送')).toBeFocused()
  await expect(page.getByText('这里填数字。')).toBeVisible()
  await page.getByLabel('冰柜台数').fill('3')
  await page.getByLabel('配送').selectOption({ label: '送货' })
  // Turning to another tab loses nothing of what stands in the box in hand.
  await page.getByLabel('片区').fill('店主住院')
  await expect(page.getByLabel('片区')).toHaveAccessibleDescription(/^“住院”像是健康/)
  await page.getByLabel('片区').fill('良渚新城')
  await page.keyboard.press('Alt+PageDown')
  await page.getByRole('link', { name: '历史' }).click()
  await expect(page.getByRole('row', { name: /片区 良渚 良渚新城/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /配送 （空） 送货/ })).toBeVisible()

  await page.getByRole('link', { name: '其他资料' }).click()
  await expect(page.getByLabel('冰柜台数')).toHaveValue('3')
  await keepPicture(page, app.kind, 'extra-boxes')
  expect.soft(await barriers(page), 'extra boxes').toEqual([])

  const file = await app.exportFile(async () => {
    await page.keyboard.press('ControlOrMeta+e')
    await page.getByRole('button', { name: '导出', exact: true }).click()
  })
  expect((await sheetsOf(file)).some(name => name.startsWith('KH001-2'))).toBe(true)

  const english = languages[2]
  await speak(page, english)
  await goToRoute(page, '/customers/3/extra')
  await expect(page.getByLabel('Delivery')).toHaveValue('2')
  await keepPicture(page, app.kind, 'extra-boxes-en')
  expect.soft(await barriers(page), 'extra boxes in English').toEqual([])
})

test('a card says what its gates miss, and a stale one stands on 今日 until it was found right', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  await expect(page.locator('.gate-steps .reached')).toHaveText(['● 草稿可存'])
  await page.locator('.gate-steps').click()
  await expect(page.getByRole('button', { name: '核实：公示系统查询' })).toBeVisible()
  await keepPicture(page, app.kind, 'card-gates')
  expect.soft(await barriers(page), 'gates').toEqual([])
  await page.getByRole('button', { name: '负责业务员' }).click()
  await page.getByRole('dialog').getByLabel('负责业务员').click()
  await page.keyboard.type('孙磊')
  await page.keyboard.press('Enter')
  await fill(page, { 建档日期: '2019.6.18' })
  const why = page.getByRole('dialog').getByLabel('没有统一社会信用代码的原因')
  await why.fill('个体户，见 6222 0212 0201 2345 678')
  await expect(page.getByRole('dialog')).toContainText('这里像是帐号/证件号，请填在它自己的栏里。')
  await why.fill('店主住院，证照没有办')
  await expect(why).toHaveAccessibleDescription(/“住院”像是健康、宗教或家庭的事/)
  await keepPicture(page, app.kind, 'card-facts')
  expect.soft(await barriers(page), 'facts').toEqual([])
  await why.fill('个体户，尚未换照')
  await expect(page.getByRole('dialog')).not.toContainText('像是')
  await settle(page, '保存')
  await expect(page.locator('.gate-steps .reached')).toHaveText(['● 草稿可存', '● 正式客户'])
  await expect(page.getByText('待复核', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: '加标签' }).press('Enter')
  await page.keyboard.type('重点')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '去掉标签“重点”' })).toBeVisible()
  await page.keyboard.press('Escape')

  await goToRoute(page, '/')
  await page.getByRole('button', { name: /资料卡待复核/ }).click()
  await page.getByRole('link', { name: 'KH-0003' }).click()
  await page.locator('.paper').waitFor()
  await page.keyboard.press('F9')
  await expect(page.getByText(/^复核 \d{4}-\d\d-\d\d 林晓$/)).toBeVisible()
  await expect(page.getByText('待复核', { exact: true })).toHaveCount(0)
  await page.keyboard.press('Shift+F9')
  await expect(page.getByText('没有别的待复核资料卡了。')).toBeVisible()
})
