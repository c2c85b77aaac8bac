import path from 'node:path'
import { app, utilityProcess } from 'electron'
import type { HostAnswer } from '../../shared/contract/host-calls.ts'
import type { StartOptions } from './start-options.ts'
import type { Fork } from './supervisor.ts'

/** Starts the backend by its path in a process of its own, so that neither a crash nor a long query reaches the window. */
export function forkBackend({ dataDir, sample }: StartOptions): Fork {
  const args = ['--data-dir', dataDir, '--version', app.getVersion(), ...(sample ? ['--sample'] : [])]
  return ({ answered, ended }) => {
    const child = utilityProcess.fork(path.join(__dirname, 'backend.cjs'), args, { serviceName: 'Kehu data' })
    child.on('message', (answer: HostAnswer) => answered(answer))
    child.on('exit', ended)
    return {
      send: request => child.postMessage(request),
      kill: () => void child.kill(),
    }
  }
}
