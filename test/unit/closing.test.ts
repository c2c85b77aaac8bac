import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClosing } from '../../electron/main/closing.ts'

/** A window at the edge: it hears, it is told, and it can be gone. */
class FakeWindow extends EventEmitter {
  readonly told: string[] = []
  isGone = false
  readonly webContents = Object.assign(new EventEmitter(), {
    send: (_channel: string, event: string) => void this.told.push(event),
  })

  destroy() {
    this.isGone = true
    this.emit('closed')
  }

  /** Somebody closes it; answers whether it was held. */
  wantClose(): boolean {
    let isHeld = false
    this.emit('close', { preventDefault: () => (isHeld = true) })
    return isHeld
  }
}

let window: FakeWindow
let closing: ReturnType<typeof createClosing>

beforeEach(() => {
  vi.useFakeTimers()
  window = new FakeWindow()
  closing = createClosing()
  closing.watch(window)
})

afterEach(() => {
  vi.useRealTimers()
})

test('a page that has not come yet holds nothing', () => {
  expect(window.wantClose()).toBe(false)
  expect(window.told).toEqual([])
})

test('a page is asked, and its window goes when it says so', () => {
  closing.holdOpen(window)
  expect(window.wantClose()).toBe(true)
  expect(window.told).toEqual(['close-wanted'])
  closing.close(window)
  expect(window.isGone).toBe(true)
})

test('a page that answers that it asks the person may take as long as they do', () => {
  closing.holdOpen(window)
  window.wantClose()
  closing.holdOpen(window)
  vi.advanceTimersByTime(3_600_000)
  expect(window.isGone).toBe(false)
  expect(window.wantClose()).toBe(true)
})

test('a page that says nothing is closed after a quarter of a minute, however often that is wanted', () => {
  closing.holdOpen(window)
  window.wantClose()
  vi.advanceTimersByTime(14_000)
  expect(window.isGone).toBe(false)
  window.wantClose()
  vi.advanceTimersByTime(1001)
  expect(window.isGone).toBe(true)
})

test('a page that has died holds nothing', () => {
  closing.holdOpen(window)
  window.webContents.emit('render-process-gone')
  expect(window.wantClose()).toBe(false)
})

test('when Windows asks whether it may end, the page keeps what is typed, and nothing closes', () => {
  closing.holdOpen(window)
  window.emit('query-session-end')
  vi.advanceTimersByTime(60_000)
  expect(window.told).toEqual(['session-ending'])
  expect(window.isGone).toBe(false)
})

test('when Windows ends, the window goes with or without an answer, before the program is ended', () => {
  closing.holdOpen(window)
  window.emit('session-end')
  expect(window.told).toEqual(['close-wanted'])
  closing.holdOpen(window)
  vi.advanceTimersByTime(2001)
  expect(window.isGone).toBe(true)
})
