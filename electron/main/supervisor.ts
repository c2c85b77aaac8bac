import { randomUUID } from 'node:crypto'
import type { ErrorCode, Outcome } from '../../shared/contract/errors.ts'
import { failed } from '../../shared/contract/failed.ts'
import type { HostAnswer, HostRequest } from '../../shared/contract/host-calls.ts'
import { patience } from '../../shared/contract/patience.ts'
import type { LogFailure } from './log.ts'

/** The data process as the supervisor sees it. */
export interface DataProcess {
  send(request: HostRequest): void
  kill(): void
}

/** Starts the data process and reports what it says and that it ended. */
export type Fork = (events: {
  readonly answered: (answer: HostAnswer) => void
  readonly ended: (code: number) => void
}) => DataProcess

/** Keeps a data process alive and carries calls to it. */
export interface Supervisor {
  /** Never throws and never hangs: a call whose process dies, or that is given up after its patience, answers `backend-restarted`. */
  call(name: string, input: unknown, session?: string): Promise<Outcome<unknown>>
  /** Lets the database be closed and its last backup be made, for at most a minute, and ends the process. */
  close(): Promise<void>
}

interface Pending {
  readonly request: HostRequest
  isSent: boolean
  settle(outcome: Outcome<unknown>): void
}

const pauses = [0, 500, 2000, 5000] // ms before each restart in a row, so that a crash at start does not spin
const calm = 60_000 // ms after which a process counts as having started well
const silence = 300_000 // ms without any answer after which a process that owes one is taken for dead
const farewell = 60_000 // ms, since closing makes a backup, which takes seconds on a slow disk

/** Starts the data process at once; calls made before it is up, or while it restarts, wait for it. */
export function createSupervisor(fork: Fork, log: LogFailure): Supervisor {
  const pending = new Map<number, Pending>()
  let process: DataProcess | undefined
  let restart: NodeJS.Timeout | undefined
  let lastId = 0
  let crashes = 0
  let startedAt = 0
  let owesSince: number | undefined
  let isClosing = false

  function start() {
    startedAt = Date.now()
    owesSince = undefined
    process = fork({ answered, ended })
    for (const waiting of pending.values()) send(process, waiting)
  }

  function send(to: DataProcess, waiting: Pending) {
    waiting.isSent = true
    to.send(waiting.request)
  }

  function answered({ id, outcome }: HostAnswer) {
    owesSince = undefined
    pending.get(id)?.settle(outcome)
  }

  function ended(code: number) {
    process = undefined
    for (const sent of pending.values()) if (sent.isSent) sent.settle(fail('backend-restarted'))
    if (isClosing) return
    crashes = Date.now() - startedAt > calm ? 0 : crashes + 1
    log('backend-ended', { code, crashes })
    restart = setTimeout(start, pauses[Math.min(crashes, pauses.length - 1)])
  }

  function call(asked: Omit<HostRequest, 'id'>, limit = patience(asked.name)): Promise<Outcome<unknown>> {
    return new Promise(resolve => {
      const id = ++lastId
      const timer = setTimeout(() => {
        log('call-timed-out', { name: asked.name })
        // Whether it was carried out is as unknown as after a death, and the caller has to do the same: ask by requestId.
        settle(fail('backend-restarted'))
        if (owesSince !== undefined && Date.now() - owesSince >= silence) process?.kill()
      }, limit)
      const settle = (outcome: Outcome<unknown>) => {
        clearTimeout(timer)
        pending.delete(id)
        resolve(outcome)
      }
      const waiting: Pending = { request: { id, ...asked }, isSent: false, settle }
      pending.set(id, waiting)
      owesSince ??= Date.now()
      if (process) send(process, waiting)
    })
  }

  async function close() {
    isClosing = true
    clearTimeout(restart)
    if (process) await call({ name: 'host.close', input: {} }, farewell)
    process?.kill()
    for (const waiting of pending.values()) waiting.settle(fail('backend-restarted'))
  }

  start()
  return {
    call: (name, input, session) =>
      isClosing ? Promise.resolve(fail('not-ready')) : call({ name, input, ...(session !== undefined && { session }) }),
    close,
  }
}

const fail = (code: ErrorCode) => failed(code, randomUUID())
