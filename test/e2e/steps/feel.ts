import type { Page } from '@playwright/test'

const keysPressed = 60
const scrollSteps = 120
const stepHeight = 300 // px

/** The ms from one frame to the next while the list is pulled down step by step, one step a frame. */
export function framesOfScroll(page: Page): Promise<number[]> {
  return page.locator('.grid-customers').evaluate(
    (grid, { steps, height }) =>
      new Promise<number[]>(resolve => {
        const times: number[] = []
        let before = 0
        grid.scrollTop = 0
        const step = (now: number) => {
          if (before > 0) times.push(now - before)
          before = now
          grid.scrollTop += height
          if (times.length < steps) requestAnimationFrame(step)
          else resolve(times)
        }
        requestAnimationFrame(step)
      }),
    { steps: scrollSteps, height: stepHeight },
  )
}

/** The ms of each key from its event to the moment after the frame that shows it. */
export async function timesOfKeys(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let count = 0; count < keysPressed; count++) {
    const painted = page.evaluate(
      () =>
        new Promise<number>(resolve => {
          addEventListener(
            'keydown',
            event => {
              // A message that is sent in a frame is delivered after its paint.
              const afterPaint = new MessageChannel()
              afterPaint.port1.addEventListener('message', () => resolve(performance.now() - event.timeStamp))
              afterPaint.port1.start()
              requestAnimationFrame(() => afterPaint.port2.postMessage(undefined))
            },
            { once: true, capture: true },
          )
        }),
    )
    await page.evaluate(() => undefined) // the listener stands before the key is pressed
    await page.keyboard.press('KeyA')
    times.push(await painted)
  }
  return times
}
