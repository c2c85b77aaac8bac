import { expect, type Locator, type Page } from '@playwright/test'

const mostTabs = 80

/** Moves the focus with Tab alone until it stands on a control, as a person without a mouse does. */
export async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(control).toBeVisible()
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await control.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never reached ${String(control)}`)
}

/** The path of the box that the cursor stands in, if it stands on the paper. */
export function boxInHand(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-stop]')?.dataset['stop'])
}
