import { CallFailure } from './call-failure.ts'

/** Long work under way, each piece under the id of its request, so that it can be stopped. */
export interface RunningWork {
  /** Does work that looks at the signal and may tell how far it is, from 0 to 1. Throws CallFailure `busy` when work of this id is under way. */
  run<T>(id: string, work: (signal: AbortSignal, tell: (progress: number) => void) => Promise<T>): Promise<T>
  /** How far the work of an id is, from 0 to 1; null where there is none. */
  progress(id: string): number | null
  /** Stops the work of an id; where there is none, nothing happens. */
  stop(id: string): void
  /** Whether any work is under way. */
  isBusy(): boolean
  /** Stops everything and waits until it has ended, however it ended. */
  stopAll(): Promise<void>
}

interface Piece {
  readonly stopper: AbortController
  end: Promise<unknown>
  progress: number
}

export function createRunningWork(): RunningWork {
  const running = new Map<string, Piece>()
  return {
    async run(id, work) {
      if (running.has(id)) throw new CallFailure('busy')
      const stopper = new AbortController()
      const piece: Piece = { stopper, end: Promise.resolve(), progress: 0 }
      const end = work(stopper.signal, progress => {
        piece.progress = progress
      })
      piece.end = end
      running.set(id, piece)
      try {
        return await end
      } finally {
        running.delete(id)
      }
    },
    progress: id => running.get(id)?.progress ?? null,
    stop: id => running.get(id)?.stopper.abort(),
    isBusy: () => running.size > 0,
    async stopAll() {
      const pieces = [...running.values()]
      for (const { stopper } of pieces) stopper.abort()
      await Promise.allSettled(pieces.map(piece => piece.end))
    },
  }
}
