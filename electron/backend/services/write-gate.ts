import { CallFailure } from './call-failure.ts'

/** Keeps commands waiting while a thread with a writing connection of its own holds the database. */
export interface WriteGate {
  readonly isClosed: boolean
  /** Waits until the database can be written, for `patience` ms at most. Throws CallFailure `busy`. */
  pass(): Promise<void>
  /** Lets no command pass until `work` has ended. Throws CallFailure `busy` where it is closed already. */
  whileClosed<T>(work: () => Promise<T>): Promise<T>
}

const usualPatience = 45_000 // ms; callers take a backend for dead after a minute

/** A gate that stands open. */
export function createWriteGate(patience = usualPatience): WriteGate {
  let closed: Promise<unknown> | undefined
  return {
    get isClosed() {
      return closed !== undefined
    },
    async pass() {
      if (!closed) return
      let timer: ReturnType<typeof setTimeout> | undefined
      const tooLong = new Promise<'late'>(resolve => {
        timer = setTimeout(resolve, patience, 'late')
      })
      const first = await Promise.race([closed, tooLong])
      clearTimeout(timer)
      if (first === 'late') throw new CallFailure('busy')
    },
    async whileClosed(work) {
      if (closed) throw new CallFailure('busy')
      let open = (): void => undefined
      closed = new Promise<void>(resolve => {
        open = resolve
      })
      try {
        return await work()
      } finally {
        closed = undefined
        open()
      }
    },
  }
}
