import path from 'node:path'
import type { Page } from '@playwright/test'

/** Where pictures of screens and printed pages are kept for people to look at. */
export const picturesDir = path.resolve(import.meta.dirname, '../../../out/test-artifacts/pictures')

/** Keeps a picture of the screen. */
export async function keepPicture(page: Page, kind: string, name: string): Promise<void> {
  await page.screenshot({ path: path.join(picturesDir, `${kind}-${name}.png`) })
}
