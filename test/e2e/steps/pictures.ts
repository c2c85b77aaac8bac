import path from 'node:path'
import type { Page } from '@playwright/test'

/** Where pictures of screens and printed pages are kept for people to look at. */
export const picturesDir = path.resolve(import.meta.dirname, '../../../out/test-artifacts/pictures')

/** Whether somebody wants pictures, which take a tenth of the time of the specs. */
export const keepsPictures = process.env['KEHU_PICTURES'] === '1'

/** Keeps a picture of the screen, where pictures are wanted. */
export async function keepPicture(page: Page, kind: string, name: string): Promise<void> {
  if (!keepsPictures) return
  await page.screenshot({ path: path.join(picturesDir, `${kind}-${name}.png`) })
}
