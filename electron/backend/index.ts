import { loaded } from './load-small.ts' // first: it is about what is loaded after it
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { failed } from '../../shared/contract/failed.ts'
import type { HostAnswer, HostRequest } from '../../shared/contract/host-calls.ts'
import { type Backend, createBackend } from './create-backend.ts'

/** The end of the line to the main process that Electron gives a utility process. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: HostRequest }) => void): void
  postMessage(answer: HostAnswer): void
}

async function carryOut(backend: Backend, { name, input, session }: HostRequest): Promise<HostAnswer['outcome']> {
  // The main process alone reaches this line, so what it asks for itself has the shape of HostCalls.
  const given = (input ?? {}) as { download?: string; bytes?: ArrayBuffer; file?: string }
  const { download = '', bytes = new ArrayBuffer(), file = '' } = given
  switch (name) {
    case 'host.outboxFile':
      return { ok: true, value: backend.outboxFile(download) ?? null }
    case 'host.dropOutbox':
      backend.dropOutbox(download)
      return { ok: true, value: {} }
    case 'host.upload':
      return backend.receiveUpload([new Uint8Array(bytes)])
    case 'host.offerFile':
      return { ok: true, value: backend.offerFile(file) }
    case 'host.close':
      await backend.close()
      return { ok: true, value: {} }
    default:
      return backend.handle(name, input, session)
  }
}

/** The backend as a process of its own: `--data-dir DIR --version V [--sample]`, then one answer for every message. */
function main(port: ParentPort): void {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string' },
      version: { type: 'string', default: '' },
      sample: { type: 'boolean', default: false },
    },
  })
  const dataDir = values['data-dir']
  if (dataDir === undefined) throw new TypeError('--data-dir is missing')
  const workerPath = path.join(__dirname, 'report-worker.cjs')
  const backend = createBackend({ dataDir, sample: values.sample, version: values.version, workerPath })
  const answer = async (request: HostRequest) => {
    const outcome = await carryOut(backend, request).catch((error: unknown) => {
      const trace = randomUUID()
      backend.noteFailure(trace, error)
      return failed('unexpected', trace)
    })
    port.postMessage({ id: request.id, outcome })
    if (request.name === 'host.close') process.exit(0)
  }
  port.on('message', ({ data }) => void answer(data))
}

loaded()
main((process as unknown as { readonly parentPort: ParentPort }).parentPort)
