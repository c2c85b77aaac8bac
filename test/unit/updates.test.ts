import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createUpdates, isReleasePage } from '../../electron/main/updates.ts'

const address = 'https://releases.example/kehu.json'
const page = 'https://releases.example/download?v=2'
const day = 24 * 3_600_000

let asked: IncomingMessage[]
let answer: (response: ServerResponse) => void
let port: number
const server = createServer((request, response) => {
  asked.push(request)
  answer(response)
})

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const bound = server.address()
  port = typeof bound === 'object' && bound ? bound.port : 0
})
beforeEach(() => {
  asked = []
})
afterAll(() => void server.close())

const tell = (told: unknown) => (response: ServerResponse) => void response.end(JSON.stringify(told))

/** The check with a server of this machine in the place of the one that the address names. */
function updates({ to }: { to: string | undefined } = { to: address }) {
  const memory = new Map<string, boolean | number>()
  const opened: string[] = []
  const clock = { now: 10 * day }
  const made = createUpdates({
    address: to,
    version: '1.9.3',
    memory: {
      get: (key: string) => memory.get(key) as never,
      set: (key, value) => void memory.set(key, value),
    },
    fetch: (wanted, options) => fetch(wanted.replace('https://releases.example', `http://127.0.0.1:${port}`), options),
    openPage: async shown => void opened.push(shown),
    now: () => clock.now,
  })
  return { ...made, opened, clock }
}

test('nothing is asked unless somebody wants it, and then once a day', async () => {
  answer = tell({ version: '1.10.0', page })
  const { checkAtStart, choose, state, clock } = updates()
  expect(state()).toEqual({ canCheck: true, checks: false, newer: null })
  expect(await checkAtStart()).toBeNull()
  expect(asked).toEqual([])
  choose(true)
  expect(await checkAtStart()).toBe('1.10.0')
  clock.now += day - 1
  await checkAtStart()
  expect(asked).toHaveLength(1)
  clock.now += 1
  await checkAtStart()
  expect(asked).toHaveLength(2)
  choose(false)
  clock.now += day
  await checkAtStart()
  expect(asked).toHaveLength(2)
})

test('the request carries nothing but the address', async () => {
  answer = tell({ version: '1.10.0', page })
  const { check } = updates()
  await check()
  const [request] = asked
  expect([request?.method, request?.url]).toEqual(['GET', '/kehu.json'])
  const { host, connection, ...headers } = request?.headers ?? {}
  expect([typeof host, connection]).toEqual(['string', 'keep-alive'])
  expect(Object.keys(headers).sort()).toEqual(
    ['accept', 'accept-encoding', 'accept-language', 'cache-control', 'pragma', 'sec-fetch-mode', 'user-agent'].sort(),
  )
  expect(headers['accept-language']).toBe('*')
  expect(request?.read()).toBeNull()
})

test.each([
  ['1.9.3', null],
  ['1.9.2', null],
  ['0.99.99', null],
  ['1.9.4', '1.9.4'],
  ['1.10.0', '1.10.0'],
  ['2.0.0', '2.0.0'],
])('beside 1.9.3, %s is newer: %s', async (version, newer) => {
  answer = tell({ version, page })
  expect(await updates().check()).toMatchObject({ ok: true, value: { newer } })
})

const refused: [string, (response: ServerResponse) => void][] = [
  ['no JSON', response => void response.end('<html>')],
  ['no version', tell({ page })],
  ['a version that is none', tell({ version: '2.0.0-rc<script>', page })],
  ['a page without encryption', tell({ version: '2.0.0', page: 'http://releases.example/' })],
  ['a page elsewhere', tell({ version: '2.0.0', page: 'https://elsewhere.example/' })],
  ['a page that runs', tell({ version: '2.0.0', page: 'javascript:alert(1)' })],
  ['a program in the place of a page', tell({ version: '2.0.0', page: 'file:///usr/bin/env' })],
  ['an error', response => void response.writeHead(500).end()],
  ['another address', response => void response.writeHead(302, { location: '/other.json' }).end()],
  [
    'more than a version takes',
    response => void response.end(`{"version":"2.0.0","page":"${page}${'x'.repeat(70_000)}"}`),
  ],
  ['nothing', response => void response.destroy()],
]

test.each(refused)('an address that answers with %s is not believed, and no page opens', async (_what, told) => {
  answer = told
  const { check, openPage, opened, state } = updates()
  expect(await check()).toMatchObject({ ok: false, error: { code: 'releases-unreachable' } })
  expect(state().newer).toBeNull()
  expect(await openPage()).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(opened).toEqual([])
  expect(asked).toHaveLength(1)
})

test('the page that was told opens in the browser of the system', async () => {
  answer = tell({ version: '2.0.0', page })
  const { check, openPage, opened } = updates()
  await check()
  expect(await openPage()).toEqual({ ok: true, value: {} })
  expect(opened).toEqual([page])
})

test.each([undefined, '', 'http://releases.example/kehu.json', 'file:///etc/passwd', 'kehu'])(
  'a copy that was built with the address %s says that it can not check',
  async to => {
    const { check, checkAtStart, choose, state } = updates({ to })
    choose(true)
    expect(state()).toEqual({ canCheck: false, checks: true, newer: null })
    expect(await checkAtStart()).toBeNull()
    expect(await check()).toMatchObject({ ok: false, error: { code: 'not-supported-here' } })
    expect(asked).toEqual([])
  },
)

test.each([
  ['https://releases.example/any?page#here', true],
  ['https://releases.example:444/', false],
  ['https://releases.example.evil.example/', false],
  ['https://releases.example@evil.example/', false],
  ['https://name:word@releases.example/', false],
  ['http://releases.example/', false],
  ['ms-msdt:/id', false],
  ['\\\\server\\share', false],
  ['', false],
])('%s may be opened: %s', (wanted, may) => {
  expect(isReleasePage(wanted, address)).toBe(may)
})
