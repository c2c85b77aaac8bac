import { once } from 'node:events'
import Database from 'better-sqlite3'
import type { Page } from '@playwright/test'
import { databaseFile } from '../../electron/backend/database/data-folder.ts'
import { expect, type RunningApp, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { box, openCustomer, typeInto } from './steps/open.ts'

test.use({ programArguments: ['--sample'] })
const customer = 'KH-0001'
const fax = '0571-88661235'

test('what was typed in the last moment before the window closed is offered again', async ({ app }) => {
  await openCustomer(app.page, customer)
  await typeInto(app.page, 'customer.fax', fax)
  await closeWindow(app)
  await expectOffered(await app.restart())
})

test('where nothing can be kept, whoever closes is asked first and may stay', async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  // Another program that holds the database: no draft can be written.
  const holder = new Database(databaseFile(app.dataDir))
  holder.exec('BEGIN IMMEDIATE')
  await typeInto(page, 'customer.fax', fax)
  await stay(app)
  await expect(box(page, 'customer.fax')).toHaveValue(fax)
  holder.exec('ROLLBACK')
  holder.close()
  await closeWindow(app)
  await expectOffered(await app.restart())
})

test('what stands in a dialog has no draft, so closing asks, and only the answer discards it', async ({ app }) => {
  const { page } = app
  await openCustomer(page, customer)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByText('停用客户').click()
  const reason = page.getByLabel('停用的理由')
  await reason.fill('已注销，不再来往')
  await stay(app)
  await expect(reason).toHaveValue('已注销，不再来往')
  if (app.kind === 'browser') return
  const ended = once(app.main().process(), 'exit')
  await wantClose(app)
  await question(page).getByRole('button', { name: '关闭并丢弃' }).click()
  await ended
})

const question = (page: Page) => page.getByRole('dialog', { name: '还有内容没有存上' })

async function wantClose(app: RunningApp): Promise<void> {
  await app.main().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
}

/** Closes the window as soon as it lets itself be closed, without a word to whoever would lose nothing. */
async function closeWindow(app: RunningApp): Promise<void> {
  if (app.kind === 'electron') {
    const ended = once(app.main().process(), 'exit')
    await wantClose(app)
    await ended
    return
  }
  // A browser asks where the draft is only on its way; it gets there nevertheless.
  app.page.on('dialog', dialog => void dialog.accept())
  const closed = app.page.waitForEvent('close')
  await app.page.close({ runBeforeUnload: true })
  await closed
}

/** Wants to close, is asked, and stays. */
async function stay(app: RunningApp): Promise<void> {
  const { page } = app
  if (app.kind === 'electron') {
    await wantClose(app)
    await expect(question(page)).toBeVisible({ timeout: 20_000 })
    expect.soft(await barriers(page)).toEqual([])
    await expect(question(page).getByRole('button', { name: '留下' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(question(page)).toHaveCount(0)
    return
  }
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
}

async function expectOffered(page: Page): Promise<void> {
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(customer)
  await expect(page.getByRole('gridcell', { name: customer })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '继续填写' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(box(page, 'customer.fax')).toHaveValue(fax)
}
