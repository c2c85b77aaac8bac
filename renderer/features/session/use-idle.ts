import { useEffect } from 'react'
import { transport } from '../../transport/index.ts'

const idle = 10 * 60_000 // ms without a key or the mouse after which the screen locks itself (rules 19)
const look = 5_000 // ms between two looks at the clock
const stayPause = 20_000 // ms between two words to the program that somebody is here
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Calls `onIdle` when nobody has touched any window of this session for ten minutes, and tells the program meanwhile that somebody is here. */
export function useIdle(onIdle: () => void): void {
  useEffect(() => {
    let last = Date.now()
    let told = Date.now()
    const windows = new BroadcastChannel('kehu.here')
    const here = () => {
      last = Date.now()
      if (last - told < stayPause) return
      told = last
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches pages of its own origin only
      windows.postMessage('here')
      void transport.call('session.stay', {}) // what it answers is told by the next status
    }
    windows.addEventListener('message', () => {
      last = Date.now()
    })
    const timer = setInterval(() => {
      if (Date.now() - last < idle) return
      last = Date.now()
      onIdle()
    }, look)
    for (const sign of signs) window.addEventListener(sign, here, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      windows.close()
      for (const sign of signs) window.removeEventListener(sign, here, { capture: true })
    }
  }, [onIdle])
}
