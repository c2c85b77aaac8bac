import { eventChannel, type WindowEvent } from '../../shared/contract/window.ts'

/** What closing needs of a window. */
export interface ClosingWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
  on(event: 'query-session-end' | 'session-end' | 'closed', listener: () => void): unknown
  destroy(): void
  readonly webContents: {
    on(event: 'render-process-gone', listener: () => void): unknown
    send(channel: string, event: WindowEvent): void
  }
}

/** Lets no window close before its page has kept what was typed, or a person has said that it may be lost. */
export interface Closing {
  /** Has to be called for every window there is. */
  watch(window: ClosingWindow): void
  /** The page wants to be asked before its window closes; if it was asked just now, the window stays. */
  holdOpen(window: ClosingWindow): void
  /** Nothing holds the window any more. */
  close(window: ClosingWindow): void
}

const patience = 15_000 // ms; a page answers within eight seconds, so one that does not is dead
const lastMoment = 2000 // ms of the five that Windows gives a program when it shuts down

export function createClosing(): Closing {
  const asking = new WeakSet<ClosingWindow>()
  const ending = new WeakSet<ClosingWindow>()
  const waiting = new Map<ClosingWindow, NodeJS.Timeout>()

  const stopWaiting = (window: ClosingWindow) => {
    clearTimeout(waiting.get(window))
    waiting.delete(window)
  }
  const ask = (window: ClosingWindow, limit: number) => {
    window.webContents.send(eventChannel, 'close-wanted')
    if (!waiting.has(window))
      waiting.set(
        window,
        setTimeout(() => window.destroy(), limit),
      )
  }
  return {
    watch(window) {
      window.on('close', event => {
        // A page that was never there or has died has nothing to keep.
        if (!asking.has(window)) return
        event.preventDefault()
        ask(window, patience)
      })
      window.webContents.on('render-process-gone', () => asking.delete(window))
      window.on('closed', () => stopWaiting(window))
      // Windows ends a program without any event of quitting. It is not held back: others may still refuse, and then nothing has happened.
      window.on('query-session-end', () => window.webContents.send(eventChannel, 'session-ending'))
      // The last window that is gone ends the program in its usual way, which closes the database.
      window.on('session-end', () => {
        ending.add(window)
        stopWaiting(window)
        ask(window, lastMoment)
      })
    },
    holdOpen(window) {
      asking.add(window)
      // Nobody could answer any more.
      if (!ending.has(window)) stopWaiting(window)
    },
    close: window => window.destroy(),
  }
}
