import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What on the page would keep people out: axe's serious and critical findings, each with the first element it stands on. */
export async function barriers(page: Page): Promise<string[]> {
  // A page that was looked at before has axe already, whose half megabyte takes as long to load as to run.
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  // The legacy mode needs no second page, which a window of the desktop program does not have.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0' }) }).setLegacyMode()
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
}
