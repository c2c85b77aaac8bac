import { barriers } from './steps/axe.ts'
import { keepPicture } from './steps/pictures.ts'
import { languages, speak } from './steps/screens.ts'
import { goToRoute, switchTo } from './steps/sign-in.ts'
import { expect, test } from './fixtures.ts'

test.use({ programArguments: ['--sample'] })

test('two cards of the list become one by keyboard, the old link leads there, and it is taken back', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  await switchTo(page, '陈卫东')
  await goToRoute(page, '/customers')
  const find = async (text: string) => {
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type(text)
  }
  await page.getByText(/^共 200 户$/).waitFor()
  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: '合并…' }).click()
  const table = page.getByRole('table', { name: '合并客户' })
  await table.waitFor()
  const [kept = '', dropped = ''] = await page.locator('.merge-head .tag').allInnerTexts()
  const names = await page.locator('.merge-head h1').allInnerTexts()
  const inHand = () => page.evaluate(() => (document.activeElement as HTMLInputElement).name)
  await expect.poll(inHand).toBe('customer.name')
  await page.keyboard.press('ArrowRight')
  const nameRow = table.getByRole('row', { name: '客户名称' })
  await expect(nameRow.getByText('已选')).toBeVisible()
  await expect(nameRow.getByRole('radio', { name: '右边' })).toBeFocused()
  await expect(nameRow.getByText('先不变，合并后申请变更')).toBeVisible()
  await page.keyboard.press('F2')
  await expect.poll(inHand).not.toBe('customer.name')

  await page.keyboard.press('ControlOrMeta+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(`把 ${dropped} 并入 ${kept}？`)
  await page.keyboard.type('同一家公司重复建档')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: `${dropped} 已并入 ${kept}` })).toBeVisible()
  await expect(page.getByRole('link', { name: '关键栏目的变更申请已提出' })).toBeVisible()

  await goToRoute(page, '/customers')
  await expect(page.getByText(/^共 199 户$/)).toBeVisible()
  await find(dropped)
  await expect(page.getByText(`${dropped} ${names[1]} 已合并至 ${kept} ${names[0]}`)).toBeVisible()
  const old = Number(dropped.replace(/\D/g, ''))
  await goToRoute(page, `/customers/${old}/kh001`)
  await expect(page.getByText(`${dropped}（${names[1]}）已合并至 ${kept}，现在打开的是 ${kept}。`)).toBeVisible()
  await expect(page.locator('.who h1')).toHaveText(names[0] ?? '')

  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '合并记录…' }).click()
  await page.getByRole('button', { name: '撤销合并' }).click()
  await page.getByLabel('撤销的原因').fill('其实是两家公司')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已撤销，两张卡都恢复原样。')).toBeVisible()
  await goToRoute(page, `/customers/${old}/kh001`)
  await expect(page.locator('.who .tag').first()).toHaveText(dropped)
})

test('the comparison keeps nobody out, in every language', { tag: '@page' }, async ({ app }) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  await switchTo(page, '陈卫东')
  for (const language of languages) {
    await speak(page, language)
    await goToRoute(page, '/customers/merge/3/8')
    await page.locator('.merge-table').waitFor()
    await keepPicture(page, 'merge', `merge-${language.code}`)
    expect.soft(await barriers(page), language.code).toEqual([])
    const sideways = await page
      .locator('.page, .merge-scroll, .merge-side')
      .evaluateAll(all => all.filter(place => place.scrollWidth > place.clientWidth + 1).map(place => place.className))
    expect.soft(sideways, language.code).toEqual([])
  }
})
