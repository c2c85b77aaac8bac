import { expect, test } from './fixtures.ts'
import { goTo, languages, speak } from './steps/screens.ts'

test.use({ programArguments: ['--sample'] })

// A guide stands in two halves, Chinese and English; whoever reads traditional characters is told so.
const guides = {
  'zh-CN': ['填表人', '审批人', '财务', '管理员'],
  'zh-TW': ['填表人', '審批人', '財務', '管理員'],
  en: ['Filler', 'Approver', 'Accountant', 'Administrator'],
} as const
const heads = { 'zh-CN': guides['zh-CN'], 'zh-TW': guides['zh-CN'], en: guides.en } as const

test('the guide of each role is opened and closed by keyboard, in every language', { tag: '@page' }, async ({
  app,
}) => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  for (const language of languages) {
    await speak(page, language)
    await goTo(page, '/help', 'details.guide')
    const all = page.locator('details.guide')
    await expect(all.locator('summary')).toHaveText([...guides[language.code]])
    for (const [index, head] of heads[language.code].entries()) {
      const guide = all.nth(index)
      await guide.locator('summary').focus()
      await page.keyboard.press('Enter')
      await expect(guide.getByRole('heading', { level: 3 })).toHaveText(head)
      await expect(guide.getByRole('listitem').first()).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(guide.getByRole('heading', { level: 3 })).toBeHidden()
    }
  }
})
