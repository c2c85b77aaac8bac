import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { keepPicture } from './steps/pictures.ts'
import { goToRoute, signIn, specPassword } from './steps/sign-in.ts'

test('the first run asks in words, in every language, and refuses to begin without answers', { tag: '@page' }, async ({
  app,
}) => {
  const { page } = app
  await page.getByLabel('公司名称').waitFor()
  expect.soft(await barriers(page), 'first run').toEqual([])
  await page.getByRole('button', { name: '开始使用' }).click()
  await expect(page.getByText('请填写这一项。').first()).toBeVisible()
  await page.getByLabel('语言').click()
  await page.locator('.ant-select-item-option', { hasText: 'English' }).click()
  await page.getByLabel('Company').fill('Example Trading')
  await page.getByLabel('Your name').fill('Lin Xiao')
  await page.getByLabel('Password', { exact: true }).fill(specPassword)
  await page.getByLabel('Password once more').fill(specPassword)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('button', { name: 'Type in the first customer' })).toBeVisible()
  expect.soft(await barriers(page), 'empty list').toEqual([])
  await keepPicture(page, app.kind, 'empty-list-en')
})

test.describe('data that can not be opened', () => {
  test.use({ programArguments: ['--sample'], startsAsForPeople: true })

  test('a file of a newer version is left untouched, with words what to do', async ({ app }) => {
    await app.page.getByRole('grid').waitFor()
    await app.kill()
    const file = path.join(app.dataDir, 'kehu.sqlite')
    const setVersion = (version: number) => {
      const db = new Database(file)
      const before = db.pragma('user_version', { simple: true })
      db.pragma(`user_version = ${version}`)
      db.close()
      return Number(before)
    }
    const version = setVersion(9999)
    const page = await app.restart()
    await expect(page.getByText('数据来自更新的版本')).toBeVisible()
    await keepPicture(page, app.kind, 'data-newer')
    expect.soft(await barriers(page)).toEqual([])
    expect(setVersion(version)).toBe(9999)
    await page.getByRole('button', { name: '重试' }).click()
    await signIn(page)
    await goToRoute(page, '/customers')
    await expect(page.getByRole('grid')).toBeVisible()
  })

  test('a damaged file is kept aside and a backup is put in its place', async ({ app }) => {
    await app.page.getByRole('grid').waitFor()
    await app.restart() // closing makes the first backup
    await app.page.getByRole('grid').waitFor()
    await app.kill()
    await writeFile(path.join(app.dataDir, 'kehu.sqlite'), Buffer.alloc(200_000, 7))
    const page = await app.restart()
    await expect(page.getByText(/数据文件已损坏|这不是 Kehu 的数据文件/)).toBeVisible()
    await page.getByRole('button', { name: '从备份恢复' }).click()
    await keepPicture(page, app.kind, 'data-damaged')
    expect.soft(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: '恢复到这一份' }).first().click()
    await signIn(page)
    await goToRoute(page, '/customers')
    await expect(page.getByRole('grid')).toBeVisible()
    await expect(page.getByText('共 200 户')).toBeVisible()
  })
})
