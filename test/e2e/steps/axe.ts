import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What on the page would keep people out: axe's serious and critical findings, each with the first element it stands on. */
export async function barriers(page: Page): Promise<string[]> {
  // The legacy mode needs no second page, which a window of the desktop program does not have.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
}
