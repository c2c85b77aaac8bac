import { expect, test } from './fixtures.ts'
import { framesOfScroll, timesOfKeys } from './steps/feel.ts'
import { goToRoute, setUpCompany } from './steps/sign-in.ts'
import { editRegister } from './steps/workbook.ts'

const customers = 100_000
const longest = 3 * 60_000 // ms; what one piece of work may take on a busy machine

test.describe.configure({ timeout: 15 * 60_000 })
test.use({ customers, person: '', optimises: true })

test('a hundred thousand customers are scrolled, found, sorted, ticked, exported, changed by an import and put back', async ({
  app,
}, testInfo) => {
  const { page } = app
  await setUpCompany(page, '示例商贸公司')
  await goToRoute(page, '/customers')
  await expect(page.getByText('共 100000 户')).toBeVisible()
  const quantile = (times: readonly number[], share: number) =>
    [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1]?.toFixed(1)
  const note = (type: string, times: readonly number[]) =>
    testInfo.annotations.push({
      type,
      description: `median ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`,
    })

  note('frames of the list', await framesOfScroll(page))
  await page.keyboard.press('ControlOrMeta+k')
  note('keys in the search box', await timesOfKeys(page))

  const first = page.locator('.grid-customers [role="row"]').nth(1)
  await test.step('find and sort', async () => {
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('商贸')
    await expect(first).toContainText('商贸')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await expect(page.getByText('共 100000 户')).toBeVisible()
    const before = await first.innerText()
    await page.getByRole('columnheader', { name: '客户编号' }).click()
    await expect(page.locator('[aria-sort="ascending"]')).toContainText('客户编号')
    await expect(first).toContainText('KH-0001')
    expect(before).not.toContain('KH-0001')
  })

  await test.step('tick all', async () => {
    await page.getByRole('grid').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await expect(page.getByText('已选 100000 户')).toBeVisible()
  })

  const edited = testInfo.outputPath('register.xlsx')
  const phones = ['0571-00000001', '0571-00000002', '0571-00000003'] as const
  let before: string | undefined
  let number = ''
  const find = async (text: string) => {
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(text)
  }

  await test.step('export, and change three telephones', async () => {
    await page.getByRole('button', { name: '导出客户名册' }).click()
    const button = page.getByRole('dialog').getByRole('button', { name: '导出', exact: true })
    const file = await app.exportFile(() => button.click())
    const places = [2, 50_000, 100_001]
    ;[before] = editRegister(file, edited, '电话', new Map(phones.map((text, index) => [places[index] ?? 0, text])))
  })

  await test.step('check and write', async () => {
    await goToRoute(page, '/import')
    await page.locator('input[type=file]').setInputFiles(edited)
    await page.getByRole('button', { name: '检查', exact: true }).click({ timeout: longest })
    await expect(page.getByText('新增 0 个客户，更新 3 个客户')).toBeVisible({ timeout: longest })
    await expect(page.getByText('相同 99997')).toBeVisible()
    await page.getByRole('button', { name: '写入 3 个客户' }).click()
    await expect(page.getByText('已导入：新增 0，更新 3，相同 99997，未写入 0。')).toBeVisible({ timeout: longest })
    await page.getByRole('button', { name: '查看客户' }).click()
    await find(phones[0])
    await expect(page.getByText('找到 1 户')).toBeVisible()
    await expect(first.locator('.cell-customer-phone')).toHaveText(phones[0])
    number = await first.locator('.cell-customer-customerNo').innerText()
  })

  await test.step('take it back', async () => {
    await goToRoute(page, '/import')
    await page.getByRole('button', { name: '撤销本次导入' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销本次导入' }).click()
    await expect(page.getByText('已撤销：移除 0 个新客户，恢复 3 个客户。')).toBeVisible({ timeout: longest })
    await goToRoute(page, '/customers')
    await find(number)
    await expect(first.locator('.cell-customer-phone')).toHaveText(before ?? '')
  })
})
