// How much memory a process holds at its peak, looked at from a thread, as whoever is measured may let no timer of its own through. What the
// system keeps as the peak would begin with the memory of whoever started the process.
import { Worker } from 'node:worker_threads'

const looking = `
  const { workerData } = require('node:worker_threads')
  setInterval(() => { workerData[0] = Math.max(workerData[0], process.memoryUsage.rss() / 1e6) }, 20)`

/** Begins to look; answers what tells the peak in MB since then, or since it was begun anew. */
export function watchPeak() {
  const peak = new Float64Array(new SharedArrayBuffer(8))
  new Worker(looking, { eval: true, workerData: peak }).unref()
  return {
    megabytes: () => peak[0],
    beginAnew: () => {
      peak[0] = 0
    },
  }
}
