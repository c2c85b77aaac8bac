import { expect, test, vi } from 'vitest'
import { httpTransport } from '../../renderer/transport/http.ts'
import { ipcTransport } from '../../renderer/transport/ipc.ts'
import { createSessionKeeper } from '../../renderer/transport/session.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import { uploadLimit, type Uploaded } from '../../shared/contract/uploads.ts'

/** A store as a tab has one. */
function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

function served(answer: () => Promise<Response>) {
  const fetched = vi.fn<typeof fetch>(answer)
  vi.stubGlobal('fetch', fetched)
  return { fetched, transport: httpTransport('the-token', createSessionKeeper(memory())) }
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

const unheard = () => () => undefined

test('the installed program passes answers on, and a bridge that breaks is an answer too', async () => {
  const invoke = vi.fn<(name: string, input: unknown) => Promise<Outcome<unknown>>>(async () => ({
    ok: true,
    value: 1,
  }))
  const transport = ipcTransport(
    {
      platform: 'linux',
      invoke,
      upload: async () => ({ ok: true, value: { upload: 'one' } }),
      subscribe: unheard,
    },
    createSessionKeeper(memory()),
  )
  expect(await transport.windowCall('window.quit', {})).toEqual({ ok: true, value: 1 })
  expect(invoke).toHaveBeenCalledWith('window.quit', {}, undefined)
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
  const transport = ipcTransport(
    { platform: 'linux', invoke: async () => ({ ok: true, value: 1 }), upload, subscribe: unheard },
    createSessionKeeper(memory()),
  )
  expect(await transport.upload(small)).toEqual({ ok: true, value: { upload: 'one' } })
  expect(Buffer.from(upload.mock.calls[0]?.[0] ?? new ArrayBuffer()).toString()).toBe('%PDF-')
  expect(codeOf(await transport.upload(large))).toBe('file-too-large')
  upload.mockRejectedValueOnce(new Error('An object could not be cloned.'))
  expect(codeOf(await transport.upload(small))).toBe('unexpected')
})

const signedIn = (session: string) => ({ ok: true, value: { session, status: {} } }) as const

test('the session that signing in answered is sent along with every call from then on, until the person signs out', async () => {
  const { fetched, transport } = served(async () => Response.json(signedIn('s1')))
  await transport.call('session.signIn', { id: 1, password: 'secret' })
  fetched.mockImplementation(async () => Response.json({ ok: true, value: {} }))
  await transport.call('app.status', {})
  await transport.call('session.signOut', {})
  await transport.call('app.status', {})
  const sent = fetched.mock.calls.map(([, options]) => new Headers(options?.headers).get('x-kehu-session'))
  expect(sent).toEqual([null, 's1', 's1', null])
  expect(JSON.stringify(fetched.mock.calls.map(([address]) => address))).not.toContain('s1')
})

test('the bridge carries the session beside the input, and a reload finds it in the store of the tab', async () => {
  const store = memory()
  const invoke = vi.fn<(name: string, input: unknown, session?: string) => Promise<Outcome<unknown>>>(async () =>
    signedIn('s2'),
  )
  const upload = async () => ({ ok: true, value: { upload: 'one' } }) as const
  const bridge = { platform: 'linux', invoke, upload, subscribe: unheard }
  const first = { company: '明珠', person: '林晓', password: 'secret', language: 'zh-CN' } as const
  await ipcTransport(bridge, createSessionKeeper(store)).call('app.setUp', first)
  await ipcTransport(bridge, createSessionKeeper(store)).call('customers.open', { id: 1 })
  expect(invoke.mock.calls[1]).toEqual(['customers.open', { id: 1 }, 's2'])
})

test.each(['not-signed-in', 'session-locked', 'password-expired'] as const)('whoever listens hears that %s', code => {
  const keeper = createSessionKeeper(memory())
  const heard = vi.fn<() => void>()
  const stop = keeper.onEnd(heard)
  keeper.heard('customers.list', { ok: false, error: { code: 'not-allowed', traceId: '' } })
  expect(heard).not.toHaveBeenCalled()
  keeper.heard('customers.list', { ok: false, error: { code, traceId: '' } })
  stop()
  keeper.heard('customers.list', { ok: false, error: { code, traceId: '' } })
  expect(heard).toHaveBeenCalledTimes(1)
})
