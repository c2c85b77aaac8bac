import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { boxInHand } from './steps/keyboard.ts'
import { box, typeInto } from './steps/open.ts'
import { keepPicture } from './steps/pictures.ts'
import { goTo, languages, lookAt, speak } from './steps/screens.ts'
import { switchTo } from './steps/sign-in.ts'

test.use({ programArguments: ['--sample'] })

/** A customer of the sample company who has no application yet. */
const fresh = '/customers/1'
const photo = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** The route of the file of the customer whose application stands in the list with these words. */
async function customerWith(page: Page, words: string): Promise<string> {
  await goTo(page, '/approvals', '.page')
  await page.getByText('全部', { exact: true }).click()
  await page.getByRole('row', { name: words }).first().dblclick()
  await page.locator('.chain').waitFor()
  const href = await page.locator('.customer-link').getAttribute('href')
  return href?.match(/\/customers\/\d+/)?.[0] ?? ''
}

const dialog = (page: Page) => page.getByRole('dialog')

/** Chooses from a list of the dialog in hand. */
async function choose(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: list }).click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option })
    .first()
    .click()
}

test('limits and papers of a file are readable for everybody in every language, and scroll to no side', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  const expired = await customerWith(page, '已过期')
  const stepped = await customerWith(page, '已批准')
  const pending = await customerWith(page, '审批中')
  const returned = await customerWith(page, '已退回')
  for (const language of languages) {
    await speak(page, language)
    await lookAt(page, app.kind, language.code, [
      { screen: 'limits-none', at: `${fresh}/approvals`, ready: '.limit-words' },
      { screen: 'limits-expired', at: `${expired}/approvals`, ready: '.limit-chart' },
      { screen: 'limits-in-force', at: `${stepped}/approvals`, ready: '.limit-chart' },
      { screen: 'limits-pending', at: `${pending}/kh002`, ready: '.banner' },
      { screen: 'limits-returned', at: `${returned}/kh002`, ready: '.banner' },
      { screen: 'papers', at: `${stepped}/papers`, ready: 'code' },
    ])
  }
})

test('a limit is asked for: the gates are said, the papers are added, somebody else checks them, it is submitted', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await goTo(page, `${fresh}/kh002`, '.paper')
  const name = await box(page, 'customer.name').inputValue()
  const principal = await box(page, 'people.principal.1.name').inputValue()
  const code = await box(page, 'customer.businessRegNo').inputValue()

  // What was typed is saved first.
  await typeInto(page, 'credit.requestedLimit', '5万')
  await page.getByRole('button', { name: '提交审批' }).click()
  await expect(dialog(page)).toContainText('50,000.00 元')
  await expect(dialog(page)).toContainText('人民币伍万元整')
  await expect(dialog(page)).toContainText('提交以前还要处理')
  await expect(dialog(page)).toContainText('核实还没有完成：营业执照与统一社会信用代码、公示系统查询、回访独立电话')
  await expect(dialog(page).getByRole('button', { name: '提交', exact: true })).toBeDisabled()
  await expect(dialog(page).locator('.chain-ahead li')).toHaveText([/周敏/, /陈卫东/, /赵红/, /吴建国/])
  await keepPicture(page, app.kind, 'limits-gates')
  expect.soft(await barriers(page), 'gates').toEqual([])

  // A link goes to the box that is missing, on whichever form it stands.
  await dialog(page).locator('.gate-boxes button').first().click()
  await expect.poll(() => boxInHand(page)).toMatch(/^people\./)

  await goTo(page, `${fresh}/papers`, '.check')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '添加附件' }).click()
  await (await chooser).setFiles([
    { name: '营业执照.png', mimeType: 'image/png', buffer: Buffer.from(photo, 'base64') },
    { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('…') },
  ])
  const add = dialog(page).getByRole('button', { name: '添加附件' })
  await expect(dialog(page)).toContainText('不是 pdf、jpg、png、docx 或 xlsx')
  await keepPicture(page, app.kind, 'papers-add')
  expect.soft(await barriers(page), 'adding papers').toEqual([])
  await page.getByRole('button', { name: '去掉 说明.txt' }).click()
  await expect(add).toBeDisabled()
  await choose(page, '营业执照.png 的种类', '营业执照')
  await add.click()
  await expect(page.getByRole('row', { name: '营业执照.png' })).toContainText('林晓')
  await expect(page.getByRole('button', { name: /^(重新)?核实 / })).toHaveCount(0)

  await switchTo(page, '郑凯')
  await goTo(page, `${fresh}/papers`, '.check')
  await page.getByRole('button', { name: /核实 营业执照与统一社会信用代码$/ }).click()
  await page.getByRole('radio', { name: '营业执照', exact: true }).check()
  await page.getByLabel('执照上的名称').fill(name)
  await page.getByRole('textbox', { name: '统一社会信用代码' }).fill(code)
  await page.getByLabel('法定代表人或经营者').fill(principal)
  await keepPicture(page, app.kind, 'papers-check')
  expect.soft(await barriers(page), 'checking').toEqual([])
  await page.getByRole('button', { name: '记录核实' }).click()
  const licence = page.getByRole('row', { name: /^营业执照与统一社会信用代码/ })
  await expect(licence).toContainText('已记录，缺执照附件')
  await licence.getByRole('button').click()
  await page.getByRole('radio', { name: '营业执照', exact: true }).check()
  await page.getByLabel('执照上的名称').fill(name)
  await page.getByRole('textbox', { name: '统一社会信用代码' }).fill(code)
  await page.getByLabel('法定代表人或经营者').fill(principal)
  await page.getByRole('checkbox', { name: /营业执照\.png/ }).check()
  await page.getByRole('button', { name: '记录核实' }).click()
  await expect(licence).toContainText('已核实')
  await page.getByRole('button', { name: /核实 公示系统查询$/ }).click()
  await page.getByRole('radio', { name: '正常经营' }).check()
  await page.getByRole('button', { name: '记录核实' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await page.getByRole('button', { name: /核实 回访独立电话$/ }).click()
  await page.getByLabel('回访电话').fill('0513-99998888')
  await page.getByRole('radio', { name: '114 查号' }).check()
  await page.getByLabel('接听人').fill('前台')
  await page.getByRole('radio', { name: '是', exact: true }).check()
  await page.getByRole('button', { name: '记录核实' }).click()
  await expect(page.locator('.check-done')).toHaveCount(3)

  await switchTo(page, '林晓')
  await goTo(page, `${fresh}/kh002`, '.paper')
  await page.getByRole('button', { name: '提交审批' }).first().click()
  await choose(page, '负责业务员', '孙磊')
  await page.getByLabel('联系人不足两位时，请说明原因').fill('夫妻店，只有店主一人。')
  await page.keyboard.press('Tab')
  await expect(dialog(page)).toContainText('可以提交。')
  await dialog(page).getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.locator('.banner')).toContainText('正在审批，等待办事处主任')

  // KH002's own boxes are shut, the facts that it shares with KH001 are not.
  await expect(box(page, 'credit.requestedLimit')).toHaveAttribute('readonly')
  await expect(box(page, 'customer.address')).not.toHaveAttribute('readonly')

  await page.getByRole('button', { name: '撤回' }).click()
  await page.getByLabel('理由').fill('金额填错了，重新填。')
  await dialog(page).getByRole('button', { name: '撤回' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await goTo(page, `${fresh}/approvals`, '.rows')
  await expect(page.locator('.rows')).toContainText('已撤回')
})

test('a review marks every answer until it is touched or confirmed by itself', { tag: '@page' }, async ({ app }) => {
  const { page } = app
  const file = await customerWith(page, '已过期')
  await goTo(page, `${file}/approvals`, '.limit-words')
  await expect(page.locator('.limit-line')).toContainText('额度已到期，原')
  await page.getByRole('button', { name: '复审' }).click()
  await page.locator('.carried').first().waitFor()
  const marks = page.locator('.carried')
  const before = await marks.count()
  expect(before).toBeGreaterThan(10)
  await expect(page.locator('.carried-left')).toContainText(`还有 ${before} 项沿用上次`)
  await keepPicture(page, app.kind, 'limits-review')
  expect.soft(await barriers(page), 'review').toEqual([])

  // One keystroke confirms one answer and moves on.
  await page.keyboard.press('F8')
  const first = await boxInHand(page)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(marks).toHaveCount(before - 1)
  expect(await boxInHand(page)).not.toBe(first)

  // An answer that is given anew needs no confirmation once it is saved.
  await typeInto(page, 'credit.salesOpinion', '本次重新评价。')
  await expect(marks).toHaveCount(before - 2)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText(/^已保存 \d\d:\d\d:\d\d$/)).toBeVisible()
  await marks.first().click()
  await expect(marks).toHaveCount(before - 3)

  // What was confirmed stays so.
  await goTo(page, `${file}/approvals`, '.limit-words')
  await goTo(page, `${file}/kh002`, '.carried')
  await expect(marks).toHaveCount(before - 3)
  await page.getByRole('button', { name: '提交审批' }).first().click()
  await expect(dialog(page)).toContainText('还没有确认')
})

test('a temporary limit is asked for with its days, reason and plan, and what is wrong with it is said', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  const file = await customerWith(page, '已批准')
  await goTo(page, `${file}/approvals`, '.limit-words')
  await page.getByRole('button', { name: '临时额度' }).click()
  await dialog(page).getByRole('button', { name: '下一步' }).click()
  await expect(dialog(page).locator('.ant-form-item-explain-error').first()).toBeVisible()
  await page.getByLabel('临时额度（元）').fill('900万')
  await expect(dialog(page)).toContainText('人民币玖佰万元整')
  await page.getByLabel('结束日').fill('2099-12-31')
  await page.getByLabel('理由').fill('节前备货增加。')
  await page.getByLabel('第 1 笔还款日').fill('2099-12-31')
  await page.getByLabel('第 1 笔金额（元）').fill('900万')
  await keepPicture(page, app.kind, 'limits-temporary')
  expect.soft(await barriers(page), 'temporary').toEqual([])
  await dialog(page).getByRole('button', { name: '下一步' }).click()
  await expect(dialog(page)).toContainText('提交以前还要处理')
  await expect(dialog(page)).toContainText('申请额度超过允许的')
  await expect(dialog(page)).toContainText('最长 90 天')
  await dialog(page).getByRole('button', { name: '返回修改' }).click()
  await expect(page.getByLabel('临时额度（元）')).toHaveValue('9,000,000.00')
  await page.keyboard.press('Escape')
  await expect(page.locator('.rows')).toContainText('草稿')
})
