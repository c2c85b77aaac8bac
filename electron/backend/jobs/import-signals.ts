/** What an import is doing; its place in the list crosses between the threads. */
export const importPhases = ['none', 'reading', 'backup', 'writing'] as const
export type ImportPhase = (typeof importPhases)[number]

const places = { cancelled: 0, phase: 1, done: 2, total: 3 } as const

/** The person stopped the work. */
export class ImportCancelled extends Error {
  override readonly name = 'ImportCancelled'
}

/** How far an import is and whether it is to stop, in memory that two threads share: neither has to wait for a message of the other. */
export interface ImportSignals {
  readonly memory: SharedArrayBuffer
  cancel(): void
  begin(phase: ImportPhase, total: number): void
  /** One more row is done. Throws ImportCancelled. */
  step(): void
  /** So many are done. Throws ImportCancelled. */
  reach(done: number): void
  read(): { readonly phase: ImportPhase; readonly done: number; readonly total: number }
}

/** The signals in a memory, a new one where none is given. */
export function importSignals(memory = new SharedArrayBuffer(16)): ImportSignals {
  const cells = new Int32Array(memory)
  const refuseCancelled = () => {
    if (Atomics.load(cells, places.cancelled) !== 0) throw new ImportCancelled()
  }
  return {
    memory,
    cancel: () => void Atomics.store(cells, places.cancelled, 1),
    begin(phase, total) {
      Atomics.store(cells, places.phase, importPhases.indexOf(phase))
      Atomics.store(cells, places.done, 0)
      Atomics.store(cells, places.total, total)
      refuseCancelled()
    },
    step() {
      Atomics.add(cells, places.done, 1)
      refuseCancelled()
    },
    reach(done) {
      Atomics.store(cells, places.done, done)
      refuseCancelled()
    },
    read: () => ({
      phase: importPhases[Atomics.load(cells, places.phase)] ?? 'none',
      done: Atomics.load(cells, places.done),
      total: Atomics.load(cells, places.total),
    }),
  }
}
