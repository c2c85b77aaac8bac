import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { choose, fill, send, settle } from './steps/dialogs.ts'
import { keepPicture } from './steps/pictures.ts'
import { languages, speak } from './steps/screens.ts'
import { goToRoute, specPassword, switchTo } from './steps/sign-in.ts'
import { turnTo } from './steps/company.ts'

test.use({ programArguments: ['--sample'] })

const administrator = '林晓'
const manager = '吴建国'

test('an administrator adds an account and proposes a post, and the general manager gives it', async ({ app }) => {
  const { page } = app
  await turnTo(page, 'accounts')
  await page.getByRole('button', { name: '新帐号' }).click()
  await keepPicture(page, app.kind, 'account-new')
  expect.soft(await barriers(page), 'new account').toEqual([])
  await fill(page, { 姓名: '冯涛', 工号: 'A-17', 初始密码: 'kurz' })
  await send(page, '保存')
  await expect(page.getByText('密码至少 8 个字符。')).toBeVisible()
  await fill(page, { 初始密码: 'first-password' })
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /冯涛 A-17/ })
  await expect(row).toContainText('须改密码')

  await page.getByRole('button', { name: '提议岗位' }).click()
  await choose(page, '人员', '冯涛')
  await choose(page, '岗位', '营销副总')
  await fill(page, { 为什么提议: '赵红退休' })
  await keepPicture(page, app.kind, 'post-propose')
  expect.soft(await barriers(page), 'post').toEqual([])
  await settle(page, '提议')
  await expect(page.getByText('已提议，等待决定。')).toBeVisible()
  await expect(page.getByRole('row', { name: /冯涛 任 营销副总/ })).toContainText('由总经理决定')
  await expect(row).not.toContainText('营销副总')

  await switchTo(page, manager)
  await turnTo(page, 'accounts')
  await expect(page.getByRole('link', { name: '帐号与岗位' })).toContainText('1')
  await page.getByRole('button', { name: '决定', exact: true }).click()
  await page.getByRole('radio', { name: '不同意' }).click()
  await fill(page, { 您的密码: specPassword })
  await send(page, '决定')
  await expect(page.getByText('请至少写 5 个字，说明为什么不同意。')).toBeVisible()
  await page.getByRole('radio', { name: '同意', exact: true }).click()
  await fill(page, { 您的密码: 'guessed' })
  await send(page, '决定')
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await keepPicture(page, app.kind, 'post-decide')
  expect.soft(await barriers(page), 'decide').toEqual([])
  await fill(page, { 您的密码: specPassword })
  await page.keyboard.press('Enter')
  await expect(page.getByText('已记录您的决定。')).toBeVisible()
  await expect(page.getByRole('row', { name: /营销副总/ }).first()).toContainText('冯涛')
  await page.getByText('已决定的提议（1）').click()
  await expect(page.getByRole('row', { name: /冯涛 任 营销副总/ })).toContainText('已同意')
  await keepPicture(page, app.kind, 'posts-manager')
})

test('a matrix is proposed in tiers, decided, and in force; the log has every step and is whole', async ({ app }) => {
  const { page } = app
  await turnTo(page, 'matrix')
  await page.getByRole('button', { name: '提议新权限表' }).click()
  await page.getByRole('button', { name: '采用建议的分级' }).click()
  const first = page.getByLabel('第 1 档合计额度至')
  await expect(first).toHaveValue('50,000.00')
  await first.fill('20万')
  await expect(page.getByRole('dialog').getByText('人民币贰拾万元整').first()).toBeVisible()
  await send(page, '提议')
  await expect(page.getByText('金额要比上一档大。')).toBeVisible()
  await first.fill('3万')
  await keepPicture(page, app.kind, 'matrix-propose')
  expect.soft(await barriers(page), 'matrix').toEqual([])
  await settle(page, '提议')
  await expect(page.getByText('已提议，等待决定。')).toBeVisible()

  await switchTo(page, manager)
  await turnTo(page, 'matrix')
  await page.getByRole('button', { name: '决定', exact: true }).click()
  await page.getByRole('radio', { name: '同意', exact: true }).click()
  await fill(page, { 您的密码: specPassword })
  await settle(page, '决定')
  await expect(page.getByText(/^现行版本自 \d{4}-\d\d-\d\d 起$/)).toBeVisible()
  await expect(page.locator('.matrix').first()).toContainText('人民币叁万元整')

  await turnTo(page, 'log')
  await page.getByRole('button', { name: '核对日志' }).click()
  await expect(page.getByText(/^日志完整：\d+ 行全部相符。$/)).toBeVisible()
  await expect(page.locator('table.log').getByText('决定提议')).toBeVisible()
  await page.getByLabel(/打印件上的日志头/).fill('0123456789abcdef')
  await page.getByRole('button', { name: '核对日志' }).click()
  await expect(page.getByText(/^日志里没有打印件上的这个日志头/)).toBeVisible()
  await keepPicture(page, app.kind, 'log-check')

  const month = new Date().toLocaleDateString('sv-SE').slice(0, 7)
  await page.getByLabel('月份').click()
  await page.locator('.ant-select-item-option:visible', { hasText: month }).click()
  const sealed = await app.exportFile(() => page.getByRole('button', { name: '导出' }).click())
  expect(sealed).toMatch(new RegExp(`日志封存 ${month} .*\\.xlsx$`))
})

test('periods are proposed within their bounds, and the proposal names what it changes', async ({ app }) => {
  const { page } = app
  await turnTo(page, 'terms')
  await page.getByRole('button', { name: '提议修改' }).click()
  await fill(page, { 临时额度最长: '365' })
  await send(page, '提议')
  await expect(page.getByText('请填写 1 到 180 之间的整数。')).toBeVisible()
  await fill(page, { 临时额度最长: '60', '须第二人上门的额度，自': '8万' })
  await keepPicture(page, app.kind, 'terms-propose')
  expect.soft(await barriers(page), 'terms').toEqual([])
  await settle(page, '提议')
  const changed = page.locator('.changed-terms li')
  await expect(changed).toHaveText([
    '临时额度最长 90 改为 60 天',
    '须第二人上门的额度，自 100,000.00 改为 80,000.00 元',
  ])
})

test('whoever holds a post lets somebody stand in, and takes it back', async ({ app }) => {
  const { page } = app
  await switchTo(page, '陈卫东')
  await turnTo(page, 'delegations')
  await page.getByRole('button', { name: '请人代理' }).click()
  await choose(page, '代理人', '郑凯')
  await keepPicture(page, app.kind, 'delegation-new')
  expect.soft(await barriers(page), 'delegation').toEqual([])
  await settle(page, '保存')
  const row = page.getByRole('row', { name: /郑凯/ })
  await expect(row).toContainText('代理中')
  await row.getByRole('button', { name: '结束代理' }).click()
  await settle(page, '结束代理')
  await expect(row).toContainText('已结束')
})

test('every part of the settings is readable for everybody in every language, and none scrolls sideways', async ({
  app,
}) => {
  const { page } = app
  for (const [person, sections] of [
    [administrator, ['accounts', 'matrix', 'terms', 'log']],
    ['陈卫东', ['accounts', 'matrix', 'terms', 'delegations']],
  ] as const) {
    if (person !== administrator) await switchTo(page, person)
    for (const language of languages) {
      const { code } = language
      await speak(page, language)
      for (const section of sections) {
        await turnTo(page, section)
        for (const scale of [1.25, 1]) {
          await page.setViewportSize({ width: Math.round(1366 / scale), height: Math.round(768 / scale) })
          const overflow = await page.locator('.settings-body').evaluate(body => body.scrollWidth - body.clientWidth)
          expect.soft(overflow, `${section} in ${code} at ${scale}`).toBeLessThanOrEqual(0)
        }
        await keepPicture(page, app.kind, `settings-${section}-${person === administrator ? 'a' : 'b'}-${code}`)
        expect.soft(await barriers(page), `${section} in ${code}`).toEqual([])
      }
    }
  }
})

test('an approver brings a public key, and types the own password where the administrator takes it down', async ({
  app,
}) => {
  const { page } = app
  await switchTo(page, '周敏')
  await goToRoute(page, '/approvals')
  await page.getByRole('button', { name: '本人密钥' }).click()
  await page.getByRole('menuitem', { name: '我的公钥' }).click()
  await page.getByRole('dialog').getByLabel('登录密码').fill(specPassword)
  await page.keyboard.press('Enter')
  const publicKey = (await page.locator('.key-text').textContent()) ?? ''
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()

  await switchTo(page, administrator)
  await turnTo(page, 'accounts')
  const row = page.getByRole('row', { name: /周敏/ })
  await row.getByRole('button', { name: '登记公钥' }).click()
  await keepPicture(page, app.kind, 'key-register')
  expect.soft(await barriers(page), 'register key').toEqual([])
  await fill(page, { 公钥: 'not a key', 周敏的密码: specPassword })
  await send(page, '登记公钥')
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('“公钥”的内容无法保存')
  await fill(page, { 公钥: publicKey, 周敏的密码: 'wrong-password' })
  await send(page, '登记公钥')
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('密码不对')
  await fill(page, { 周敏的密码: specPassword })
  await page.keyboard.press('Enter')
  await expect(page.getByText('已登记周敏的公钥。')).toBeVisible()
  // Whoever signs nothing has nothing to bring.
  await expect(page.getByRole('row', { name: /孙磊/ }).getByRole('button', { name: '登记公钥' })).toHaveCount(0)
})

test('an administrator corrects the name of the company; somebody without rights sees no rules of the house but the general part', async ({
  app,
}) => {
  const { page } = app
  await turnTo(page, 'general')
  await page.getByRole('button', { name: '更改公司名称…' }).click()
  await fill(page, { 公司名称: '示例商贸有限公司' })
  await page.keyboard.press('Enter')
  await expect(page.locator('.top')).toContainText('示例商贸有限公司')
  await switchTo(page, '郑凯')
  await turnTo(page, 'general')
  await expect(page.locator('.facts')).toContainText('示例商贸有限公司')
  await expect(page.getByRole('button', { name: '更改公司名称…' })).toHaveCount(0)
  await turnTo(page, 'log')
  await expect(page.locator('.facts')).toBeVisible()
  await expect(page.getByRole('link', { name: '日志' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '帐号与岗位' })).toHaveCount(0)
  await turnTo(page, 'matrix')
  await expect(page.getByRole('button', { name: '提议新权限表' })).toHaveCount(0)
})
