import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import * as z from 'zod'
import type { Outcome } from '../../shared/contract/errors.ts'
import { pageHeaders } from '../../shared/contract/page.ts'
import { type UploadKind, uploadKinds, type Uploaded } from '../../shared/contract/uploads.ts'
import { readJson } from './body.ts'
import { createGuard, type Guard } from './guard.ts'
import { type Outbox, serveDownload } from './serve-download.ts'
import { servePage } from './serve-page.ts'

/** What the server needs of the backend. */
export interface Served extends Outbox {
  handle(name: string, input: unknown, session?: string): Promise<Outcome<unknown>>
  receiveUpload(bytes: AsyncIterable<Uint8Array>, kind: UploadKind): Promise<Outcome<Uploaded>>
}

/** Where the server listens, which page it serves and which token opens it. Port 0 takes any free one. */
export interface ServerOptions {
  readonly port: number
  readonly token: string
  readonly pageDir: string
  readonly backend: Served
}

const callBody = z.object({ name: z.string().max(100), input: z.unknown() })

/**
 * Listens on 127.0.0.1 and answers once it does, with the port taken.
 * @throws the error of the system when the port can not be had
 */
export async function listen(options: ServerOptions): Promise<{ server: Server; port: number }> {
  let guard: Guard = () => 503 // nobody can know the port before it is taken
  const server = createServer({ requestTimeout: 60_000 }, (request, response) => {
    answer(options, guard, request, response).catch(() => {
      // The reason may name files or customers, so the page learns only that it failed; a half-sent answer is cut off.
      if (response.headersSent) response.destroy()
      else refuse(response, 500)
    })
  })
  server.on('upgrade', (_request, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  guard = createGuard(`127.0.0.1:${address.port}`, options.token)
  return { server, port: address.port }
}

async function answer(options: ServerOptions, guard: Guard, request: IncomingMessage, response: ServerResponse) {
  const { backend, pageDir } = options
  const refusal = guard(request)
  if (refusal !== undefined) return refuse(response, refusal)
  const url = request.url ?? '/'
  if (url.startsWith('/download/')) return serveDownload(backend, url.slice('/download/'.length), response)
  if (url === '/upload') return takeUpload(backend, 'file', request, response)
  if (url === '/upload/backup') return takeUpload(backend, 'backup', request, response)
  if (url !== '/call') return servePage(pageDir, url, response)

  const read = await readJson(request)
  if ('status' in read) return refuse(response, read.status)
  const call = callBody.safeParse(read.body)
  if (!call.success) return refuse(response, 400)
  say(response, await backend.handle(call.data.name, call.data.input, sessionOf(request)))
}

/** The session that the page sends along; a header, so that no call has to carry it among its input. */
function sessionOf({ headers }: IncomingMessage): string | undefined {
  const given = headers['x-kehu-session']
  return typeof given === 'string' ? given : undefined
}

async function takeUpload(backend: Served, kind: UploadKind, request: IncomingMessage, response: ServerResponse) {
  if (Number(request.headers['content-length'] ?? 0) > uploadKinds[kind]) return refuse(response, 413)
  const outcome = await backend.receiveUpload(request, kind)
  if (outcome.ok) return say(response, outcome)
  // What was not read of the body goes with the connection.
  response.shouldKeepAlive = false
  if (outcome.error.code === 'file-too-large') refuse(response, 413)
  else say(response, outcome)
}

function say(response: ServerResponse, outcome: Outcome<unknown>) {
  response
    .writeHead(200, { ...pageHeaders, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(outcome))
}

// The connection is closed with a refusal: what is left of its body is not read.
function refuse(response: ServerResponse, status: number) {
  response.writeHead(status, { ...pageHeaders, connection: 'close' }).end()
}
