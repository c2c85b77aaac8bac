import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { tabTo } from './steps/keyboard.ts'
import { keepPicture } from './steps/pictures.ts'
import { goTo, languages, lookAt, speak } from './steps/screens.ts'
import { specPassword, switchTo } from './steps/sign-in.ts'

test.use({ programArguments: ['--sample'], person: '周敏', startsAt: '/' })

/** Opens the first application of the queue and answers its route. */
async function openFirst(page: Page): Promise<string> {
  await goTo(page, '/approvals', '[role=gridcell]')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Enter')
  await page.locator('.chain').waitFor()
  return page.evaluate(() => location.hash.slice(1))
}

/** A packet as it is put into a dialog. The driver hands Electron no path with Chinese in it where the machine has no Chinese locale. */
const packetAt = async (file: string) => ({
  name: path.basename(file),
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await readFile(file),
})

test('今日, queue, decision and reports are readable for everybody in every language, and scroll to no side', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  const route = await openFirst(page)
  for (const language of languages) {
    await speak(page, language)
    await lookAt(page, app.kind, language.code, [
      { screen: 'today', at: '/', ready: '.today-rows tbody tr' },
      { screen: 'queue', at: '/approvals', ready: '[role=gridcell]' },
      { screen: 'decision', at: route, ready: '.chain' },
      { screen: 'decision-kh001', at: `${route}/kh001`, ready: '.paper' },
      { screen: 'decision-kh002', at: `${route}/kh002`, ready: '.paper' },
      { screen: 'decision-papers', at: `${route}/papers`, ready: 'tbody tr' },
      { screen: 'decision-record', at: `${route}/record`, ready: '.card' },
      { screen: 'reports', at: '/reports', ready: '.report' },
    ])
  }
})

test('an application is signed with the keyboard alone, from 今日 to the signature', async ({ app }) => {
  const { page } = app
  const toSign = page.locator('.today-item', { hasText: '申请等您签批' })
  const before = Number(await toSign.locator('b').textContent())
  expect(before).toBeGreaterThan(1)
  await tabTo(page, page.locator('.today-rows a').first())
  await page.keyboard.press('Enter')
  await page.locator('.chain').waitFor()

  // The cursor stands on the first flag, or on the decision where there is none.
  const flags = page.locator('[data-part=flags]')
  for (let index = 0; index < (await flags.count()); index += 1) {
    await expect(flags.nth(index)).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
  }
  await expect(page.locator('[data-part=decision]').first()).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByText(/^同意 .*人民币.*元整/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.locator('[data-part=password]')).toBeFocused() // what is missing takes the cursor
  await page.keyboard.type(specPassword)
  await page.keyboard.press('ControlOrMeta+Enter')

  await expect(page.getByText('已签批。')).toBeVisible()
  await expect(page.locator('.chain-done', { hasText: '周敏' })).toContainText('✓ 同意')
  await expect(page.locator('.chain-now')).toContainText('销售经理')
  await keepPicture(page, app.kind, 'decision-signed')
  await expect(page.getByRole('button', { name: '回到审批列表' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('grid').waitFor()
  await goTo(page, '/', '.today, .empty')
  await expect(toSign.locator('b')).toHaveText(String(before - 1))
})

test('what a decision lacks is said beforehand, and a wrong password changes nothing', { tag: '@page' }, async ({
  app,
}) => {
  const { page } = app
  await openFirst(page)
  const missing = page.locator('#signing-missing')
  await expect(missing).toContainText('选择决定')
  await page.getByRole('radio', { name: '退回' }).check()
  await expect(missing).toHaveText('还差：至少 5 个字的意见、登录密码')
  await page.locator('[data-part=comment]').fill('请补充仓库的照片。')
  await page.locator('[data-part=password]').fill('wrong-password')
  await expect(missing).toBeEmpty()
  await page.getByRole('button', { name: '签批' }).click()
  await expect(page.locator('.signing [role=alert]')).toContainText('密码')
  await expect(page.locator('[data-part=comment]')).toHaveValue('请补充仓库的照片。')
  await expect(page.locator('.chain-now')).toContainText('办事处主任')

  await page.locator('[data-part=password]').fill(specPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByText('这份申请已退回，等填表人修改后再次提交。')).toBeVisible()
  await expect(page.locator('.chain-stopped')).toContainText('退回')
})

test('an amount is changed as people write it, with its words, and never above what was asked for', {
  tag: '@page',
}, async ({ app }) => {
  const { page } = app
  await openFirst(page)
  await page.getByRole('radio', { name: '改额度' }).check()
  const granted = page.locator('[data-part=granted]')
  await granted.fill('1万')
  await expect(page.locator('.granted output')).toHaveText('10,000.00 人民币壹万元整')
  await granted.fill('9亿')
  await expect(page.locator('.granted output')).toContainText('不能超过')
  await expect(page.locator('#signing-missing')).toContainText('核定额度')
  await granted.fill('一些')
  await expect(page.locator('.granted output')).toContainText('看不懂这个金额')
})

test('whoever filled in the card is told why somebody else signs, and may take it back', { tag: '@page' }, async ({
  app,
}) => {
  const { page } = app
  const route = await openFirst(page)
  await switchTo(page, '孙磊')
  await goTo(page, route, '.chain')
  await expect(page.locator('[data-part=decision]')).toHaveCount(0)
  await expect(page.locator('.decision-mine')).toContainText('不能签批')
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const why = dialog.getByRole('textbox')
  await why.fill('店主住院，不要了')
  await expect(why).toHaveAccessibleDescription(/“住院”像是健康、宗教或家庭的事/)
  await why.fill('客户改了主意。')
  expect.soft(await barriers(page), 'withdraw').toEqual([])
  await dialog.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(page.locator('.who .tag', { hasText: '已撤回' })).toBeVisible()
})

test('a colleague is asked, finds the question on 今日 and answers it', { tag: '@page' }, async ({ app }) => {
  const { page } = app
  await openFirst(page)
  await page.getByRole('button', { name: '征求意见' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('钱芳')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('问题').fill('这户上月回款准时吗？')
  await dialog.getByRole('button', { name: '发送' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('.opinions')).toContainText('等待回复')

  await switchTo(page, '钱芳')
  await goTo(page, '/', '.today')
  await page.locator('.today-item', { hasText: '同事征求您的意见' }).click()
  await page.locator('.today-rows a').first().click()
  await page.getByLabel('您的意见').fill('准时，没有拖欠。')
  await page.getByRole('button', { name: '回复', exact: true }).click()
  await expect(page.locator('.opinions')).toContainText('准时，没有拖欠。')
})

test('a packet goes out, and one that nobody filled in is refused cell by cell', async ({ app }) => {
  const { page } = app
  await openFirst(page)
  const file = await app.exportFile(() => page.getByRole('button', { name: '导出审批传递单' }).click())
  await goTo(page, '/approvals', '[role=gridcell]')
  await page.getByRole('button', { name: '导入审批传递单' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(await packetAt(file))
  await expect(dialog.getByText(/这份传递单不能记录/)).toBeVisible()
  await expect(dialog.locator('tbody tr').first()).toBeVisible()
  await expect(dialog.getByRole('button', { name: '记录签批' })).toHaveCount(0)
  await keepPicture(page, app.kind, 'packet-refused')
  expect.soft(await barriers(page), 'packet').toEqual([])
})

test('both reports come as workbooks, and days without a signature are said to have none', async ({ app }) => {
  const { page } = app
  await goTo(page, '/reports', '.report')
  const log = page.getByRole('region', { name: '审批记录' })
  const to = log.getByLabel('到')
  const today = await to.inputValue()
  await log.getByLabel('从').fill('2000-01-01')
  await to.fill('2000-01-31')
  await log.getByRole('button', { name: '导出 Excel' }).click()
  await expect(log.getByRole('alert')).toContainText('没有可导出的内容')
  await to.fill(today)
  for (const report of ['审批记录', '额度台账']) {
    const block = page.getByRole('region', { name: report })
    const file = await app.exportFile(() => block.getByRole('button', { name: '导出 Excel' }).click())
    expect(file).toMatch(/\.xlsx$/)
  }
})
