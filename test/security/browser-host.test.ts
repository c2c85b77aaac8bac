import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { CallFailure } from '../../electron/backend/services/call-failure.ts'
import { createInbox, type Pieces } from '../../electron/backend/services/inbox.ts'
import { bodyLimit } from '../../electron/browser-host/body.ts'
import { type BrowserHost, startBrowserHost } from '../../electron/browser-host/host.ts'
import { failed } from '../../shared/contract/failed.ts'
import { uploadLimit } from '../../shared/contract/uploads.ts'

const download = '6f1c1a52-63a9-4c5c-9e57-9d8a3f0b7c11'
let dir: string
let host: BrowserHost
let authority: string
let token: string
let calls: { name: string; input: unknown }[]
let isClosed = false

const backend = {
  handle: async (name: string, input: unknown) => {
    calls.push({ name, input })
    return { ok: true as const, value: { echoed: input } }
  },
  outboxFile: (id: string) =>
    id === download ? { path: path.join(dir, 'out.xlsx'), fileName: '客户 名册.xlsx' } : undefined,
  receiveUpload: async (bytes: Pieces) => {
    try {
      return { ok: true as const, value: { upload: await createInbox(dir, randomUUID).receive(bytes) } }
    } catch (error) {
      return failed(error instanceof CallFailure ? error.code : 'unexpected', 'trace')
    }
  },
  dropOutbox: () => void rm(path.join(dir, 'out.xlsx')),
  close: async () => {
    isClosed = true
  },
}

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'kehu-host-'))
  await writeFile(path.join(dir, 'index.html'), '<!doctype html><title>Kehu</title>')
  await writeFile(path.join(dir, '..', `${path.basename(dir)}.json`), '"outside"')
  host = await startBrowserHost({ backend, pageDir: dir, port: 0 })
  const url = new URL(host.url)
  authority = url.host
  token = url.hash.slice('#token='.length)
})

beforeEach(() => {
  calls = []
})

afterAll(async () => {
  await rm(dir, { recursive: true })
  await rm(`${dir}.json`)
})

type Asked = { method?: string; target?: string; headers?: Record<string, string | undefined>; body?: string }

/** Sends what a page could send and more: the target as written, headers dropped when undefined. */
async function ask({ method = 'POST', target = '/call', headers = {}, body }: Asked) {
  const type = target === '/upload' ? 'application/octet-stream' : 'application/json'
  const usual = { origin: `http://${authority}`, 'content-type': type, 'x-kehu-token': token }
  const all = Object.entries({ ...(method === 'POST' && usual), ...headers }).filter(([, value]) => value !== undefined)
  const [hostname, port] = authority.split(':')
  const sent = request({
    host: hostname,
    port,
    method,
    path: target,
    headers: Object.fromEntries(all) as Record<string, string>,
  })
  sent.end(body ?? (method === 'POST' ? JSON.stringify({ name: 'app.status', input: {} }) : undefined))
  const [response] = await once(sent, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  return {
    status: response.statusCode as number,
    headers: response.headers,
    text: Buffer.concat(chunks).toString('utf8'),
  }
}

test('a call of our own page reaches the backend and brings its answer back', async () => {
  const answer = await ask({ body: JSON.stringify({ name: 'customers.open', input: { id: 7 } }) })
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.text)).toEqual({ ok: true, value: { echoed: { id: 7 } } })
  expect(calls).toEqual([{ name: 'customers.open', input: { id: 7 } }])
})

test('the token is long, random and only in the fragment', () => {
  expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
})

const refused: [string, number, Asked][] = [
  ['a foreign Host, as after a rebound name', 403, { headers: { host: 'kehu.example:80' } }],
  ['localhost instead of the address', 403, { headers: { host: 'localhost' } }],
  ['no Origin', 403, { headers: { origin: undefined } }],
  ['the Origin of another site', 403, { headers: { origin: 'https://example.com' } }],
  ['the Origin null of a sandboxed frame', 403, { headers: { origin: 'null' } }],
  ['the Origin of another port', 403, { headers: { origin: 'http://127.0.0.1:1' } }],
  ['no token', 403, { headers: { 'x-kehu-token': undefined } }],
  ['the token of an earlier run', 403, { headers: { 'x-kehu-token': 'A'.repeat(43) } }],
  ['an empty token', 403, { headers: { 'x-kehu-token': '' } }],
  ['a form of a foreign page', 415, { headers: { 'content-type': 'text/plain' } }],
  ['a body without a type', 415, { headers: { 'content-type': undefined } }],
  ['a body that is no JSON', 400, { body: '{' }],
  ['JSON that is no call', 400, { body: '{"name":7}' }],
  ['a body that says it is too large', 413, { headers: { 'content-length': String(bodyLimit + 1) }, body: '' }],
  ['a preflight of another site', 403, { method: 'OPTIONS', headers: { origin: 'https://example.com' } }],
  ['a call by GET', 405, { method: 'GET' }],
  ['a page by POST', 405, { target: '/index.html' }],
  ['a deletion', 405, { method: 'DELETE', target: '/index.html' }],
  ['a download without a token', 403, { method: 'GET', target: `/download/${download}` }],
  ['an upload without a token', 403, { target: '/upload', headers: { 'x-kehu-token': undefined } }],
  [
    'an upload with the token of an earlier run',
    403,
    { target: '/upload', headers: { 'x-kehu-token': 'A'.repeat(43) } },
  ],
  ['an upload of another site', 403, { target: '/upload', headers: { origin: 'https://example.com' } }],
  ['an upload without an Origin', 403, { target: '/upload', headers: { origin: undefined } }],
  ['an upload under a rebound name', 403, { target: '/upload', headers: { host: 'kehu.example:80' } }],
  ['an upload by a form', 415, { target: '/upload', headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
  ['an upload by GET', 405, { method: 'GET', target: '/upload' }],
  ['an upload by PUT', 405, { method: 'PUT', target: '/upload' }],
  ['an upload to a place of its choice', 405, { target: '/upload/../x' }],
  [
    'an upload that says it is too large',
    413,
    { target: '/upload', headers: { 'content-length': String(uploadLimit + 1) }, body: '' },
  ],
  ['a page asked for by another site', 403, { method: 'GET', target: '/', headers: { origin: 'https://example.com' } }],
]

test.each(refused)('refuses %s with %i', async (_what, status, asked) => {
  const answer = await ask(asked)
  expect(answer.status).toBe(status)
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  expect(answer.text).toBe('')
  expect(calls).toEqual([])
  expect(await readdir(dir)).not.toContain('inbox')
})

test('stops reading a body that grows beyond the limit without having said so', async () => {
  const sent = request({
    host: '127.0.0.1',
    port: authority.split(':')[1],
    method: 'POST',
    path: '/call',
    headers: {
      origin: `http://${authority}`,
      'content-type': 'application/json',
      'x-kehu-token': token,
      'transfer-encoding': 'chunked',
    },
  })
  sent.on('error', () => undefined) // the connection is cut while we still write
  sent.write('"')
  for (let written = 0; written <= bodyLimit; written += 65_536) sent.write('x'.repeat(65_536))
  const [response] = await once(sent, 'response')
  expect(response.statusCode).toBe(413)
  sent.destroy()
  expect(calls).toEqual([])
})

test('an uploaded file lies in the inbox under the id that is answered, and nothing of one that grows too large', async () => {
  const answer = await ask({ target: '/upload', body: '%PDF-1.7 合同' })
  expect(answer.status).toBe(200)
  const { upload } = (JSON.parse(answer.text) as { value: { upload: string } }).value
  expect(await readFile(path.join(dir, 'inbox', upload), 'utf8')).toBe('%PDF-1.7 合同')

  const sent = request({
    host: '127.0.0.1',
    port: authority.split(':')[1],
    method: 'POST',
    path: '/upload',
    headers: {
      origin: `http://${authority}`,
      'content-type': 'application/octet-stream',
      'x-kehu-token': token,
      'transfer-encoding': 'chunked',
    },
  })
  sent.on('error', () => undefined) // the connection is cut while we still write
  const piece = Buffer.alloc(1024 * 1024)
  for (let written = 0; written <= uploadLimit; written += piece.length) sent.write(piece)
  const [response] = await once(sent, 'response')
  expect(response.statusCode).toBe(413)
  sent.destroy()
  await expect.poll(() => readdir(path.join(dir, 'inbox'))).toEqual([upload])
})

test.each([
  '/../%s.json',
  '/%2e%2e/%s.json',
  '/..%2f%s.json',
  '/..\\%s.json',
  '//%s.json',
  '/assets/../../%s.json',
  '/.hidden.json',
  '/C:/x.json',
  '/index.html%00.json',
  '/nothing.html',
])('keeps %s inside the page', async pattern => {
  const answer = await ask({ method: 'GET', target: pattern.replace('%s', path.basename(dir)) })
  expect(answer.status).toBe(404)
  expect(answer.text).not.toContain('outside')
})

test('serves the page under the strict policy and uncached', async () => {
  const answer = await ask({ method: 'GET', target: '/?x=1' })
  expect(answer.text).toContain('<title>Kehu</title>')
  expect(answer.headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
})

test('ends a connection that asks to become a web socket', async () => {
  const socket = connect(Number(authority.split(':')[1]), '127.0.0.1')
  socket.write(`GET /call HTTP/1.1\r\nHost: ${authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
  let received = ''
  socket.on('data', chunk => {
    received += chunk.toString()
  })
  socket.on('error', () => undefined) // a reset ends it as well
  await once(socket, 'close')
  expect(received).toBe('')
})

test('listens on the loopback address only', async () => {
  const { networkInterfaces } = await import('node:os')
  const outer = Object.values(networkInterfaces())
    .flat()
    .find(found => found && !found.internal && found.family === 'IPv4')
  const socket = connect(Number(authority.split(':')[1]), outer?.address ?? '127.0.0.2')
  const [error] = await once(socket, 'error')
  expect(error.code).toBe('ECONNREFUSED')
})

test('hands out a finished file once, under its own name', async () => {
  await writeFile(path.join(dir, 'out.xlsx'), 'workbook')
  const asked = { method: 'GET', target: `/download/${download}`, headers: { 'x-kehu-token': token } }
  const first = await ask(asked)
  expect(first.text).toBe('workbook')
  expect(first.headers['content-disposition']).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('客户 名册.xlsx')}`,
  )
  await expect
    .poll(() =>
      readFile(path.join(dir, 'out.xlsx')).then(
        () => 'there',
        () => 'gone',
      ),
    )
    .toBe('gone')
  expect((await ask(asked)).status).toBe(404)
  expect((await ask({ ...asked, target: '/download/../out.xlsx' })).status).toBe(404)
})

test('closes the server, then the backend', async () => {
  await host.close()
  expect(isClosed).toBe(true)
  const [error] = await once(connect(Number(authority.split(':')[1]), '127.0.0.1'), 'error')
  expect(error.code).toBe('ECONNREFUSED')
})
