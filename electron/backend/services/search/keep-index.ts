import { setImmediate } from 'node:timers/promises'
import type { Connection } from '../../database/connection.ts'
import { countFresh, indexingSegment, stalestSegment } from '../../repositories/search-index.ts'

// So many texts are read beside the index in about a millisecond.
const mostFresh = 1000
const looked = 5000 // ms

/**
 * Brings the search index up to date whenever too many customers have changed, between the calls and never while `isBusy`; answers
 * what ends that. An error ends it and goes to `failed`: searches stay right without it, only slower.
 */
export function keepIndexed(db: Connection, isBusy: () => boolean, failed: (error: unknown) => void): () => void {
  let isOpen = true
  let isWorking = false
  const stop = () => {
    isOpen = false
    clearInterval(timer)
  }
  const work = async () => {
    if (isWorking || isBusy()) return
    isWorking = true
    try {
      await catchUp(db, () => isOpen && !isBusy())
    } catch (error) {
      stop()
      failed(error)
    }
    isWorking = false
  }
  const timer = setInterval(() => void work(), looked)
  timer.unref()
  return stop
}

/** What is left unfinished is begun anew another time. */
async function catchUp(db: Connection, mayGoOn: () => boolean): Promise<void> {
  while (mayGoOn() && countFresh(db) > mostFresh) {
    const segment = stalestSegment(db)
    if (segment === undefined) return
    for (const step of indexingSegment(db, segment)) {
      await setImmediate(step)
      if (!mayGoOn()) return
    }
  }
}
