import { expect, test } from './fixtures.ts'
import { framesOfScroll, timesOfKeys } from './steps/feel.ts'
import { goToRoute, setUpCompany } from './steps/sign-in.ts'

const customers = 100_000

test.describe.configure({ timeout: 15 * 60_000 })
test.use({ customers, person: '' })

test('a hundred thousand customers are scrolled, found, sorted and ticked; frames and keys are timed', async ({
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

  await test.step('find and sort', async () => {
    const first = page.locator('.grid-customers [role="row"]').nth(1)
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
})
