import { cp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { databaseFile } from '../../electron/backend/database/data-folder.ts'
import { expect, test } from './fixtures.ts'
import { fillDisk, mountSmallDisk } from '../fixtures/small-disk.ts'
import { giveToUser } from './hosts/ordinary-user.ts'
import { barriers } from './steps/axe.ts'
import { box, openCustomer, saveByKey, typeInto } from './steps/open.ts'
import { keepPicture } from './steps/pictures.ts'
import { goToRoute, setUpCompany, signIn, specPassword } from './steps/sign-in.ts'

const passphrase = '西湖边的三棵柳树 2026'

test.describe('the sample company', () => {
  test.use({ programArguments: ['--sample'] })

  test('a backup is taken, put back over a mistake, and that is taken back again', async ({ app }) => {
    const { page } = app
    await openFirst(page)
    const before = await box(page, 'customer.fax').inputValue()
    await goToRoute(page, '/settings/backup')
    await page.getByRole('button', { name: '立即备份' }).click()
    const manual = page.getByRole('row').filter({ hasText: '手动' })
    await expect(manual).toContainText('200')
    await openFirst(page)
    await typeInto(page, 'customer.fax', '0571-99999999')
    await saveByKey(page)

    await goToRoute(page, '/settings/backup')
    await manual.getByRole('button', { name: '恢复…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('恢复的原因').fill('误改了传真号码')
    await dialog.getByLabel('您的密码').fill(specPassword)
    await keepPicture(page, app.kind, 'restore-dialog')
    expect.soft(await barriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await signIn(page, '林晓')
    await openFirst(page)
    await expect(box(page, 'customer.fax')).toHaveValue(before)

    await goToRoute(page, '/settings/backup')
    await expect(page.getByRole('row').filter({ hasText: '恢复前' })).toBeVisible()
    await keepPicture(page, app.kind, 'backups')
    expect.soft(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: '撤销恢复…' }).click()
    await dialog.getByLabel('恢复的原因').fill('恢复错了一份')
    await dialog.getByLabel('您的密码').fill(specPassword)
    await page.keyboard.press('Enter')
    await signIn(page, '林晓')
    await openFirst(page)
    await expect(box(page, 'customer.fax')).toHaveValue('0571-99999999')
  })

  test('a backup that finds the log changed puts a red line on every screen, and everybody goes on working', async ({
    app,
  }) => {
    const { page } = app
    await openFirst(page)
    const line = page.getByRole('alert').filter({ hasText: '日志不完整：第 2 行不符。' })
    const db = new Database(databaseFile(app.dataDir))
    db.exec("DROP TRIGGER audit_log_keeps_rows; UPDATE audit_log SET machine = 'x' WHERE seq = 2")
    db.close()
    await goToRoute(page, '/settings/backup')
    await page.getByRole('button', { name: '立即备份' }).click()
    await expect(line).toContainText('立即报告总经理')
    await keepPicture(page, app.kind, 'log-broken')
    expect.soft(await barriers(page)).toEqual([])
    await openFirst(page)
    await expect(line).toBeVisible()
    await typeInto(page, 'customer.fax', '0571-99999999')
    await saveByKey(page)
  })

  test('a save on a full disk says what to do, keeps what was typed, and goes through once there is room', async ({
    app,
  }) => {
    test.skip(process.platform !== 'linux', 'a small disk is mounted')
    await app.kill()
    const kept = `${app.dataDir}-kept`
    await cp(app.dataDir, kept, { recursive: true })
    const unmount = mountSmallDisk(app.dataDir, 16)
    try {
      await cp(kept, app.dataDir, { recursive: true })
      for (const name of ['.', ...(await readdir(app.dataDir, { recursive: true }))])
        giveToUser(path.join(app.dataDir, name))
      const page = await app.restart()
      await openFirst(page)
      const free = fillDisk(app.dataDir)
      await typeInto(page, 'customer.fax', '0571-88887777')
      await page.keyboard.press('ControlOrMeta+s')
      await expect(page.getByText(/磁盘已满，没有写入。请腾出空间后再试。/).first()).toBeVisible()
      await expect(box(page, 'customer.fax')).toHaveValue('0571-88887777')
      await keepPicture(page, app.kind, 'disk-full')
      free()
      await saveByKey(page)
      await expect(box(page, 'customer.fax')).toHaveValue('0571-88887777')
      await app.kill()
    } finally {
      unmount()
    }
  })
})

test('a company seals a second copy, takes its data along, and goes on with them on another computer', async ({
  app,
}) => {
  let { page } = app
  await setUpCompany(page, '杭州明珠商贸')
  const asked = page.getByText('只有放在别处的一份能救回数据。现在就选第二个位置')
  await expect(asked).toBeVisible()
  expect.soft(await barriers(page)).toEqual([])
  await asked.getByRole('button', { name: '去设置' }).click()
  await expect(page.getByRole('button', { name: '设定口令…' })).toBeVisible()
  await goToRoute(page, '/')
  await expect(page.getByText('最近 7 天没有存好第二份备份')).toBeVisible()
  await keepPicture(page, app.kind, 'second-copy-late')
  await page.getByRole('link', { name: '去设置' }).click()
  const dialog = page.getByRole('dialog')

  await page.getByRole('button', { name: '设定口令…' }).click()
  await dialog.getByLabel('备份口令（至少 10 个字符）').fill(passphrase)
  await dialog.getByLabel('再输入一次口令').fill(passphrase)
  await dialog.getByLabel('您的密码').fill(specPassword)
  await page.keyboard.press('Enter')
  const shown = dialog.locator('.recovery-code')
  await expect(shown).toHaveText(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
  const code = (await shown.textContent()) ?? ''
  await keepPicture(page, app.kind, 'recovery-code')
  expect.soft(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: '我已打印或抄下' }).click()

  const place = path.join(path.dirname(app.dataDir), 'exports')
  await page.getByRole('button', { name: '选择位置…' }).click()
  await dialog.getByLabel('文件夹').fill(place)
  await dialog.getByLabel('您的密码').fill(specPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByText('已存到第二个位置，并读回核对。')).toBeVisible()
  await keepPicture(page, app.kind, 'second-place')
  expect.soft(await barriers(page)).toEqual([])
  await goToRoute(page, '/customers')
  await expect(page.getByRole('button', { name: '录入第一个客户' })).toBeVisible()
  await expect(asked).toHaveCount(0)
  await goToRoute(page, '/')
  await expect(page.getByText('最近 7 天没有存好第二份备份')).toHaveCount(0)

  await goToRoute(page, '/settings/backup')
  await page.getByRole('button', { name: '带走一份…' }).click()
  await dialog.getByLabel('您的密码').fill(specPassword)
  const taken = await app.exportFile(() => page.keyboard.press('Enter'))

  await app.kill()
  for (const name of await readdir(app.dataDir)) await rm(path.join(app.dataDir, name), { recursive: true })
  page = await app.restart()
  await page.getByRole('button', { name: '换了电脑？带入备份…' }).click()
  const bringing = page.getByRole('dialog')
  await app.chooseFile(taken, () => bringing.getByRole('button', { name: '选择文件…' }).first().click())
  await expect(bringing.getByText(path.basename(taken), { exact: true })).toBeVisible()
  await bringing.getByLabel('备份口令或恢复码').fill('不是这个口令')
  await page.keyboard.press('Enter')
  await expect(bringing.getByRole('alert')).toContainText('口令或恢复码不对')
  await keepPicture(page, app.kind, 'bring-in')
  await bringing.getByLabel('备份口令或恢复码').fill(code.toLowerCase())
  await page.keyboard.press('Enter')
  await signIn(page, '林晓')
  await expect(page.getByText('杭州明珠商贸')).toBeVisible()
})

async function openFirst(page: Page): Promise<void> {
  await goToRoute(page, '/customers')
  await openCustomer(page, 'KH-0001')
}
