import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { barriers } from './steps/axe.ts'
import { box, openCustomer } from './steps/open.ts'
import { keepPicture } from './steps/pictures.ts'

test.use({ programArguments: ['--sample'] })

const partsApart = join(import.meta.dirname, '../fixtures/imports/parts-apart.xlsx')

const rows = [
  '客户编号,客户名称,联系电话,注册资本（万元）,备用',
  '0001,,0571-88660000,80,甲',
  ',绍兴新开的老酒行,0575-88661111,50,乙',
  ',绍兴新开的老酒行,,,丙',
  ',嘉兴新开的粽子铺,,很多,丁',
]

test('a list is mapped, checked, written and taken back, and nobody is written unseen', async ({ app }) => {
  const { page } = app
  // Electron's dialog loses a Chinese name on a machine without a Chinese locale; with the content it comes through.
  const file = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) }
  await page.getByRole('grid').waitFor()
  await page.getByRole('link', { name: '导入', exact: true }).click()
  await expect(page.getByText('还没有导入过。')).toBeVisible()
  expect.soft(await barriers(page), 'file').toEqual([])
  await page.locator('input[type=file]').setInputFiles(file)

  const mapping = page.getByRole('table', { name: '栏目对应' })
  await expect(mapping.getByRole('row', { name: /联系电话/ })).toContainText('电话')
  await expect(mapping.getByRole('row', { name: /备用/ })).toContainText('不导入')
  await keepPicture(page, app.kind, 'import-columns')
  expect.soft(await barriers(page), 'columns').toEqual([])
  await page.keyboard.press('Enter')

  await expect(page.getByText('新增 1 个客户，更新 1 个客户')).toBeVisible()
  const grid = page.getByRole('grid')
  await expect(grid.getByRole('row', { name: /第 3 行是同一个客户/ })).toBeVisible()
  await expect(grid.getByRole('row', { name: /很多/ })).toContainText('错误')
  await grid.focus()
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: '第 2 行' })
  await expect(details).toContainText('800,000.00')
  await keepPicture(page, app.kind, 'import-check')
  expect.soft(await barriers(page), 'check').toEqual([])
  await page.keyboard.press('Escape')
  await expect(grid).toBeFocused()

  await test.step('whoever looks something up meanwhile finds the check as it was', async () => {
    const keys = page.locator('footer .keys')
    await page.getByRole('link', { name: '客户', exact: true }).click()
    await expect(page.locator('.grid-customers')).toBeVisible()
    await expect(keys).toHaveCount(1)
    await page.getByRole('link', { name: '导入', exact: true }).click()
    await expect(page.getByText('新增 1 个客户，更新 1 个客户')).toBeVisible()
    await expect(page.locator('.grid-customers')).toHaveCount(0)
    await expect(keys).toHaveCount(1)
  })
  await page.getByRole('button', { name: '写入 2 个客户' }).click()
  await expect(page.getByText('已导入：新增 1，更新 1，相同 0，未写入 2。')).toBeVisible()
  expect.soft(await barriers(page), 'result').toEqual([])
  await page.getByRole('button', { name: '查看客户' }).click()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('sxxkdljh')
  await expect(page.getByRole('gridcell', { name: '绍兴新开的老酒行', exact: true })).toBeVisible()

  await page.getByRole('link', { name: '导入', exact: true }).click()
  await page.getByRole('button', { name: '撤销本次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销本次导入' }).click()
  await expect(page.getByText('已撤销：移除 1 个新客户，恢复 1 个客户。')).toBeVisible()

  await page.locator('input[type=file]').setInputFiles(partsApart)
  await page.getByRole('tab', { name: '对接人（人员）' }).waitFor()
  await page.setViewportSize({ width: 1366, height: 420 })
  const end = await page.locator('.import-scroll').evaluate(table => table.getBoundingClientRect().bottom)
  const next = await page.locator('.import-key').evaluate(select => select.getBoundingClientRect().top)
  expect(end, 'the columns scroll above what stands below them').toBeLessThan(next)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('tab', { name: '对接人（人员）' }).click()
  await expect(mapping.getByRole('row', { name: /岗位/ })).toContainText('职务')
  await page.getByRole('button', { name: '检查' }).click()
  // The tabs of the step before have the same names.
  await expect(page.getByRole('button', { name: '写入 2 个客户' })).toBeVisible()
  await page.getByText('对接人（人员）').click()
  await expect(grid.getByRole('row', { name: /方二/ })).toContainText('新增')
  await page.getByRole('button', { name: '写入 2 个客户' }).click()
  await page.getByRole('button', { name: '查看客户' }).click()
  await openCustomer(page, '衢州柯城农贸')
  await expect(box(page, 'people.buyer.1.name')).toHaveValue('方二')
})
