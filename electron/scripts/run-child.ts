import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program until it ends and gives its exit code (128 + the signal's number when a signal ended it). SIGINT and SIGTERM
 * are handed on to it meanwhile. `started` gets the process, to read from it. Rejects when it can not be started.
 */
export async function runChild(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  started: (child: ChildProcess) => void = () => {},
): Promise<number> {
  const child = spawn(command, args, options)
  const handOn = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGINT', handOn).on('SIGTERM', handOn)
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
      started(child)
    })
  } finally {
    process.off('SIGINT', handOn).off('SIGTERM', handOn)
  }
}
