import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Bridge } from '../../shared/contract/window.ts'
import { expect, test } from '../e2e/fixtures.ts'

test('the page becomes a PDF where the person wants it, under a name that leads nowhere else', async ({ app }) => {
  const { page } = app
  await expect(page.locator('#root')).not.toBeEmpty()
  const suggestedName = `../KH001-0001_${'杭州明珠商贸'.repeat(20)}/甲:乙.pdf`
  let outcome: unknown
  const file = await app.exportFile(async () => {
    outcome = await page.evaluate(
      name => (window as unknown as { kehu: Bridge }).kehu.invoke('window.savePdf', { suggestedName: name }),
      suggestedName,
    )
  })
  expect(outcome).toEqual({ ok: true, value: { fileName: path.basename(file), savedTo: file } })
  expect(path.basename(file)).toMatch(/^\.\._KH001-0001_杭州明珠商贸.*\.pdf$/)
  expect(Buffer.byteLength(path.basename(file))).toBeLessThanOrEqual(255)
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-')
})
