import { expect, test } from './fixtures.ts'
import { box, openCustomer, saveByKey, typeInto } from './steps/open.ts'
import { boxInHand } from './steps/keyboard.ts'
import { keepPicture } from './steps/pictures.ts'

test.use({ programArguments: ['--sample'] })
const customer = 'KH-0001'

test('Enter moves on and Shift+Enter back, digits and Alt+digit pick, Delete empties', async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  await page.keyboard.press('Enter')
  expect(await boxInHand(page)).toBe('customer.address')
  await page.keyboard.press('Shift+Enter')
  expect(await boxInHand(page)).toBe('customer.name')
  await box(page, 'customer.grade').locator('input').first().focus()
  await page.keyboard.press('2')
  await expect(box(page, 'customer.grade').getByRole('radio', { name: 'B' })).toBeChecked()
  await page.keyboard.press('Alt+Digit3')
  await expect(box(page, 'customer.grade').getByRole('radio', { name: 'C' })).toBeChecked()
  await page.keyboard.press('Delete')
  await expect(box(page, 'customer.grade').locator('input:checked')).toHaveCount(0)
})

test('arrows go along a column of people and over its empty rows, and leave a text alone where the cursor still moves', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  await typeInto(page, 'people.principal.1.name', '王建民')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  expect(await boxInHand(page)).toBe('people.principal.1.name')
  await page.keyboard.press('ArrowDown')
  expect(await boxInHand(page)).toBe('people.influencer.1.name')
  await page.keyboard.press('ArrowUp')
  expect(await boxInHand(page)).toBe('people.principal.1.name')
  for (let rows = 0; rows < 4; rows += 1) await page.keyboard.press('ArrowDown')
  expect(await boxInHand(page)).toBe('customer.businessRegNo')
  await box(page, 'people.seller.1.sex').locator('input').first().focus()
  await page.keyboard.press('ArrowDown')
  expect(await boxInHand(page)).toBe('people.seller.1.sex')
  await page.keyboard.press('Alt+PageDown')
  await box(page, 'productLines.1.line').focus()
  for (let rows = 0; rows < 20; rows += 1) {
    await page.keyboard.press('ArrowDown')
    if ((await boxInHand(page)) === 'credit.salesOpinion') break
  }
  expect(await boxInHand(page)).toBe('credit.salesOpinion')
})

test('undo and redo travel across the form, also after a save', { tag: '@page' }, async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  const before = await box(page, 'customer.address').inputValue()
  await typeInto(page, 'customer.address', '新地址一号')
  await page.keyboard.press('Enter')
  await typeInto(page, 'customer.fax', '0571-88661235')
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(box(page, 'customer.address')).toHaveValue(before)
  expect(await boxInHand(page)).toBe('customer.address')
  await page.keyboard.press('ControlOrMeta+y')
  await expect(box(page, 'customer.address')).toHaveValue('新地址一号')
  await saveByKey(page)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(box(page, 'customer.address')).toHaveValue(before)
  await page.keyboard.press('ControlOrMeta+y')
  await expect(box(page, 'customer.address')).toHaveValue('新地址一号')
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '撤销上次保存' }).click()
  await expect(page.getByText('上次的保存已撤销')).toBeVisible()
  await expect(box(page, 'customer.address')).toHaveValue(before)
})

test('what an input method composes is left alone until it is finished', async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  await typeInto(page, 'customer.coverageArea', '')
  await page.keyboard.press('Delete')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Input.imeSetComposition', { text: 'yu', selectionStart: 2, selectionEnd: 2 })
  await expect(box(page, 'customer.coverageArea')).toHaveValue('yu')
  await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 })
  expect(await boxInHand(page)).toBe('customer.coverageArea')
  await devtools.send('Input.insertText', { text: '余杭' })
  await expect(box(page, 'customer.coverageArea')).toHaveValue('余杭')
  await page.keyboard.press('Enter')
  await expect(box(page, 'customer.coverageArea')).toHaveValue('余杭')
  expect(await boxInHand(page)).toBe('customer.developedOn')
})

test('a warning stands beside its box and never blocks; what can not be stored is refused with the reason', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  await typeInto(page, 'customer.businessRegNo', '91350100M000100Y4Z')
  await page.keyboard.press('Enter')
  await expect(page.getByText('代码里不会有字母 Z。')).toBeVisible()
  await saveByKey(page)
  await typeInto(page, 'customer.capital', '五十来万')
  await page.keyboard.press('Enter')
  await expect(page.getByText('看不懂这个金额')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('alert').filter({ hasText: '资本额' })).toBeVisible()
  expect(await boxInHand(page)).toBe('customer.capital')
  await expect(box(page, 'customer.capital')).toHaveValue('五十来万')
})

test('an amount says itself in 大写 while it is in hand, and the form keeps its place', { tag: '@page' }, async ({
  app,
}) => {
  const { page } = app
  await openCustomer(page, customer)
  const said = (words: string) => page.getByText(words).filter({ visible: true })
  const place = () => box(page, 'customer.coverageArea').boundingBox()
  for (const path of ['customer.capital', 'customer.turnover', 'customer.workingCapital']) {
    const before = await place()
    await typeInto(page, path, '50万')
    await expect(said('伍拾万元整')).toHaveCount(1)
    expect(await place()).toEqual(before)
    await keepPicture(page, 'typing', path)
    await page.keyboard.press('Enter')
    await expect(said('伍拾万元整')).toHaveCount(0)
  }
  await page.keyboard.press('Alt+PageDown')
  await typeInto(page, 'productLines.1.monthlySales', '1234567.89')
  await expect(said('壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分')).toHaveCount(1)
  await keepPicture(page, 'typing', 'productLines')
})

test('an empty box is reached from the completeness and by F2', { tag: '@page' }, async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  await typeInto(page, 'customer.coverageArea', '')
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: /完整度/ }).click()
  await page.getByRole('button', { name: '辐射范围' }).click()
  await expect.poll(() => boxInHand(page)).toBe('customer.coverageArea')
  await page.keyboard.type('全市')
  await page.getByRole('button', { name: /完整度/ }).click()
  await expect(page.getByRole('button', { name: '辐射范围' })).toHaveCount(0)
})
