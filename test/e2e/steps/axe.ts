import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** What on the page would keep people out: axe's serious and critical findings, each with the first element it stands on. */
export async function barriers(page: Page): Promise<string[]> {
  // Half a megabyte, which takes as long to load as to run, and which the builder would load twice at every look.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  // The legacy mode needs no second page, which a window of the desktop program does not have.
  const builder = new AxeBuilder({ page, axeSource: 'void 0' }).setLegacyMode()
  const { violations } = await builder.options({ resultTypes: ['violations'] }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
}
