import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../e2e/fixtures.ts'

test.use({ programArguments: ['--sample'], person: '' })

test('what a window remembers and makes no sense is forgotten, and the rest is kept', async ({ app }) => {
  const file = path.join(await app.main().evaluate(electron => electron.app.getPath('userData')), 'window.json')
  const remembered = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  await app.restart() // the place of the window is remembered when it closes
  writeFileSync(
    file,
    JSON.stringify({ ...remembered(), folder: 5, lastUpdateCheck: 'never', checksForUpdates: false, unknown: 1 }),
  )
  await expect((await app.restart()).locator('.app, dialog.gate').first()).toBeVisible()
  const kept = remembered()
  expect(kept).toMatchObject({ bounds: { width: expect.any(Number) }, checksForUpdates: false })
  expect(Object.keys(kept).filter(name => ['folder', 'lastUpdateCheck', 'unknown'].includes(name))).toEqual([])

  writeFileSync(file, 'no preferences')
  await expect((await app.restart()).locator('.app, dialog.gate').first()).toBeVisible()
})
