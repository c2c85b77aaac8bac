import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

const script = path.resolve(import.meta.dirname, '../fixtures/backend-process.ts')

/** A backend in another process: the lines it says as they come, and the way to kill it. */
export interface OtherProcess {
  readonly lines: AsyncIterator<string>
  kill(): Promise<void>
}

/** Starts a backend in another process, as another user where `uid` names one; it is killed after the test at the latest. */
export function otherProcess(mode: 'hold' | 'save' | 'status' | 'import', dir: string, uid?: number): OtherProcess {
  const child: ChildProcess = spawn(process.execPath, [script, mode, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid !== undefined && { uid, gid: uid }),
  })
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  if (!child.stdout) throw new Error('no standard output')
  return { lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), kill }
}

/** The next thing that the other process says. */
export async function heard(other: OtherProcess): Promise<unknown> {
  const { value, done } = await other.lines.next()
  if (done) throw new Error('the other process ended without a word')
  return JSON.parse(value) as unknown
}
