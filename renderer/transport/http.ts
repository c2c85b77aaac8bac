import type { Outcome } from '../../shared/contract/errors.ts'
import { failed } from '../../shared/contract/failed.ts'
import { patience } from '../../shared/contract/patience.ts'
import { type UploadKind, uploadKinds, type Uploaded } from '../../shared/contract/uploads.ts'
import { saveAsDownload } from './download.ts'
import type { SessionKeeper } from './session.ts'
import type { Transport } from './transport.ts'

const unreachable = () => failed('unreachable', crypto.randomUUID())

/** The road of browser mode: JSON to the loopback server that served this page, with the token of the opening address and the session of who has signed in. */
export function httpTransport(token: string, keeper: SessionKeeper): Transport {
  const headers = { 'x-kehu-token': token }

  const send = async (name: string, input: unknown): Promise<Outcome<unknown>> => {
    try {
      const response = await fetch('call', {
        method: 'POST',
        headers: { ...headers, ...sessionHeader(keeper.session()), 'content-type': 'application/json' },
        body: JSON.stringify({ name, input }),
        signal: AbortSignal.timeout(patience(name)),
      })
      return response.ok ? ((await response.json()) as Outcome<unknown>) : unreachable()
    } catch {
      // The server is gone, does not answer in time, or it is not our server: the person is told the same each time.
      return unreachable()
    }
  }

  const call = async (name: string, input: unknown): Promise<Outcome<unknown>> => {
    const outcome = await send(name, input)
    keeper.heard(name, outcome)
    if (!outcome.ok || !isDelivery(outcome.value)) return outcome
    const { download, fileName } = outcome.value
    return (await saveAsDownload(`download/${download}`, fileName, headers)) ? outcome : unreachable()
  }

  const upload = async (file: Blob, kind: UploadKind = 'file'): Promise<Outcome<Uploaded>> => {
    if (file.size > uploadKinds[kind]) return failed('file-too-large', crypto.randomUUID())
    try {
      const response = await fetch(kind === 'file' ? 'upload' : 'upload/backup', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: file,
        signal: AbortSignal.timeout(patience('upload')),
      })
      return response.ok ? ((await response.json()) as Outcome<Uploaded>) : unreachable()
    } catch {
      // As above; a file that was changed or taken away since it was chosen can not be read either.
      return unreachable()
    }
  }

  return {
    kind: 'browser',
    // The backend holds its answers against the contract, so the page takes their types from there.
    call: call as Transport['call'],
    upload,
    windowCall: async () => failed('not-supported-here', crypto.randomUUID()),
    onWindowEvent: () => () => undefined,
  }
}

const sessionHeader = (session: string | undefined) => (session === undefined ? {} : { 'x-kehu-session': session })

const isDelivery = (value: unknown): value is { download: string; fileName: string } =>
  typeof value === 'object' && value !== null && 'download' in value && 'fileName' in value
