import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Bridge } from '../../shared/contract/window.ts'
import { expect, type RunningApp, test } from '../e2e/fixtures.ts'

const rubbish = path.join(tmpdir(), `kehu-opened-${process.pid}.xlsx`)
test.beforeAll(() => writeFileSync(rubbish, 'no workbook'))
test.afterAll(() => rmSync(rubbish))
test.use({ programArguments: ['--sample', rubbish] })

/** Opens a file with the program a second time, as a double click does; that start hands it over and ends. */
async function openAgain(app: RunningApp, file: string) {
  const { spawnfile } = app.main().process()
  const env = await app.main().evaluate(() => ({ ...process.env }) as Record<string, string>)
  const second = spawn(spawnfile, ['--data-dir', app.dataDir, '--sample', file], { env, stdio: 'ignore' })
  await once(second, 'exit')
}

/** Lets the program write a packet for whoever has to sign first. */
function makePacket(app: RunningApp): Promise<string> {
  return app.exportFile(async () => {
    await app.page.evaluate(async () => {
      const { kehu } = window as unknown as { kehu: Bridge }
      const session = sessionStorage.getItem('kehu.session') ?? ''
      const pages = { scope: 'pending', customerId: null, search: '', offset: 0, limit: 10 }
      const listed = await kehu.invoke('applications.list', pages, session)
      const { rows } = (listed as { value: { rows: { id: number }[] } }).value
      const packet = { requestId: crypto.randomUUID(), applicationId: rows[0]?.id, language: 'zh-CN' }
      await kehu.invoke('packets.make', packet, session)
    })
  })
}

test('a packet that is opened with the program comes up in it, at the start and while it runs', async ({ app }) => {
  const { page } = app
  const dialog = page.getByRole('dialog', { name: '导入审批传递单' })
  await expect(dialog).toContainText(path.basename(rubbish))
  await expect(dialog).toContainText('不是')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  const packet = await makePacket(app)
  await openAgain(app, packet)
  await expect(dialog).toContainText(path.basename(packet))
  await expect(dialog).toContainText('意见')
  expect(page.context().pages()).toEqual([page])
  await dialog.getByRole('button', { name: '打开这份申请' }).click()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/#\/approvals\/\d+/)

  await openAgain(app, '/nowhere/packet.xlsx')
  await expect(page.getByText('打不开这个文件')).toBeVisible()
  await expect(dialog).toBeHidden()
})
