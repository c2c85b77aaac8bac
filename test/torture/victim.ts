import { fork } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { appDir } from '../../electron/scripts/paths.ts'
import type { CallName, Input, Output } from '../../shared/contract/contract.ts'
import type { HostAnswer, HostCalls, HostRequest } from '../../shared/contract/host-calls.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import type { Uploaded } from '../../shared/contract/uploads.ts'

const script = fileURLToPath(new URL('./parent-port.mjs', import.meta.url))

/** What whoever waits for an answer hears when the process was killed. */
export class Killed extends Error {}

/** The data process of the program, as it is bundled, in a process of its own that is going to be killed. */
export interface Victim {
  /** Makes a call. Throws Killed, or an Error for an answer that is none. */
  ask<N extends CallName>(name: N, input: Input<N>, session?: string): Promise<Output<N>>
  upload(text: string): Promise<string>
  /** Where a delivered file lies. */
  outboxFile(download: string): Promise<string>
  /** Lets the program end in peace. */
  close(): Promise<void>
  /** Sends SIGKILL, as a power cut would; settles when the process is gone. */
  kill(): Promise<void>
}

/** Starts the data process on a folder, with the sample company in an empty one where it is asked for. */
export function startVictim(dir: string, ...options: readonly '--sample'[]): Victim {
  const child = fork(script, [path.join(appDir, 'backend.cjs'), dir, ...options], {
    serialization: 'advanced',
    silent: true,
    // It lives for a second or two, in which the optimising compilers take more than they give.
    execArgv: ['--no-opt', '--no-maglev'],
  })
  const waiting = new Map<number, { answered: (outcome: Outcome<unknown>) => void; died: (error: Killed) => void }>()
  let isAlive = true
  let last = 0
  const ended = new Promise<void>(resolve => {
    child.on('exit', () => {
      isAlive = false
      for (const { died } of waiting.values()) died(new Killed())
      resolve()
    })
  })
  child.on('message', message => {
    const { id, outcome } = message as HostAnswer
    waiting.get(id)?.answered(outcome)
    waiting.delete(id)
  })
  const send = (name: string, input: unknown, session?: string) =>
    new Promise<Outcome<unknown>>((answered, died) => {
      if (!isAlive) return died(new Killed())
      const request: HostRequest = { id: ++last, name, input, ...(session !== undefined && { session }) }
      waiting.set(request.id, { answered, died })
      // A process that dies while it is written to is told apart by its end.
      child.send(request, () => undefined)
    })
  const carriedOut = async (name: string, input: unknown, session?: string) => {
    const outcome = await send(name, input, session)
    if (!outcome.ok) throw new Error(`${name} was refused: ${JSON.stringify(outcome.error)}`)
    return outcome.value
  }
  return {
    ask: async (name, input, session) => (await carriedOut(name, input, session)) as Output<typeof name>,
    async upload(text) {
      const bytes = new TextEncoder().encode(text)
      return ((await carriedOut('host.upload', { bytes: bytes.buffer })) as Uploaded).upload
    },
    async outboxFile(download) {
      const found = (await carriedOut('host.outboxFile', { download })) as HostCalls['host.outboxFile']['value']
      if (!found) throw new Error('what was delivered is not there')
      return found.path
    },
    async close() {
      await carriedOut('host.close', {})
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
