import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { browserHost, launchChromium } from '../e2e/hosts/browser.ts'
import { framesOfScroll, timesOfKeys } from '../e2e/steps/feel.ts'
import { goToRoute, signInIfAsked } from '../e2e/steps/sign-in.ts'
import type { Measurement, Series } from './measure.ts'
import { benchPassword } from './desk.ts'

const lines = '<p>杭州晨光商贸有限公司 0571-88000000</p>'.repeat(2000)

/**
 * What a person at the window waits for, in this machine's Chromium on browser mode: a key in a KH002 box until it is painted, beside the
 * same key in an empty page; a frame while the list is scrolled, beside a plain page of lines; the memory that the list takes, beside the
 * same window on 今日.
 */
export async function measureScreens(dir: string, customers: number, rounds: number): Promise<Measurement[]> {
  const home = path.join(dir, 'home')
  mkdirSync(home, { recursive: true })
  const chromium = await launchChromium()
  const host = browserHost(
    { dataDir: dir, home, exports: home, programArguments: [], startsAsForPeople: false },
    chromium,
  )
  try {
    const page = await host.start()
    await signInIfAsked(page, '林晓', benchPassword)
    const bare = await page.context().newPage()
    // What is scrolled goes by the same name as the list.
    await bare.setContent(
      `<input autofocus><div class="grid-customers" style="height: 90vh; overflow: auto">${lines}</div>`,
    )
    const onToday = await heapOf(page)
    await showList(page)
    const [scrolled, bareScrolled]: [Series[], Series[]] = [[], []]
    const heaps: Series[] = []
    for (let round = 0; round < rounds; round++) {
      await page.bringToFront()
      scrolled.push(await framesOfScroll(page))
      heaps.push([(await heapOf(page)) - onToday])
      await bare.bringToFront()
      bareScrolled.push(await framesOfScroll(bare))
    }
    const [keys, bareKeys]: [Series[], Series[]] = [[], []]
    await goToRoute(page, '/customers/1/kh002')
    const box = page.locator('[data-stop="credit.salesOpinion"]')
    for (let round = 0; round < rounds; round++) {
      await page.bringToFront()
      await box.focus()
      keys.push(await timesOfKeys(page))
      await bare.bringToFront()
      await bare.locator('input').focus()
      bareKeys.push(await timesOfKeys(bare))
    }
    return [
      {
        work: 'a key in KH002 until it is painted',
        customers,
        unit: 'ms',
        rounds: keys,
        beside: { what: 'a key in an empty page', rounds: bareKeys },
      },
      {
        work: 'a frame while the list is scrolled',
        customers,
        unit: 'ms',
        rounds: scrolled,
        beside: { what: 'a plain page of lines', rounds: bareScrolled },
      },
      { work: 'memory of the list', customers, unit: 'MB', rounds: heaps },
    ]
  } finally {
    await host.stop()
    await chromium.close()
  }
}

async function showList(page: Page): Promise<void> {
  await goToRoute(page, '/customers')
  await page.locator('.grid-customers [role="row"]').nth(5).waitFor()
}

/** The JavaScript heap of the page after everything that nobody holds has been given back, in MB. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1e6
}
