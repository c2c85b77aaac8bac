import { expect, type Page } from '@playwright/test'
import { barriers } from './axe.ts'
import { keepPicture } from './pictures.ts'
import { goToRoute } from './sign-in.ts'

/** The languages of the program, by the names under which they are chosen. */
export const languages = [
  { code: 'zh-CN', name: '简体中文' },
  { code: 'zh-TW', name: '繁體中文' },
  { code: 'en', name: 'English' },
] as const

/** Goes to a route and waits until what it is for stands there. */
export async function goTo(page: Page, route: string, ready: string): Promise<void> {
  await goToRoute(page, route)
  await page.locator(ready).first().waitFor()
}

/** Chooses a language in the settings; it is there at once. */
export async function speak(page: Page, { code, name }: (typeof languages)[number]): Promise<void> {
  await goTo(page, '/settings', '.facts')
  await page.locator('#language').click()
  await page.locator('.ant-select-item-option', { hasText: name }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', code)
}

interface Screen {
  readonly screen: string
  readonly at: string
  readonly ready: string
}

const places =
  '.main, .page, .desk, .grid, .today-rows, .decision-mine, .card, .sheet, .who, .tabs, .banner, .ant-modal-container'

/** Looks at screens in the language of that code at 100 % and 125 %: nothing scrolls sideways, nothing keeps anybody out; their pictures are kept. */
export async function lookAt(page: Page, kind: string, code: string, screens: readonly Screen[]): Promise<void> {
  for (const scale of [1, 1.25]) {
    await page.setViewportSize({ width: Math.round(1366 / scale), height: Math.round(768 / scale) })
    for (const { screen, at, ready } of screens) {
      await goTo(page, at, ready)
      await keepPicture(page, kind, `${screen}-${code}-${scale * 100}`)
      const sideways = await page
        .locator(places)
        .evaluateAll(all =>
          all.filter(place => place.scrollWidth > place.clientWidth + 1).map(place => place.className),
        )
      expect.soft(sideways, `${screen} in ${code} at ${scale}`).toEqual([])
      if (scale === 1) expect.soft(await barriers(page), `${screen} in ${code}`).toEqual([])
    }
  }
}
