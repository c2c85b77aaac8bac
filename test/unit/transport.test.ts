import { expect, test, vi } from 'vitest'
import { httpTransport } from '../../renderer/transport/http.ts'
import { ipcTransport } from '../../renderer/transport/ipc.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import { uploadLimit, type Uploaded } from '../../shared/contract/uploads.ts'

function served(answer: () => Promise<Response>) {
  const fetched = vi.fn<typeof fetch>(answer)
  vi.stubGlobal('fetch', fetched)
  return { fetched, transport: httpTransport('the-token') }
}

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.error.code)

test('browser mode sends the token as a header and never in an address', async () => {
  const { fetched, transport } = served(async () => Response.json({ ok: true, value: { savedAt: 'now' } }))
  expect(await transport.call('drafts.discard', { key: 'customer:1' })).toEqual({ ok: true, value: { savedAt: 'now' } })
  const [address, options] = fetched.mock.calls[0] ?? []
  expect(address).toBe('call')
  expect(options).toMatchObject({
    method: 'POST',
    headers: { 'x-kehu-token': 'the-token', 'content-type': 'application/json' },
  })
  expect(options?.body).toBe('{"name":"drafts.discard","input":{"key":"customer:1"}}')
})

test.each([
  ['a server that is gone', async () => Promise.reject(new TypeError('Failed to fetch'))],
  ['the token of an earlier run', async () => new Response(null, { status: 403 })],
  ['another server at the same port', async () => new Response('<html>')],
])('browser mode answers that it lost %s', async (_what, answer) => {
  const { transport } = served(answer)
  expect(codeOf(await transport.call('app.status', {}))).toBe('unreachable')
})

test('browser mode says that it has no window of its own', async () => {
  const { fetched, transport } = served(async () => Response.json({ ok: true, value: {} }))
  expect(codeOf(await transport.windowCall('window.quit', {}))).toBe('not-supported-here')
  expect(fetched).not.toHaveBeenCalled()
})

test('a finished file that can not be fetched is no success', async () => {
  const { fetched, transport } = served(async () => new Response(null, { status: 404 }))
  fetched.mockResolvedValueOnce(Response.json({ ok: true, value: { fileName: 'a.xlsx', download: 'one' } }))
  const requestId = '6f1c1a52-63a9-4c5c-9e57-9d8a3f0b7c11'
  const outcome = await transport.call('exports.forms', {
    requestId,
    ids: [1],
    forms: ['KH001'],
    withDelicate: false,
    language: 'en',
  })
  expect(codeOf(outcome)).toBe('unreachable')
  expect(fetched.mock.calls[1]).toEqual(['download/one', { headers: { 'x-kehu-token': 'the-token' } }])
})

test('the installed program passes answers on, and a bridge that breaks is an answer too', async () => {
  const invoke = vi.fn<(name: string, input: unknown) => Promise<Outcome<unknown>>>(async () => ({
    ok: true,
    value: 1,
  }))
  const transport = ipcTransport({
    platform: 'linux',
    invoke,
    upload: async () => ({ ok: true, value: { upload: 'one' } }),
  })
  expect(await transport.windowCall('window.quit', {})).toEqual({ ok: true, value: 1 })
  expect(invoke).toHaveBeenCalledWith('window.quit', {})
  invoke.mockRejectedValueOnce(new Error('An object could not be cloned.'))
  expect(codeOf(await transport.call('app.status', {}))).toBe('unexpected')
})

const small = new Blob(['%PDF-'])
const large = { size: uploadLimit + 1 } as Blob

test('browser mode uploads the bytes alone, with the token, and asks for no more than the server takes', async () => {
  const { fetched, transport } = served(async () => Response.json({ ok: true, value: { upload: 'one' } }))
  expect(await transport.upload(small)).toEqual({ ok: true, value: { upload: 'one' } })
  const [address, options] = fetched.mock.calls[0] ?? []
  expect(address).toBe('upload')
  expect(options).toMatchObject({
    method: 'POST',
    headers: { 'x-kehu-token': 'the-token', 'content-type': 'application/octet-stream' },
    body: small,
  })
  expect(codeOf(await transport.upload(large))).toBe('file-too-large')
  expect(fetched).toHaveBeenCalledTimes(1)
  fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  expect(codeOf(await transport.upload(small))).toBe('unreachable')
})

test('the installed program hands the bytes of a file to its bridge', async () => {
  const upload = vi.fn<(bytes: ArrayBuffer) => Promise<Outcome<Uploaded>>>(async () => ({
    ok: true,
    value: { upload: 'one' },
  }))
  const transport = ipcTransport({ platform: 'linux', invoke: async () => ({ ok: true, value: 1 }), upload })
  expect(await transport.upload(small)).toEqual({ ok: true, value: { upload: 'one' } })
  expect(Buffer.from(upload.mock.calls[0]?.[0] ?? new ArrayBuffer()).toString()).toBe('%PDF-')
  expect(codeOf(await transport.upload(large))).toBe('file-too-large')
  upload.mockRejectedValueOnce(new Error('An object could not be cloned.'))
  expect(codeOf(await transport.upload(small))).toBe('unexpected')
})
