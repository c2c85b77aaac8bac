import { CallFailure } from './call-failure.ts'

/** Long work under way, each piece under the id of its request, so that it can be stopped. */
export interface RunningWork {
  /** Does work that looks at the signal. Throws CallFailure `busy` when work of this id is under way. */
  run<T>(id: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Stops the work of an id; where there is none, nothing happens. */
  stop(id: string): void
  /** Whether any work is under way. */
  isBusy(): boolean
  /** Stops everything and waits until it has ended, however it ended. */
  stopAll(): Promise<void>
}

export function createRunningWork(): RunningWork {
  const running = new Map<string, { readonly stopper: AbortController; readonly end: Promise<unknown> }>()
  return {
    async run(id, work) {
      if (running.has(id)) throw new CallFailure('busy')
      const stopper = new AbortController()
      const end = work(stopper.signal)
      running.set(id, { stopper, end })
      try {
        return await end
      } finally {
        running.delete(id)
      }
    },
    stop: id => running.get(id)?.stopper.abort(),
    isBusy: () => running.size > 0,
    async stopAll() {
      const pieces = [...running.values()]
      for (const { stopper } of pieces) stopper.abort()
      await Promise.allSettled(pieces.map(piece => piece.end))
    },
  }
}
