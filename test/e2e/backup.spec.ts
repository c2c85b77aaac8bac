import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { box, openCustomer, saveByKey, typeInto } from './steps/open.ts'
import { keepPicture } from './steps/pictures.ts'
import { goToRoute, signIn, specPassword } from './steps/sign-in.ts'

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

async function openFirst(page: Page): Promise<void> {
  await goToRoute(page, '/customers')
  await openCustomer(page, 'KH-0001')
}
