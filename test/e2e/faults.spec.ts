import type { Page } from '@playwright/test'
import type { StartProblem } from '../../shared/contract/errors.ts'
import { lockFolder } from '../../electron/backend/database/lock.ts'
import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { goToRoute, signIn } from './steps/sign-in.ts'

test.use({ programArguments: ['--sample'] })

const screens: Readonly<Record<StartProblem, { title: string; next: string; restores?: true }>> = {
  'data-in-use': { title: '数据正被另一个程序使用', next: '某处 正在使用这个数据文件夹' },
  'data-newer': { title: '数据来自更新的版本', next: '请安装最新版本后再打开' },
  'data-damaged': { title: '数据文件已损坏', next: '请从备份恢复', restores: true },
  'data-foreign': { title: '这不是 Kehu 的数据文件', next: '请移走它后重试', restores: true },
  'data-read-only': { title: '数据文件夹不能写入', next: '给当前用户写入权限' },
  'data-unreachable': { title: '找不到数据文件夹', next: '请检查磁盘是否已连接' },
  'data-on-network': { title: '数据文件夹在网络盘上', next: '某处 是网络上的文件夹' },
  'data-in-cloud': { title: '数据文件夹在云同步目录里', next: '某处 会同步这个文件夹' },
  'migration-failed': { title: '数据升级没有成功', next: '升级前的备份已经放回', restores: true },
  'disk-full': { title: '磁盘已满', next: '请腾出一些空间' },
}

test('whatever keeps the data shut has its own words, and only buttons that help', { tag: '@page' }, async ({
  app,
}) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  for (const [code, { title, next, restores }] of Object.entries(screens)) {
    await breakWith(page, code)
    await page.reload()
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await expect(page.getByText(next)).toBeVisible()
    const offered = ['重试', ...(restores ? ['从备份恢复…'] : []), '复制报告']
    await expect(page.locator('main').getByRole('button')).toHaveText(offered)
    expect.soft(await barriers(page), code).toEqual([])
    await page.getByRole('button', { name: '复制报告' }).click()
    await expect(page.getByText('报告已复制，里面没有客户资料。')).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Kehu /)
    if (restores) {
      await page.getByRole('button', { name: '从备份恢复…' }).click()
      await expect(page.getByText('没有找到备份。')).toBeVisible()
    }
    await page.unroute('**/call')
    await page.getByRole('button', { name: '重试' }).click()
    await page.locator('.app').waitFor()
  }
})

test('a folder that another program has open says who has it, and opens once that is closed', { tag: '@page' }, async ({
  app,
}) => {
  await app.page.getByRole('grid').waitFor()
  await app.kill()
  const lock = lockFolder(app.dataDir, new Date())
  const page = await app.restart()
  await expect(page.getByRole('heading', { name: '数据正被另一个程序使用' })).toBeVisible()
  await expect(page.getByText(`(${process.pid}) 正在使用这个数据文件夹`)).toBeVisible()
  lock.release(false)
  await page.getByRole('button', { name: '重试' }).click()
  await signIn(page)
  await goToRoute(page, '/customers')
  await expect(page.getByRole('grid')).toBeVisible()
})

/** Lets the page hear that the data can not be opened: the answer is replaced on its way to the browser. */
async function breakWith(page: Page, code: string): Promise<void> {
  await page.route('**/call', async route => {
    const { name } = route.request().postDataJSON() as { name: string }
    if (name !== 'app.status') return route.continue()
    const response = await route.fetch()
    const { value } = (await response.json()) as { value: Record<string, unknown> }
    const { actor: _, ...status } = value
    const problem = { code, detail: 'test', holder: '某处' }
    return route.fulfill({ response, json: { ok: true, value: { ...status, phase: 'broken', problem } } })
  })
}
